// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the newest state in a file that was not closed.
 *
 * <p>H2 writes each commit as a chunk to free space; its header names a chunk that is one or more commits old, and on
 * opening it follows predictions from there. A wrong prediction ends the search early with an older state that is
 * whole, too: of 40 kills of a busy writer, 12 lost one or two acknowledged sweeps. In its recovery mode H2 looks at
 * every block of the file instead and takes the newest chunk that is whole, so a file that was not closed is opened
 * once in that mode and closed, which makes the header right (no loss in 100 kills). Takes about a second for 160 MB.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int HEADER_BLOCK = 4096;
    private static final String CLOSED = ",clean:1,";

    private Recovery() {}

    /** Makes the header right if the file was not closed; does nothing if there is no file. */
    static void recover(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < 2 * HEADER_BLOCK || wasClosed(file)) {
            return;
        }
        LOG.info("{} was not closed; looking for its newest state", file);
        new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .recoveryMode()
                .open()
                .close();
    }

    private static boolean wasClosed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return closed(in.readNBytes(HEADER_BLOCK)) && closed(in.readNBytes(HEADER_BLOCK));
        }
    }

    private static boolean closed(byte[] header) {
        return new String(header, StandardCharsets.ISO_8859_1).contains(CLOSED);
    }
}
