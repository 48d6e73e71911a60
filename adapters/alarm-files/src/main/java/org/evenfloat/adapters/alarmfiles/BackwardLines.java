// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the lines of a file from its end to its beginning, as it was when this was made, a window at a time. */
final class BackwardLines implements Closeable {

    private static final int WINDOW = 64 * 1024;

    /** Far more than a record needs; what is longer is none, and comes in pieces. */
    private static final int LONGEST = 1 << 20;

    private final RandomAccessFile file;
    private byte[] window = new byte[0];

    /** Offset in the file of the first byte of the window. */
    private long start;

    /** Bytes of the window that are yet to be returned. */
    private int left;

    private boolean whole;
    private long lineEnd;

    BackwardLines(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        start = file.length();
    }

    /** Returns the line before, without its end, or null when there is none. */
    byte[] next() throws IOException {
        if (left == 0 && !more()) {
            return null;
        }
        whole = window[left - 1] == '\n';
        lineEnd = start + left;
        int end = whole ? 1 : 0;
        int from = lineStart(left - end);
        while (from == 0 && left < LONGEST) {
            int known = left;
            if (!more()) {
                break;
            }
            from = lineStart(left - known);
        }
        byte[] line = Arrays.copyOfRange(window, from, left - end);
        left = from;
        return line;
    }

    /** Returns where the line begins whose bytes before {@code behind} are still to be looked at. */
    private int lineStart(int behind) {
        int from = behind;
        while (from > 0 && window[from - 1] != '\n') {
            from--;
        }
        return from;
    }

    /** Puts the bytes before the window in front of what is left of it; false when there are none. */
    private boolean more() throws IOException {
        int length = (int) Math.min(WINDOW, start);
        if (length == 0) {
            return false;
        }
        byte[] longer = new byte[length + left];
        file.seek(start - length);
        file.readFully(longer, 0, length);
        System.arraycopy(window, 0, longer, length, left);
        start -= length;
        left += length;
        window = longer;
        return true;
    }

    /** Returns whether the last line ended as lines do; only the last one of a file may not. */
    boolean whole() {
        return whole;
    }

    /** Returns the offset behind the last line and its end. */
    long lineEnd() {
        return lineEnd;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
