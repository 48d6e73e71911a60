// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "13500 | 1 mV    | terminal voltage                                     | 13500 mV",
        "-123  | 0.1 A   | string current                                       | -12.3 A",
        "2530  | 0.01 °C | surface temperature                                  | 25.30 °C",
        "1     | ''      | 0 unknown, 1 float, 2 boost                          | float",
        "7     | ''      | 0 unknown, 1 float, 2 boost                          | ''",
        "2     | ''      | of what stands: 0 nothing, 1 urgent, 2 high, 3 low   | high",
        "5     | ''      | 3 gone, 4 gone and latched, 5 gone, latched and acknowledged | gone, latched and acknowledged",
        "1     | ''      | 1 while the general alarm stands                     | ''",
        "0     | ''      | 1 while it is written, 0 while it cannot be          | ''",
        "65    | ''      | 0x0001 running, 0x0004 module lost, 0x0040 float     | running, float",
        "0     | ''      | 0x0001 running, 0x0004 module lost                   | ''",
        "16384 | ''      | 0x4000: the communication with the UPS is lost       | the communication with the UPS is lost",
        "3     | ''      | kinds of alarms that are active, a bit each          | voltage, temperature",
        "32770 | ''      | kinds of alarms that are active; 0x8000 while it stands | temperature",
        "60    | 1 s     | when, seconds since 1970 UTC                         | 1970-01-01T00:01:00Z",
        "2     | ''      | of two, four bits each, voltage lowest: 0 good, 2 stale | ''",
        "17    | ''      | strings installed                                    | ''",
    })
    void aNumberMeans(long number, String scale, String words, String meaning) {
        assertThat(Meaning.of(number, scale, words)).isEqualTo(meaning);
    }
}
