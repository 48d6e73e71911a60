// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An audit as it was at one moment: its files up to a length, and what stood in head and key. */
final class Snapshot {

    private final List<AuditPart> parts;
    private final Path headFile;
    private final Path keyFile;
    private Optional<AuditHead> head = Optional.empty();
    private Optional<AuditSeal> seal = Optional.empty();
    private String headProblem = "";
    private String keyProblem = "";

    Snapshot(List<AuditPart> parts, Path headFile, Path keyFile) {
        this.parts = parts;
        this.headFile = headFile;
        this.keyFile = keyFile;
    }

    /** Reads head and key; that one of them is damaged does not hinder from reading the rest. */
    Snapshot read() {
        try {
            head = AuditHead.read(headFile);
        } catch (IOException damaged) {
            headProblem = String.valueOf(damaged.getMessage());
        }
        try {
            seal = AuditSeal.read(keyFile);
        } catch (IOException damaged) {
            keyProblem = String.valueOf(damaged.getMessage());
        }
        return this;
    }

    /** Returns the files, the oldest first. */
    List<AuditPart> parts() {
        return parts;
    }

    Optional<AuditHead> head() {
        return head;
    }

    Optional<AuditSeal> seal() {
        return seal;
    }

    /** Returns why the head could not be read; empty when it could, and when there is none. */
    String headProblem() {
        return headProblem;
    }

    /** Returns why the key could not be read; empty when it could, and when there is none. */
    String keyProblem() {
        return keyProblem;
    }

    /** Returns the files that can hold entries before a number. */
    List<AuditPart> before(long number) throws IOException {
        int end = parts.size();
        while (number != Long.MAX_VALUE && end > 1 && first(parts.get(end - 1)) >= number) {
            end--;
        }
        return parts.subList(0, end);
    }

    private static long first(AuditPart part) throws IOException {
        try (ForwardLines lines = new ForwardLines(part)) {
            byte[] bytes = lines.next();
            AuditLine line = bytes == null ? null : AuditReader.lineOrNull(bytes);
            return line == null ? 0 : line.number();
        }
    }
}
