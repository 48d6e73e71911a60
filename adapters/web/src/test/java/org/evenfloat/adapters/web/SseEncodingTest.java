// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SseEncodingTest {

    private final long seed = Long.getLong("seed", 20_261_123);

    @Test
    void piecesInAnyOrderMakeOneGzipStream() throws Exception {
        Random random = new Random(seed);
        List<SseFrame> frames = new ArrayList<>();
        for (int length : new int[] {0, 1, 7, 8_191, 8_192, 8_193, 40_000, 200_000}) {
            byte[] json = new byte[length];
            random.nextBytes(json);
            frames.add(SseFrame.event("image", length, () -> json));
        }
        frames.add(SseFrame.HEARTBEAT);
        for (int round = 0; round < 20; round++) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            SseEncoding gzip = new SseEncoding.Gzip();
            packed.writeBytes(gzip.begin());
            for (int i = random.nextInt(20); i > 0; i--) {
                SseFrame frame = frames.get(random.nextInt(frames.size()));
                plain.writeBytes(frame.plain());
                packed.writeBytes(gzip.next(frame));
            }
            packed.writeBytes(gzip.end());
            byte[] read = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes();
            assertThat(read).as("seed %d round %d", seed, round).isEqualTo(plain.toByteArray());
        }
    }
}
