// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1763816607000, 1763816607000",
        "2025-11-22T13:03:27Z, 1763816607000",
        "2025-11-22T14:03:27+01:00, 1763816607000",
        "2025-11-22T14:03:27 01:00, 1763816607000",
        "2025-11-22T13:03:27.250Z, 1763816607250",
        "9999-12-31T23:59:59.999Z, 253402300799999",
    })
    void readsEpochMillisAndOffsets(String text, long millis) {
        assertThat(Instants.parse(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "-1", "yesterday", "2025-11-22", "2025-11-22T14:03:27", "2025-13-01T00:00:00Z", "1e12",
        "253402300800000", "9999999999999999", "1969-12-31T23:59:59Z", "+292278994-08-17T07:12:55Z",
    })
    void refusesEverythingElse(String text) {
        assertThat(Instants.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1763816607000, 2025-11-22T14:03:27+01:00", "1763816607250, 2025-11-22T14:03:27.25+01:00"})
    void writesTheZoneOfTheSite(long millis, String text) {
        assertThat(Instants.iso(millis, Room.ZONE)).isEqualTo(text);
    }
}
