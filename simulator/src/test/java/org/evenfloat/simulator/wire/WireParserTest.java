// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireParserTest {

    private static final byte[] SAMPLE = TestMaster.hex("E7 01 41 00 00 05 F3 D0");
    private static final byte[] MEASURED = TestMaster.hex("E7 05 62 00 17 35 38 00 FD 45 44 0A");

    private final WireParser parser = new WireParser();
    private final WireFrame frame = new WireFrame();

    @Test
    void findsAFrameThatComesByteByByte() {
        for (int at = 0; at < MEASURED.length; at++) {
            assertThat(parser.next(frame)).as("before byte %d", at).isFalse();
            parser.feed(MEASURED, at, 1);
        }
        assertThat(parser.next(frame)).isTrue();
        assertThat(frame.toBytes()).isEqualTo(MEASURED);
        assertThat(parser.next(frame)).isFalse();
        assertThat(parser.pending()).isZero();
    }

    @Test
    void skipsWhatStandsBeforeAFrame() {
        assertThat(found(join(TestMaster.hex("00 FF 41"), SAMPLE, TestMaster.hex("12"), MEASURED)))
                .containsExactly(text(SAMPLE), text(MEASURED));
        assertThat(parser.skippedBytes()).isEqualTo(4);
    }

    @Test
    void findsAFrameInsideABrokenOne() {
        byte[] broken = TestMaster.hex("E7 09 66 00");
        assertThat(found(join(broken, SAMPLE, MEASURED))).containsExactly(text(SAMPLE), text(MEASURED));
    }

    @Test
    void dropsOnlyTheBeginOfAFrameWithImpossibleLength() {
        assertThat(found(join(TestMaster.hex("E7 C9"), SAMPLE))).containsExactly(text(SAMPLE));
    }

    @Test
    void givesUpAnIncompleteFrameAfterAnInterruption() {
        assertThat(found(TestMaster.hex("E7 C8 41 00 00 E7 01 41"))).isEmpty();
        assertThat(parser.pending()).isEqualTo(8);
        parser.interrupt();
        assertThat(parser.next(frame)).isFalse();
        assertThat(parser.pending()).isZero();
        assertThat(found(SAMPLE)).containsExactly(text(SAMPLE));
    }

    @Test
    void findsACompleteFrameInsideAnInterruptedOne() {
        parser.feed(join(TestMaster.hex("E7 C8 41"), SAMPLE), 0, 11);
        assertThat(parser.next(frame)).isFalse();
        parser.interrupt();
        assertThat(parser.next(frame)).isTrue();
        assertThat(frame.toBytes()).isEqualTo(SAMPLE);
    }

    @Test
    void oneBrokenByteNeverCostsASecondFrame() {
        Random random = new Random(TestRoom.SEED);
        for (int run = 0; run < 400; run++) {
            List<String> sent = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            int broken = random.nextInt(6);
            for (int number = 0; number < 6; number++) {
                byte[] bytes = randomFrame(random);
                if (number == broken) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                } else {
                    sent.add(text(bytes));
                }
                stream.writeBytes(bytes);
            }
            List<String> found = found(stream.toByteArray());
            parser.interrupt();
            while (parser.next(frame)) {
                found.add(text(frame.toBytes()));
            }
            assertThat(found).as("seed %d, run %d", TestRoom.SEED, run).isEqualTo(sent);
        }
    }

    private static byte[] randomFrame(Random random) {
        WireFrame frame = new WireFrame().start(random.nextInt(64), random.nextInt(0x10000));
        for (int left = random.nextInt(40); left > 0; left--) {
            frame.u8(random.nextInt(3) == 0 ? WireFrame.BEGIN : random.nextInt(256));
        }
        return frame.end().toBytes();
    }

    private List<String> found(byte[] bytes) {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += WireParser.MAX_FEED) {
            parser.feed(bytes, from, Math.min(WireParser.MAX_FEED, bytes.length - from));
            while (parser.next(frame)) {
                found.add(text(frame.toBytes()));
            }
        }
        return found;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : bytes) {
            text.append(String.format("%02X ", value));
        }
        return text.toString();
    }
}
