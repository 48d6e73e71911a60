// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireFrameTest {

    @Test
    void crcHasTheCheckValueOfTheDocument() {
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(WireCrc.of(check, 0, check.length)).isEqualTo(0x29B1);
    }

    @Test
    void sampleIsTheFrameOfTheDocument() {
        assertThat(TestMaster.frame(WireType.SAMPLE, 0, 5).toBytes())
                .isEqualTo(TestMaster.hex("E7 01 41 00 00 05 F3 D0"));
    }

    @Test
    void measuredIsTheFrameOfTheDocument() {
        WireFrame frame = new WireFrame().start(WireType.MEASURED_BLOCK, 0x17).u16(13_624).u16(253).u8(0x45).end();
        assertThat(frame.toBytes()).isEqualTo(TestMaster.hex("E7 05 62 00 17 35 38 00 FD 45 44 0A"));
    }

    @Test
    void numbersComeBackAsTheyWerePutIn() {
        WireFrame frame = new WireFrame().start(WireType.ECHO, 0xFEFF).u8(0xA5).u16(-2).u32(0xFFFF_FFFEL).end();
        assertThat(frame.type()).isEqualTo(WireType.ECHO);
        assertThat(frame.address()).isEqualTo(0xFEFF);
        assertThat(frame.length()).isEqualTo(7);
        assertThat(frame.size()).isEqualTo(14);
        assertThat(frame.u8At(0)).isEqualTo(0xA5);
        assertThat(frame.i16At(1)).isEqualTo(-2);
        assertThat(frame.u16At(1)).isEqualTo(0xFFFE);
        assertThat(frame.u32At(3)).isEqualTo(0xFFFF_FFFEL);
    }

    @Test
    void refusesMoreThanTheLongestPayload() {
        WireFrame frame = new WireFrame().start(WireType.ECHO, 1);
        for (int at = 0; at < WireFrame.MAX_PAYLOAD; at++) {
            frame.u8(at);
        }
        assertThat(frame.end().toBytes()).hasSize(WireFrame.MAX_SIZE);
        assertThatThrownBy(() -> frame.u8(0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("200");
    }
}
