// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the parser makes of bytes that come in chunks. */
final class Parsed {

    private Parsed() {}

    static List<byte[]> frames(byte[] bytes, int chunk) {
        FrameParser parser = new FrameParser();
        List<byte[]> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += chunk) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk));
            parser.feed(part, part.length);
            drain(parser, false, frames);
        }
        drain(parser, true, frames);
        return frames;
    }

    static List<Integer> addresses(byte[] bytes, int chunk) {
        return frames(bytes, chunk).stream().map(Bytes::address).toList();
    }

    private static void drain(FrameParser parser, boolean over, List<byte[]> frames) {
        Frame frame = new Frame();
        FrameParser.Outcome outcome = parser.next(frame, over);
        while (outcome != FrameParser.Outcome.INCOMPLETE) {
            if (outcome == FrameParser.Outcome.FRAME) {
                frames.add(Arrays.copyOf(frame.bytes(), frame.length()));
            }
            outcome = parser.next(frame, over);
        }
    }
}
