// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.StandardLimit;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;

/** Values and limits of alarms as people read them: values with fixed decimals, limits as somebody would type them. */
public final class AlarmAmounts {

    /** Least limit of a block in a discharge, 1/1000: below it the samples scatter. */
    static final int LEAST_IN_DISCHARGE = 10;

    private AlarmAmounts() {}

    /**
     * Returns whether an alarm was kept by an earlier version, which knew of a block in a discharge only that it was
     * weak (1, beyond 0) or had collapsed (2, beyond 1): no limit of today is so low.
     *
     * @param limit that was kept with it
     */
    static boolean isVerdict(AlarmDefinition definition, int limit) {
        return definition.signal() == AlarmSignal.BLOCK_IN_DISCHARGE && limit < LEAST_IN_DISCHARGE;
    }

    /**
     * Returns a value with its unit; empty for a flag. Shows more decimals where it would look like its limit
     * otherwise.
     *
     * @param value in the unit of the signal
     * @param limit in the unit of the signal
     */
    public static String value(AlarmDefinition definition, int value, int limit) {
        AlarmSignal signal = definition.signal();
        if (isVerdict(definition, limit)) {
            return "";
        }
        if (signal.dimension().isEmpty()) {
            return definition.hasLimit() ? Integer.toString(value) : "";
        }
        return switch (signal.dimension().get()) {
            case VOLTAGE -> signal == AlarmSignal.BLOCK_DEVIATION ? value + " mV" : fixed(value, limit, 3, 3, "V");
            case RESISTANCE -> fixed(value, limit, 3, 2, "mΩ");
            case TEMPERATURE -> fixed(value, limit, 2, 1, "°C");
            case TEMPERATURE_DIFFERENCE -> fixed(value, limit, 2, 1, "K");
            case SHARE -> fixed(value, limit, 1, 1, "%");
            case TIME -> time(value);
            default -> QuantityText.format(value, signal.dimension().get());
        };
    }

    private static String fixed(int value, int limit, int scale, int decimals, String unit) {
        BigDecimal exact = BigDecimal.valueOf(value, scale);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        boolean hides = value != limit && rounded.compareTo(BigDecimal.valueOf(limit, scale)) == 0;
        return (hides ? exact : rounded).toPlainString() + " " + unit;
    }

    private static String time(int millis) {
        long seconds = Math.abs((long) millis) / 1_000;
        String sign = millis < 0 ? "-" : "";
        if (seconds < 120) {
            return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP).toPlainString() + " s";
        }
        long minutes = seconds / 60;
        return sign + (minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min");
    }

    /**
     * Returns a limit with its unit; empty for a flag.
     *
     * @param limit in the unit of the signal
     */
    public static String limit(AlarmDefinition definition, int limit) {
        if (isVerdict(definition, limit)) {
            return "";
        }
        return definition.signal().dimension()
                .map(dimension -> QuantityText.format(limit, dimension))
                .orElse(definition.hasLimit() ? Integer.toString(limit) : "");
    }

    /** Returns where the limit of a row comes from when nobody gave another; empty for a flag. */
    public static String standard(AlarmDefinition definition) {
        if (!definition.hasLimit()) {
            return "";
        }
        StandardLimit standard = definition.standard();
        String amount = limit(definition, standard.amount());
        String words = switch (standard.from()) {
            case NOTHING -> amount;
            case CELLS -> amount + " a cell";
            case FLOAT -> beside("float voltage", standard.amount());
            case BOOST -> beside("boost voltage", standard.amount());
            case END -> beside("end of discharge", standard.amount());
        };
        String all = words + others(definition, standard);
        return standard.on() ? all : all + ", off until somebody puts it on";
    }

    private static String others(AlarmDefinition definition, StandardLimit standard) {
        return standard.nickel() == standard.amount() && standard.lithium() == standard.amount() ? ""
                : " (nickel cells " + limit(definition, standard.nickel()) + ", lithium cells "
                        + limit(definition, standard.lithium()) + ")";
    }

    private static String beside(String what, int amount) {
        String of = what + " of the battery profile";
        return amount == 0 ? of
                : of + (amount > 0 ? " + " : " - ") + QuantityText.format(Math.abs(amount), Dimension.VOLTAGE) + " a cell";
    }
}
