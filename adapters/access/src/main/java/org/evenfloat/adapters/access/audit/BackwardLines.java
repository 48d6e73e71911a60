// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;

/** Reads lines from the end of the newest file to the beginning of the oldest, a window at a time. */
final class BackwardLines implements Closeable {

    /** Two lines of the longest sort; what is longer is no line of ours, and comes in pieces. */
    private static final int WINDOW = 2 * AuditLimits.LINE_BYTES;

    private final List<AuditPart> parts;
    private int part;
    private RandomAccessFile file;

    /** Offset in the file behind what was not yet returned. */
    private long end;

    private byte[] window = new byte[0];

    /** Offset in the file of the first byte of the window. */
    private long start;

    /**
     * @param parts the oldest first
     */
    BackwardLines(List<AuditPart> parts) {
        this.parts = parts;
        this.part = parts.size();
    }

    /** Returns the line before, without its end, or null when there is none. */
    byte[] next() throws IOException {
        while (end == 0) {
            if (part == 0) {
                return null;
            }
            open(parts.get(--part));
        }
        int length = (int) (end - start);
        int behind = window[length - 1] == '\n' ? length - 1 : length;
        int from = lineStart(behind);
        if (from == 0 && start > 0 && length < WINDOW) {
            load();
            return next();
        }
        end = start + from;
        byte[] line = Arrays.copyOfRange(window, from, behind);
        if (from == 0) {
            load();
        }
        return line;
    }

    private int lineStart(int behind) {
        int from = behind;
        while (from > 0 && window[from - 1] != '\n') {
            from--;
        }
        return from;
    }

    private void open(AuditPart next) throws IOException {
        close();
        file = new RandomAccessFile(next.file().toFile(), "r");
        end = next.bytes();
        load();
    }

    private void load() throws IOException {
        int length = (int) Math.min(WINDOW, end);
        start = end - length;
        window = new byte[length];
        file.seek(start);
        file.readFully(window);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
