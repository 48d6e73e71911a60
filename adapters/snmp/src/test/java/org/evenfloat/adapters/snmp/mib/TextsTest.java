// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aLongTextIsCutBetweenTwoCharacters() {
        assertThat(Texts.utf8("a" + "ü".repeat(600))).hasSize(1_023);
        assertThat(new String(Texts.utf8("ü".repeat(600)), StandardCharsets.UTF_8)).isEqualTo("ü".repeat(511));
        assertThat(Texts.utf8("€".repeat(341))).hasSize(1_023);
    }

    @Test
    void aDisplayStringIsAscii() {
        assertThat(new String(Texts.ascii("Köln, Maße in µΩ – 25 °C", 63), StandardCharsets.US_ASCII))
                .isEqualTo("Koln, Masse in u? ? 25 ?C");
        assertThat(Texts.ascii("x".repeat(100), 63)).hasSize(63);
    }

    @Test
    void aDateHasTheOffsetOfItsZone() {
        assertThat(HexFormat.of().formatHex(Texts.date(1_795_000_000_700L, ZoneId.of("America/St_Johns"))))
                .isEqualTo("07ea" + "0b12" + "072428" + "07" + "2d" + "031e");
        assertThat(HexFormat.of().formatHex(Texts.date(1_795_000_000_000L, ZoneId.of("Europe/Berlin"))))
                .isEqualTo("07ea" + "0b12" + "0c0628" + "00" + "2b" + "0100");
    }
}
