// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.setting.SettingKind;

/** The parts of a limit as people write them, each with what may be given. */
public enum LimitPart {
    /** Beyond it a value is abnormal. */
    LIMIT("limit", "Limit"),
    /** How far a value has to come back. */
    DEADBAND("deadband", "Deadband"),
    /** How long a value has to be abnormal. */
    ON_DELAY("on-delay", "On-delay"),
    /** How long a value has to be ordinary again. */
    OFF_DELAY("off-delay", "Off-delay"),
    /** Whether anybody looks. */
    STATE("state", "State");

    private static final SettingKind DELAY =
            new SettingKind.Amount(QuantityRange.of(Dimension.TIME, "0 s", "7 d", "1 min"), List.of());
    private static final SettingKind NUMBER = new SettingKind.Whole(0, 1_000_000);

    private final String word;
    private final String title;

    LimitPart(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** Returns the word by which settings know it. */
    public String word() {
        return word;
    }

    /** Returns what people call it. */
    public String title() {
        return title;
    }

    /** Returns the parts that a row of the table has: what is only there or not has neither limit nor deadband. */
    public static List<LimitPart> of(AlarmDefinition definition) {
        return definition.hasLimit() ? List.of(values()) : List.of(ON_DELAY, OFF_DELAY, STATE);
    }

    /** Returns the words of the parts that a row of the table has. */
    public static List<String> words(AlarmDefinition definition) {
        return of(definition).stream().map(LimitPart::word).toList();
    }

    /** Returns the part of that word which a row of the table has. */
    public static Optional<LimitPart> find(AlarmDefinition definition, String word) {
        return of(definition).stream().filter(part -> part.word.equals(word)).findFirst();
    }

    /** Returns what may be given to it. */
    public SettingKind kind(AlarmDefinition definition) {
        return switch (this) {
            case LIMIT -> definition.signal().dimension()
                    .map(dimension -> amount(limitRange(definition.signal(), dimension))).orElse(NUMBER);
            case DEADBAND -> definition.signal().dimension()
                    .map(dimension -> amount(deadbandRange(dimension))).orElse(NUMBER);
            case ON_DELAY, OFF_DELAY -> DELAY;
            case STATE -> new SettingKind.OnOff();
        };
    }

    private static SettingKind amount(QuantityRange range) {
        return new SettingKind.Amount(range, List.of());
    }

    private static QuantityRange limitRange(AlarmSignal signal, Dimension dimension) {
        return switch (dimension) {
            case VOLTAGE -> signal == AlarmSignal.BLOCK_DEVIATION
                    ? QuantityRange.of(dimension, "-10 V", "10 V", "-300 mV")
                    : QuantityRange.of(dimension, "0 V", "30 V", "13.2 V");
            case TEMPERATURE -> QuantityRange.of(dimension, "-40 °C", "100 °C", "35 °C");
            case TEMPERATURE_DIFFERENCE -> QuantityRange.of(dimension, "0 K", "100 K", "5 K");
            case RESISTANCE -> QuantityRange.of(dimension, "0 µΩ", "1000 mΩ", "4.5 mΩ");
            case SHARE -> switch (signal) {
                case DISK_FREE -> QuantityRange.of(dimension, "0 %", "100 %", "10 %");
                case BLOCK_IN_DISCHARGE -> QuantityRange.of(dimension, "1 %", "100 %", "3.5 %");
                default -> QuantityRange.of(dimension, "-100 %", "1000 %", "25 %");
            };
            case TIME -> QuantityRange.of(dimension, "0 s", "7 d", "15 min");
            default -> throw new IllegalArgumentException(signal + " measures " + dimension + " - nothing so far does");
        };
    }

    private static QuantityRange deadbandRange(Dimension dimension) {
        return switch (dimension) {
            case VOLTAGE -> QuantityRange.of(dimension, "0 V", "10 V", "60 mV");
            case TEMPERATURE, TEMPERATURE_DIFFERENCE ->
                QuantityRange.of(Dimension.TEMPERATURE_DIFFERENCE, "0 K", "50 K", "1 K");
            case RESISTANCE -> QuantityRange.of(dimension, "0 µΩ", "1000 mΩ", "0.1 mΩ");
            case SHARE -> QuantityRange.of(dimension, "0 %", "100 %", "2 %");
            case TIME -> QuantityRange.of(dimension, "0 s", "1 d", "1 min");
            default -> throw new IllegalArgumentException(dimension + " - nothing so far measures it");
        };
    }

    /** Returns the text of a part of a limit. */
    public String text(AlarmDefinition definition, AlarmLimit limit) {
        return switch (this) {
            case LIMIT -> text(definition, limit.limit());
            case DEADBAND -> text(definition, limit.deadband());
            case ON_DELAY -> QuantityText.format(limit.onDelayMillis(), Dimension.TIME);
            case OFF_DELAY -> QuantityText.format(limit.offDelayMillis(), Dimension.TIME);
            case STATE -> SettingKind.OnOff.text(limit.on());
        };
    }

    /** Returns the text of what somebody gives; empty when he does not give this part. */
    public Optional<String> text(AlarmDefinition definition, AlarmOverride given) {
        return switch (this) {
            case LIMIT -> given.limit().map(amount -> text(definition, amount));
            case DEADBAND -> given.deadband().map(amount -> text(definition, amount));
            case ON_DELAY -> given.onDelayMillis().map(millis -> QuantityText.format(millis, Dimension.TIME));
            case OFF_DELAY -> given.offDelayMillis().map(millis -> QuantityText.format(millis, Dimension.TIME));
            case STATE -> given.on().map(SettingKind.OnOff::text);
        };
    }

    private String text(AlarmDefinition definition, int amount) {
        return kind(definition) instanceof SettingKind.Amount kind
                ? QuantityText.format(amount, kind.range().dimension()) : Integer.toString(amount);
    }

    /** Returns what is given with this part given, too, as its canonical text. */
    public AlarmOverride with(AlarmDefinition definition, AlarmOverride given, String canonical) {
        return switch (this) {
            case LIMIT -> new AlarmOverride(given.on(), Optional.of((int) amount(definition, canonical)),
                    given.deadband(), given.onDelayMillis(), given.offDelayMillis());
            case DEADBAND -> new AlarmOverride(given.on(), given.limit(),
                    Optional.of((int) amount(definition, canonical)), given.onDelayMillis(), given.offDelayMillis());
            case ON_DELAY -> new AlarmOverride(given.on(), given.limit(), given.deadband(),
                    Optional.of(amount(definition, canonical)), given.offDelayMillis());
            case OFF_DELAY -> new AlarmOverride(given.on(), given.limit(), given.deadband(), given.onDelayMillis(),
                    Optional.of(amount(definition, canonical)));
            case STATE -> new AlarmOverride(Optional.of(canonical.equals(SettingKind.OnOff.ON)), given.limit(),
                    given.deadband(), given.onDelayMillis(), given.offDelayMillis());
        };
    }

    private long amount(AlarmDefinition definition, String canonical) {
        return kind(definition) instanceof SettingKind.Amount kind
                ? kind.range().parse(canonical).orElseThrow() : Long.parseLong(canonical);
    }
}
