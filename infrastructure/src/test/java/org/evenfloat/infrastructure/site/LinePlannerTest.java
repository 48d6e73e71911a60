// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePlannerTest {

    /** The bus document, section 5: 600 modules, 19 windows, duties to all: 10.6 s at 9600, 0.91 s at 115200. */
    @ParameterizedTest
    @CsvSource({"9600, 10600", "115200, 910"})
    void needsTheTimeOfTheBusDocument(int baud, long millis) {
        assertThat(sweepMillis(baud, 0, 600)).isBetween(millis * 98 / 100, millis * 102 / 100);
    }

    /** The figures of docs/site-file.md for the example of ten strings. */
    @ParameterizedTest
    @CsvSource({"9600, 10.8", "115200, 1.0"})
    void needsTheTimeOfTheSiteFileDocument(int baud, String seconds) throws Exception {
        int[] addresses = IntStream.concat(IntStream.rangeClosed(1, 600),
                IntStream.concat(IntStream.rangeClosed(60_001, 60_010), IntStream.of(60_100))).toArray();
        LineSettings settings = new LineSettings("L1", new LineSettings.Serial("COM1"), baud, 120, 5);
        assertThat(LinePlanner.sweepMillis(settings, addresses) / 1000.0)
                .isCloseTo(Double.parseDouble(seconds), offset(0.05));
        assertThat(SiteTexts.document("site-file.md")).contains(seconds + " s at " + baud);
    }

    @Test
    void addsWhatThePortMayAddOnceForEveryWindow() {
        assertThat(sweepMillis(19_200, 50, 64) - sweepMillis(19_200, 0, 64)).isEqualTo(2 * 50);
        assertThat(sweepMillis(19_200, 50, 65) - sweepMillis(19_200, 0, 65)).isEqualTo(3 * 50);
    }

    @Test
    void addsALongerConversion() {
        LineSettings slow = new LineSettings("L1", new LineSettings.Serial("COM1"), 19_200, 500, 0);
        assertThat(LinePlanner.sweepMillis(slow, new int[] {1}) - sweepMillis(19_200, 0, 1)).isEqualTo(380);
    }

    @ParameterizedTest
    @CsvSource({
        "115200, 1-64, 2000", "115200, 1-900, 2000", "115200, 1-1200, 5000", "19200, 1-600, 10000",
        "9600, 1-600, 20000", "9600, 1-1200, 30000", "9600, 1-1500, 60000"
    })
    void sweepsAsOftenAsTheLineCanWithTwentyPercentToSpare(int baud, String addresses, int millis) throws Exception {
        SiteConfiguration configuration = SiteTexts.parse(site("baud: " + baud, "[\"L1: " + addresses + "\"]"));
        LineConfiguration line = configuration.lines().get(0);
        long needed = LinePlanner.sweepMillis(line.settings(),
                IntStream.rangeClosed(1, Integer.parseInt(addresses.substring(2))).toArray());
        assertThat(line.plan().sweepPeriodMillis()).as("needs %d ms", needed).isEqualTo(millis);
        assertThat(needed).isLessThanOrEqualTo(millis * 8L / 10);
    }

    @Test
    void saysHowLongTheLineNeeds() {
        assertThat(SiteTexts.problems(site("baud: 9600, sweep-period: 10 s", "[\"L1: 1-600\"]"))).containsExactly(
                "line 3, lines[0].sweep-period: \"10 s\", but the line needs "
                        + sweepMillis(9600, 5, 600) / 1000.0 + " s for its 600 devices at 9600 baud"
                        + " - allowed: at least that; less with a faster baud");
    }

    @Test
    void refusesALineThatNoPeriodFits() {
        String sparse = IntStream.range(0, 2000).mapToObj(i -> "\"L1: " + (1 + 3 * i) + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
        assertThat(SiteTexts.problems(site("answer-allowance: 50 ms", sparse))).singleElement().asString()
                .matches("line 3, lines\\[0]: the line needs [0-9.]+ (s|min) for its 2000 devices at 19200 baud - "
                        + "allowed: at most 60 s: a faster baud, fewer devices, or addresses without gaps");
    }

    private static long sweepMillis(int baud, int allowanceMillis, int devices) {
        LineSettings settings = new LineSettings("L1", new LineSettings.Serial("COM1"), baud, 120, allowanceMillis);
        return LinePlanner.sweepMillis(settings, IntStream.rangeClosed(1, devices).toArray());
    }

    private static String site(String lineKeys, String modules) {
        return """
                evenfloat: 1
                site: { name: Test, time-zone: UTC }
                lines: [{ id: L1, serial: COM1, %s }]
                batteries:
                  - { id: A, profile: vrla-agm, cells-per-block: 6, capacity: 80 Ah, module: C20,
                      strings: [{ id: A1, modules: %s }] }
                """.formatted(lineKeys, modules);
    }
}
