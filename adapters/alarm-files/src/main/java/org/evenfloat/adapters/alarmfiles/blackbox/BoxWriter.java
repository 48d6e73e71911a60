// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.evenfloat.adapters.alarmfiles.PrivateFiles;

/** Writes the parts of a black box into one zip file, each with its hash in the manifest, whose own hash is the seal. */
final class BoxWriter implements Closeable {

    static final String ABOUT = "about.txt";
    static final String CONFIGURATION = "configuration.txt";
    static final String MINUTES = "minutes.csv";
    static final String FAST = "fast.csv";
    static final String BREAKER = "breaker.csv";
    static final String MANIFEST = "manifest.txt";

    /** Writes a part. */
    interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final StringBuilder manifest = new StringBuilder();

    /** @param atMillis what the parts are stamped with, epoch ms */
    BoxWriter(Path file, long atMillis) throws IOException {
        Files.deleteIfExists(file);
        PrivateFiles.makeFolder(file.getParent());
        PrivateFiles.makeFile(file);
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE)), UTF_8);
        time = LocalDateTime.ofEpochSecond(Math.max(0, atMillis / 1_000), 0, ZoneOffset.UTC);
    }

    void part(String name, Part part) throws IOException {
        MessageDigest digest = TapeRows.sha256();
        entry(name, digest, part);
        manifest.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
    }

    private void entry(String name, MessageDigest digest, Part part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        OutputStream out = new BufferedOutputStream(new DigestOutputStream(zip, digest));
        part.writeTo(out);
        out.flush();
        zip.closeEntry();
    }

    /** Writes the manifest and returns the seal, in hexadecimal digits. */
    String seal() throws IOException {
        MessageDigest digest = TapeRows.sha256();
        entry(MANIFEST, digest, out -> out.write(manifest.toString().getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static void line(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(UTF_8));
        out.write('\n');
    }

    static void copy(InputStream from, OutputStream out) throws IOException {
        try (from) {
            from.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
