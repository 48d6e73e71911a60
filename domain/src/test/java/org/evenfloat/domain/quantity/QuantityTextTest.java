// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTextTest {

    @ParameterizedTest
    @CsvSource({
        "2.27 V, VOLTAGE, 2270", "2270 mV, VOLTAGE, 2270", "2.27V, VOLTAGE, 2270", "-1.5 V, VOLTAGE, -1500",
        "20 mA, CURRENT, 20", "1.5 A, CURRENT, 1500", "17.5 mA, SMALL_CURRENT, 17500", "800 µA, SMALL_CURRENT, 800",
        "80 Ah, CHARGE, 80000", "7200 mAh, CHARGE, 7200", "0.5 mΩ, RESISTANCE, 500", "500 µΩ, RESISTANCE, 500",
        "120 ms, TIME, 120", "10 s, TIME, 10000", "20 min, TIME, 1200000", "12 h, TIME, 43200000",
        "2 d, TIME, 172800000", "1.5 min, TIME, 90000", "3 kB, SIZE, 3000", "500 MB, SIZE, 500000000",
        "2 GB, SIZE, 2000000000", "25.37 °C, TEMPERATURE, 2537", "-5 °C, TEMPERATURE, -500", "0 s, TIME, 0"
    })
    void readsEveryUnit(String text, Dimension dimension, long amount) {
        assertThat(QuantityText.parse(text, dimension)).hasValue(amount);
    }

    @Test
    void takesBothSpellingsOfMicroAndOhm() {
        assertThat(QuantityText.parse("500 \u03bc\u2126", Dimension.RESISTANCE)).hasValue(500);
        assertThat(QuantityText.parse("500 \u00b5\u03a9", Dimension.RESISTANCE)).hasValue(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = {
        "2.27;VOLTAGE", "2,27 V;VOLTAGE", "V;VOLTAGE", "2.27 Ah;VOLTAGE", "2.27 v;VOLTAGE", "2.27  V;VOLTAGE",
        " 2.27 V;VOLTAGE", "2.27 V ;VOLTAGE", "2.2705 V;VOLTAGE", ".5 V;VOLTAGE", "5. V;VOLTAGE", "1e3 V;VOLTAGE",
        "+5 V;VOLTAGE", "0.5 ms;TIME", "10 S;TIME", "999999999999 d;TIME", "1 Gb;SIZE", "0x10 V;VOLTAGE",
        "NaN V;VOLTAGE"
    })
    void refusesWhatIsNoQuantityInItsResolution(String text, Dimension dimension) {
        assertThat(QuantityText.parse(text, dimension)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2270, VOLTAGE, 2.27 V", "150, CURRENT, 150 mA", "17500, SMALL_CURRENT, 17.5 mA", "0, CURRENT, 0 mA",
        "80000, CHARGE, 80 Ah", "43200000, TIME, 12 h", "90000, TIME, 1.5 min", "120, TIME, 120 ms",
        "10583, TIME, 10.583 s", "2000000000, SIZE, 2 GB", "20000000, CHARGE, 20000 Ah"
    })
    void writesTheLargestUnitThatKeepsItShort(long amount, Dimension dimension, String text) {
        assertThat(QuantityText.format(amount, dimension)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void readsWhatItWrites(Dimension dimension) {
        long seed = Long.getLong("seed", 20261122L);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            long amount = random.nextLong() % (1L << 1 + random.nextInt(40));
            String text = QuantityText.format(amount, dimension);
            assertThat(QuantityText.parse(text, dimension)).as("%s, seed %d", text, seed).hasValue(amount);
        }
    }
}
