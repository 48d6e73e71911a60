// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;

/**
 * Writes the audit into files of a folder ({@code docs/audit.md}). Several objects in several processes may write into
 * one folder: the end is looked at anew when somebody else has written.
 */
public final class AuditFiles implements AuditTrail {

    /** Verb of the entry that tells what was wrong at the end of the audit. */
    static final String REPAIRED = "AUDIT_REPAIRED";

    /** Verb of the entry that tells which entries were removed for lack of room. */
    static final String SHORTENED = "AUDIT_SHORTENED";

    private final AuditFolder folder;
    private final AuditLimits limits;
    private AuditTail tail;

    /**
     * Nothing is touched before the first entry.
     *
     * @param folder holds nothing else; made when it is missing
     */
    public AuditFiles(Path folder) {
        this(folder, AuditLimits.USUAL);
    }

    AuditFiles(Path folder, AuditLimits limits) {
        this.folder = new AuditFolder(folder);
        this.limits = limits;
    }

    /** Returns the folder of the audit in a data folder. */
    public static Path folder(Path dataFolder) {
        return dataFolder.resolve("audit");
    }

    @Override
    public void append(AuditEntry entry) throws AuditFailure {
        boolean interrupted = Thread.interrupted(); // who ends this thread must not thereby make it write nothing down
        try {
            folder.create();
            try (AuditLock held = AuditLock.toWrite(folder.lock(), limits.waitMillis())) {
                write(entry);
            }
        } catch (IOException failure) {
            throw failed(failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private AuditFailure failed(IOException failure) {
        return new AuditFailure("The audit in " + folder.path() + " cannot be written: " + failure.getMessage()
                + " (check the free space and the rights of that folder).", failure);
    }

    private synchronized void write(AuditEntry entry) throws IOException {
        AuditTail before = tail;
        tail = null; // whatever goes wrong from here on, the end is looked at anew the next time
        Optional<AuditSeal> kept = AuditSeal.read(folder.key());
        AuditSeal seal = kept.isPresent() ? kept.get() : AuditSeal.create(folder.key());
        AuditTail now = before;
        if (before == null || kept.isEmpty() || !unchanged(before)) {
            TailSearch search = new TailSearch(folder, seal, kept.isEmpty());
            now = search.search();
            for (String found : search.found()) {
                now = put(now, own(entry.atMillis(), REPAIRED, folder.file(now.file()), found, ""), seal);
            }
        }
        if (now.file() == 0 || now.fileBytes() >= limits.fileBytes()) {
            now = shorten(now.inNewFile(), entry.atMillis(), seal);
        }
        tail = put(now, entry, seal);
    }

    private boolean unchanged(AuditTail known) throws IOException {
        Path file = folder.file(known.file());
        return Files.exists(file) && Files.size(file) == known.fileBytes() && !Files.exists(folder.file(known.file() + 1));
    }

    private static AuditEntry own(long atMillis, String verb, Path file, String before, String after) {
        Actor server = Actor.server();
        return new AuditEntry(
                atMillis, server.kind(), server.name(), server.from(), verb, String.valueOf(file.getFileName()),
                AuditEntry.Outcome.DONE, before, after);
    }

    private AuditTail put(AuditTail at, AuditEntry entry, AuditSeal seal) throws IOException {
        AuditTail to = at.file() == 0 ? at.inNewFile() : at;
        byte[] line = AuditLine.bytes(to.number() + 1, entry, to.hash(), seal);
        String hash = AuditLine.hashIn(line);
        Path file = folder.file(to.file());
        boolean fresh = !Files.exists(file);
        AuditFolder.createFile(file);
        try {
            AuditFolder.write(file, to.fileBytes(), line);
            if (fresh) {
                AuditFolder.force(folder.path());
            }
            AuditHead.of(to.number() + 1, hash, seal).write(folder.head());
        } catch (IOException failure) {
            takeBack(file, to.fileBytes(), failure);
            throw failure;
        }
        return to.after(hash, line.length);
    }

    private static void takeBack(Path file, long length, IOException failure) {
        try {
            AuditFolder.cut(file, length);
        } catch (IOException alsoThat) {
            failure.addSuppressed(alsoThat); // an incomplete line is mended at the next entry
        }
    }

    /** Makes room for a new file: first it is written down what goes, then it goes. */
    private AuditTail shorten(AuditTail inNewFile, long atMillis, AuditSeal seal) throws IOException {
        List<AuditPart> parts = AuditPart.whole(folder.files());
        long bytes = parts.stream().mapToLong(AuditPart::bytes).sum();
        AuditTail now = inNewFile;
        for (int i = 0; i < parts.size() - 1 && bytes + limits.fileBytes() > limits.budgetBytes(); i++) {
            AuditPart oldest = parts.get(i);
            now = put(now, own(atMillis, SHORTENED, oldest.file(), Shortening.text(oldest),
                    "removed for lack of room: the audit may have " + limits.budgetBytes() + " bytes"), seal);
            for (Path torn : folder.torn(oldest.file())) {
                Files.deleteIfExists(torn);
            }
            Files.deleteIfExists(oldest.file());
            bytes -= oldest.bytes();
        }
        return now;
    }

    @Override
    public void probe() throws AuditFailure {
        try {
            Path path = folder.path().toAbsolutePath();
            Path there = path;
            while (there.getParent() != null && !Files.exists(there)) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                throw new IOException(there + " is no folder that this server may write");
            }
            for (Path file : List.of(folder.lock(), folder.head())) {
                if (Files.exists(file) && !Files.isWritable(file)) {
                    throw new IOException("this server may not write " + file);
                }
            }
            AuditSeal.read(folder.key());
            long free = there.toFile().getUsableSpace();
            if (free < limits.freeBytes()) {
                throw new IOException("the disk has " + free + " bytes left, needed are " + limits.freeBytes());
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }
}
