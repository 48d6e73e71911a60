// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads the lines of one file from its beginning. */
final class ForwardLines implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final InputStream file;
    private long left;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;
    private byte[] line = new byte[1024];
    private boolean complete;

    ForwardLines(AuditPart part) throws IOException {
        this.file = new FileInputStream(part.file().toFile());
        this.left = part.bytes();
    }

    /** Returns the next line without its end, or null; of a line that is much too long the beginning. */
    byte[] next() throws IOException {
        int length = 0;
        complete = false;
        while (!complete && more()) {
            int stop = next;
            while (stop < filled && chunk[stop] != '\n') {
                stop++;
            }
            length = keep(stop, length);
            complete = stop < filled;
            next = complete ? stop + 1 : stop;
        }
        return length == 0 && !complete ? null : Arrays.copyOf(line, length);
    }

    private int keep(int stop, int length) {
        int taken = Math.min(stop - next, AuditLimits.LINE_BYTES - length);
        if (length + taken > line.length) {
            line = Arrays.copyOf(line, Math.min(AuditLimits.LINE_BYTES, Math.max(2 * line.length, length + taken)));
        }
        System.arraycopy(chunk, next, line, length, taken);
        return length + taken;
    }

    /** Returns whether the line that was returned last had an end. */
    boolean complete() {
        return complete;
    }

    private boolean more() throws IOException {
        if (next < filled) {
            return true;
        }
        next = 0;
        filled = left == 0 ? 0 : file.read(chunk, 0, (int) Math.min(CHUNK, left));
        left -= Math.max(0, filled);
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
