// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.evenfloat.application.port.in.CollectSupport.Piece;

/** A zip of bounded size that goes on when a piece of it cannot be had, and says so inside. */
final class BundleZip implements AutoCloseable {

    /** Most bytes of one piece before packing. */
    static final long PIECE_BYTES = 16L << 20;

    /** Most bytes of all pieces before packing. */
    static final long ALL_BYTES = 64L << 20;

    private final ZipOutputStream zip;
    private long allBytes;

    BundleZip(OutputStream target) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    }

    /**
     * Adds a piece, or a text that says why it is missing or cut.
     *
     * @throws IOException when the target takes nothing more
     */
    void add(Piece piece) throws IOException {
        String problem = null;
        zip.putNextEntry(new ZipEntry(piece.name()));
        try {
            piece.content().writeTo(new Bounded());
        } catch (IOException | RuntimeException e) {
            problem = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        zip.closeEntry();
        if (problem != null) {
            zip.putNextEntry(new ZipEntry(piece.name() + ".problem.txt"));
            zip.write((problem + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.flush();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Takes what fits; the target fails on its own. */
    private final class Bounded extends FilterOutputStream {

        private long bytes;

        Bounded() {
            super(zip);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            if (bytes + length > PIECE_BYTES || allBytes + length > ALL_BYTES) {
                throw new IOException("cut: a file has at most " + (PIECE_BYTES >> 20) + " MiB, a bundle "
                        + (ALL_BYTES >> 20) + " MiB");
            }
            bytes += length;
            allBytes += length;
            zip.write(from, offset, length);
        }

        @Override
        public void close() {
            // the entry ends with the piece, the zip with the bundle
        }
    }
}
