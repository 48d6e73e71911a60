// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.StandardLimit;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.text.NearestWord;

/**
 * What a battery profile can say of alarms: a part of the limit of a row about blocks or strings. Where the limit of a
 * row grows with the cells of a block, a profile gives it per cell.
 *
 * @param row of the table
 * @param part of its limit
 */
public record ProfilePart(AlarmDefinition row, LimitPart part) {

    private static final QuantityRange VOLTAGE = QuantityRange.of(Dimension.VOLTAGE, "0.5 V", "5 V", "2.2 V");
    private static final QuantityRange DEVIATION = QuantityRange.of(Dimension.VOLTAGE, "-1 V", "1 V", "-100 mV");
    private static final QuantityRange DEADBAND = QuantityRange.of(Dimension.VOLTAGE, "0 V", "1 V", "10 mV");

    private static final List<String> ROWS =
            AlarmTable.all().stream().filter(ProfilePart::fits).map(AlarmDefinition::id).toList();

    /** Modules, lines and the monitor are no matter of the battery. */
    private static boolean fits(AlarmDefinition row) {
        AlarmScope scope = row.signal().scope();
        return row.hasLimit() && (scope == AlarmScope.BLOCK || scope == AlarmScope.STRING);
    }

    /** Returns what a key such as {@code string-voltage-low-alarm.limit} means. */
    public static Optional<ProfilePart> find(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? Optional.empty()
                : AlarmTable.find(key.substring(0, dot)).filter(ProfilePart::fits)
                        .flatMap(row -> LimitPart.find(row, key.substring(dot + 1)).map(part -> new ProfilePart(row, part)));
    }

    /** Returns what is allowed, in words, for whoever gave another key. */
    public static String allowed(String key) {
        int dot = key.indexOf('.');
        String row = dot < 0 ? key : key.substring(0, dot);
        if (dot >= 0 && ROWS.contains(row)) {
            List<String> parts = LimitPart.words(AlarmTable.find(row).orElseThrow());
            return row + ". and " + NearestWord.list(key.substring(dot + 1), parts);
        }
        return "an alarm of blocks or strings that has a limit, and a part of it, such as string-voltage-low-alarm.limit"
                + NearestWord.hint(row, ROWS);
    }

    /** Returns what may be given to it, per cell where the row counts per cell. */
    public SettingKind kind() {
        boolean amount = part == LimitPart.LIMIT || part == LimitPart.DEADBAND;
        if (!amount || !perCell(row)) {
            return part.kind(row);
        }
        QuantityRange limit = row.signal() == AlarmSignal.BLOCK_DEVIATION ? DEVIATION : VOLTAGE;
        return new SettingKind.Amount(part == LimitPart.DEADBAND ? DEADBAND : limit, List.of());
    }

    /** Returns whether limits of a row grow with the cells of a block. */
    static boolean perCell(AlarmDefinition row) {
        return row.standard().from() != StandardLimit.From.NOTHING;
    }
}
