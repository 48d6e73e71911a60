// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A black box as one file. */
final class BoxFile implements Closeable {

    /** Far more than a text of it needs. */
    private static final int MOST_TEXT_BYTES = 16 << 20;

    private final ZipFile zip;

    /** @throws IOException when that is no zip file that can be read */
    BoxFile(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
    }

    /**
     * Whether every part is as it was written.
     *
     * @param seal SHA-256 of the manifest; empty when there is none
     * @param problems what does not fit, a sentence each; empty when everything does
     */
    record Seal(String seal, List<String> problems) {

        Seal {
            problems = List.copyOf(problems);
        }
    }

    Seal check() throws IOException {
        List<String> problems = new ArrayList<>();
        byte[] manifest;
        try {
            manifest = bytes(BoxWriter.MANIFEST);
        } catch (IOException e) {
            return new Seal("", List.of(BoxWriter.MANIFEST + " cannot be read (" + e.getMessage()
                    + "): nothing shows whether the other parts are as they were written"));
        }
        Map<String, String> hashes = hashes(new String(manifest, UTF_8), problems);
        zip.stream().map(ZipEntry::getName).filter(name -> !name.equals(BoxWriter.MANIFEST) && !hashes.containsKey(name))
                .forEach(name -> problems.add(name + " is not in the manifest: it was added"));
        for (Map.Entry<String, String> part : hashes.entrySet()) {
            String problem = problem(part.getKey(), part.getValue());
            if (!problem.isEmpty()) {
                problems.add(problem);
            }
        }
        MessageDigest digest = TapeRows.sha256();
        return new Seal(HexFormat.of().formatHex(digest.digest(manifest)), problems);
    }

    private static Map<String, String> hashes(String manifest, List<String> problems) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : manifest.split("\n")) {
            if (line.matches("[0-9a-f]{64}  \\S.*")) {
                hashes.put(line.substring(66), line.substring(0, 64));
            } else {
                problems.add(BoxWriter.MANIFEST + " holds a line that is none: " + line);
            }
        }
        return hashes;
    }

    private String problem(String name, String hash) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return name + " is missing";
        }
        MessageDigest digest = TapeRows.sha256();
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            return name + " is damaged: " + e.getMessage();
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash) ? "" : name + " is not as it was written";
    }

    byte[] bytes(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no part " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(MOST_TEXT_BYTES);
        }
    }

    String text(String name) throws IOException {
        return new String(bytes(name), UTF_8);
    }

    BufferedReader lines(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no part " + name);
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), UTF_8));
    }

    /** Returns the names of the states by their numbers. */
    TreeMap<Long, String> states() {
        TreeMap<Long, String> states = new TreeMap<>();
        zip.stream().map(ZipEntry::getName).filter(name -> name.matches("state-\\d{1,18}\\.bin"))
                .forEach(name -> states.put(Long.parseLong(name.substring(6, name.length() - 4)), name));
        return states;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
