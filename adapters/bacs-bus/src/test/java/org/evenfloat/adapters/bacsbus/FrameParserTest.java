// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.Test;

final class FrameParserTest {

    @Test
    void crcHasTheDocumentedCheckValue() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc16.of(digits, 0, digits.length)).isEqualTo(0x29B1);
    }

    @Test
    void anyGarbageCostsNoGoodFrame() {
        SeededCases.check("garbage between frames", 300, draw -> {
            List<byte[]> parts = new ArrayList<>();
            List<Integer> sent = new ArrayList<>();
            for (int i = draw.between(1, 12); i > 0; i--) {
                byte[] garbage = draw.bytes(draw.between(0, 30));
                if (garbage.length > 2 && draw.permille(500)) {
                    garbage[0] = (byte) 0xE7;
                }
                parts.add(garbage);
                int address = draw.between(1, 600);
                parts.add(Bytes.block(address, draw.between(0, 65_535), draw.between(-400, 850), 3));
                sent.add(address);
            }
            byte[] stream = Bytes.join(parts.toArray(byte[][]::new));
            assertThat(Parsed.addresses(stream, draw.between(1, 64))).isEqualTo(sent);
        });
    }

    @Test
    void oneBrokenByteCostsOneFrameOnly() {
        SeededCases.check("one broken byte", 300, draw -> {
            int frames = 10;
            int hit = draw.between(0, frames - 1);
            byte[][] parts = new byte[frames][];
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < frames; i++) {
                parts[i] = Bytes.block(i + 1, draw.between(0, 65_535), draw.between(-400, 850), 3);
                if (i == hit) {
                    parts[i][draw.between(0, 11)] ^= (byte) draw.between(1, 255);
                } else {
                    expected.add(i + 1);
                }
            }
            assertThat(Parsed.addresses(Bytes.join(parts), draw.between(1, 200))).isEqualTo(expected);
        });
    }

    @Test
    void countsBytesThatBelongToNoFrame() {
        FrameParser parser = new FrameParser();
        byte[] stream = Bytes.join(Bytes.hex("00 11 22"), Bytes.ack(9, 0), Bytes.hex("33"));
        parser.feed(stream, stream.length);
        assertThat(parser.next(new Frame(), false)).isEqualTo(FrameParser.Outcome.FRAME);
        assertThat(parser.takeSkipped()).isEqualTo(3);
        assertThat(parser.next(new Frame(), false)).isEqualTo(FrameParser.Outcome.INCOMPLETE);
        assertThat(parser.takeSkipped()).isEqualTo(1);
    }

    @Test
    void showsWhatABrokenFrameSays() {
        FrameParser parser = new FrameParser();
        byte[] broken = Bytes.broken(Bytes.block(300, 13_500, 250, 0), 6);
        parser.feed(broken, broken.length);
        Frame seen = new Frame();
        assertThat(parser.next(seen, false)).isEqualTo(FrameParser.Outcome.CORRUPT);
        assertThat(seen.address()).isEqualTo(300);
    }

    @Test
    void aLongGapInsideAFrameStartsAnew() {
        FrameParser parser = new FrameParser();
        byte[] longFrameBegins = Bytes.hex("E7 C8 7E 00 01");
        parser.feed(longFrameBegins, longFrameBegins.length);
        assertThat(parser.next(new Frame(), false)).isEqualTo(FrameParser.Outcome.INCOMPLETE);
        assertThat(parser.midFrame()).isTrue();
        parser.gap();
        byte[] answer = Bytes.ack(9, 0);
        parser.feed(answer, answer.length);
        assertThat(parser.next(new Frame(), false)).isEqualTo(FrameParser.Outcome.FRAME);
    }
}
