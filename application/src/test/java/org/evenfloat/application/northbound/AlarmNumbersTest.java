// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.AlarmTable;
import org.junit.jupiter.api.Test;

/** Numbers that others have written down. */
class AlarmNumbersTest {

    private static final int CODES = 69;
    private static final int HASH_OF_CODES = -514954240;

    @Test
    void everyAlarmHasACodeOfItsOwn() {
        assertThat(AlarmTable.all()).allSatisfy(row -> assertThat(AlarmCodes.code(row)).as(row.id()).isPositive());
        assertThat(AlarmTable.all().stream().map(AlarmCodes::code)).doesNotHaveDuplicates();
    }

    @Test
    void codesOfTheFirstVersionStay() {
        assertThat(AlarmCodes.IDS.stream().limit(CODES).collect(Collectors.joining(",")).hashCode())
                .as("the first %s codes", CODES).isEqualTo(HASH_OF_CODES);
    }

    @Test
    void everySignalIsOfAKindThatHasAName() {
        int all = Arrays.stream(AlarmSignal.values()).mapToInt(AlarmKinds::bit).reduce(0, (a, b) -> a | b);
        assertThat(all).isEqualTo((1 << AlarmKinds.NAMES.size()) - 1);
    }
}
