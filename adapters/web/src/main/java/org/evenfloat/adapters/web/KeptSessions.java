// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of browsers, which outlive a restart of the server so that an open page comes back by itself. Only
 * fingerprints are kept: who reads the file cannot sign in with it. Bounded: the oldest session ends first.
 */
final class KeptSessions {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    private static final int MOST = 32;
    private static final int FINGERPRINT_LENGTH = 64;

    private final Path file;
    private final Deque<String> fingerprints = new ArrayDeque<>();

    /**
     * Reads what was kept.
     *
     * @param file one fingerprint a line, the oldest first; null keeps nothing
     */
    KeptSessions(Path file) {
        this.file = file;
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .filter(line -> line.length() == FINGERPRINT_LENGTH)
                    .limit(MOST)
                    .forEach(fingerprints::add);
        } catch (IOException e) {
            LOG.warn("{} cannot be read; browsers have to sign in anew", file, e);
        }
    }

    /** Adds a session. */
    synchronized void add(String session) {
        if (fingerprints.size() == MOST) {
            fingerprints.remove();
        }
        fingerprints.add(fingerprint(session));
        if (file != null) {
            keep();
        }
    }

    private void keep() {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(next, fingerprints, StandardCharsets.US_ASCII);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; browsers have to sign in anew after a restart", file, e);
        }
    }

    /** Returns whether that session was added. Every fingerprint is compared in the same time. */
    synchronized boolean has(String session) {
        if (session == null) {
            return false;
        }
        byte[] given = fingerprint(session).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String kept : fingerprints) {
            found |= MessageDigest.isEqual(given, kept.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }

    private static String fingerprint(String session) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
