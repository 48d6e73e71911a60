// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.AuditEntry;

/**
 * Reads an audit: that of a server while it runs, a copy of its folder, or an exported file. Writes nothing, and sees what
 * there was when it began.
 */
public final class AuditReader implements AuditArchive {

    /** What is read: what is missing beside the files means something else for each. */
    enum Sort {
        SERVER,
        COPY,
        EXPORTED
    }

    /** Files that are removed for lack of room meanwhile make a reader begin again; twice would be very odd. */
    private static final int ATTEMPTS = 3;

    private static final long WAIT_MILLIS = 5_000;

    private final AuditFolder folder;
    private final Path file;
    private final Sort sort;

    private AuditReader(Path folder, Path file, Sort sort) {
        this.folder = new AuditFolder(folder);
        this.file = file;
        this.sort = sort;
    }

    /** Returns the audit in the folder where a server writes it; key and head belong there. */
    public static AuditReader server(Path folder) {
        return new AuditReader(folder, null, Sort.SERVER);
    }

    /** Returns the audit in a copy of that folder, which may lack key and head. */
    public static AuditReader copy(Path folder) {
        return new AuditReader(folder, null, Sort.COPY);
    }

    /** Returns an audit that was exported as {@link Form#JSONL}. */
    public static AuditReader exported(Path file) {
        return new AuditReader(file.toAbsolutePath().getParent(), file, Sort.EXPORTED);
    }

    /** Returns whether a folder looks like that of an audit. */
    public static boolean isAudit(Path folder) {
        AuditFolder there = new AuditFolder(folder);
        try {
            return Files.exists(there.head()) || !there.files().isEmpty();
        } catch (IOException unreadable) {
            return true; // which is told when it is read
        }
    }

    private interface Work<T> {
        T on(Snapshot snapshot) throws IOException;
    }

    /** What there is at one moment at which nobody writes. */
    private Snapshot snapshot() throws IOException {
        if (sort == Sort.EXPORTED) {
            return new Snapshot(AuditPart.whole(List.of(file)), null, null);
        }
        if (!Files.exists(folder.path())) {
            return new Snapshot(List.of(), null, null);
        }
        try (AuditLock held = AuditLock.toRead(folder.lock(), WAIT_MILLIS)) {
            return new Snapshot(AuditPart.whole(folder.files()), folder.head(), folder.key()).read();
        }
    }

    private <T> T run(Work<T> work) throws AuditFailure {
        for (int attempt = 1;; attempt++) {
            try {
                return work.on(snapshot());
            } catch (IOException failure) {
                boolean gone = failure instanceof FileNotFoundException || failure instanceof NoSuchFileException;
                if (attempt == ATTEMPTS || !gone) {
                    throw new AuditFailure("The audit in " + (file == null ? folder.path() : file) + " cannot be read: "
                            + failure.getMessage() + (gone ? " is not there." : "."), failure);
                }
            }
        }
    }

    @Override
    public List<Written> newest(long before, int entries) throws AuditFailure {
        return newest(before, entries, entry -> true);
    }

    /**
     * Returns the newest of those entries that are wanted, the newest first; looks through everything when there are not
     * enough of them.
     */
    public List<Written> newest(long before, int entries, Predicate<AuditEntry> wanted) throws AuditFailure {
        return run(snapshot -> {
            List<Written> found = new ArrayList<>();
            try (BackwardLines lines = new BackwardLines(snapshot.before(before))) {
                for (byte[] bytes = lines.next(); bytes != null && found.size() < entries; bytes = lines.next()) {
                    AuditLine line = lineOrNull(bytes);
                    if (line != null && line.number() < before && wanted.test(line.entry())) {
                        found.add(new Written(line.number(), line.hash(), line.entry()));
                    }
                }
            }
            return found;
        });
    }

    static AuditLine lineOrNull(byte[] bytes) {
        try {
            return AuditLine.parse(bytes);
        } catch (IOException damaged) {
            return null;
        }
    }

    @Override
    public Check check() throws AuditFailure {
        return check("");
    }

    /**
     * Checks, and looks for an entry that was noted elsewhere.
     *
     * @param noted hash of an entry that must be there; empty for none
     */
    public Check check(String noted) throws AuditFailure {
        return run(snapshot -> new WholeCheck(snapshot, sort, noted).run());
    }

    @Override
    public void export(Form form, OutputStream target) throws AuditFailure, IOException {
        Snapshot snapshot = run(found -> found);
        new AuditExport(form, target).write(snapshot.parts(), folder.path());
    }
}
