// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the end of an audit, and says what is wrong with it: an incomplete line that a death of the server has left is
 * moved to a file beside, everything else stays as it is. The chain goes on from the newest entry that is known to have
 * been there, so that what is missing stays visible as a gap.
 */
final class TailSearch {

    private final AuditFolder folder;
    private final AuditSeal seal;
    private final boolean freshKey;
    private final List<String> found = new ArrayList<>();

    /**
     * @param freshKey whether the key was just made, so that no seal can be checked
     */
    TailSearch(AuditFolder folder, AuditSeal seal, boolean freshKey) {
        this.folder = folder;
        this.seal = seal;
        this.freshKey = freshKey;
    }

    /** Returns what was wrong, to be written down. */
    List<String> found() {
        return found;
    }

    AuditTail search() throws IOException {
        List<Path> files = folder.files();
        if (freshKey && !files.isEmpty()) {
            found.add("the file key was missing; a new key was made, which the seals of all entries before do not fit");
        }
        Path last = files.isEmpty() ? null : files.get(files.size() - 1);
        if (last != null) {
            mend(last);
        }
        long file = last == null ? 0 : AuditFolder.number(last);
        long bytes = last == null ? 0 : Files.size(last);
        Optional<AuditLine> line = lastLine(files);
        long number = line.map(AuditLine::number).orElse(0L);
        String hash = line.map(AuditLine::hash).orElse(AuditLine.NOTHING);
        Optional<AuditHead> head = head(number > 0);
        if (head.isPresent() && head.get().number() >= number && !head.get().hash().equals(hash)) {
            found.add("the files ended with entry " + number + ", but entry " + head.get().number() + " with the hash "
                    + head.get().hash() + " had been written");
            return new AuditTail(file, bytes, head.get().number(), head.get().hash());
        }
        return new AuditTail(file, bytes, number, hash);
    }

    private Optional<AuditHead> head(boolean expected) {
        try {
            Optional<AuditHead> head = AuditHead.read(folder.head());
            if (head.isPresent() && !freshKey && !head.get().sealedBy(seal)) {
                throw new IOException("the file head was not made by this server");
            }
            if (head.isEmpty() && expected) {
                throw new IOException("the file head was missing");
            }
            return head;
        } catch (IOException e) {
            found.add(e.getMessage() + "; whether entries before this one were cut off is not known");
            return Optional.empty();
        }
    }

    private Optional<AuditLine> lastLine(List<Path> files) throws IOException {
        long skipped = 0;
        try (BackwardLines lines = new BackwardLines(AuditPart.whole(files))) {
            for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                Optional<AuditLine> line = own(bytes);
                if (line.isPresent()) {
                    if (skipped > 0) {
                        found.add("behind entry " + line.get().number() + " stood what this server has not written, "
                                + skipped + (skipped == 1 ? " line" : " lines") + "; left where it was");
                    }
                    return line;
                }
                skipped++;
            }
        }
        if (skipped > 0) {
            found.add("none of the " + skipped + " lines was written by this server; left where they were");
        }
        return Optional.empty();
    }

    private Optional<AuditLine> own(byte[] bytes) {
        try {
            AuditLine line = AuditLine.parse(bytes);
            boolean whole = AuditLine.hashOf(bytes).equals(line.hash());
            return whole && (freshKey || seal.fits(line.hash(), line.seal())) ? Optional.of(line) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private void mend(Path file) throws IOException {
        long size = Files.size(file);
        long whole = wholeLines(file, size);
        if (whole == size) {
            return;
        }
        Path beside = folder.freeTorn(file);
        AuditFolder.createFile(beside);
        byte[] torn = new byte[(int) Math.min(size - whole, Integer.MAX_VALUE - 8)];
        try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
            reading.seek(whole);
            reading.readFully(torn);
        }
        AuditFolder.write(beside, 0, torn);
        AuditFolder.force(folder.path());
        AuditFolder.cut(file, whole);
        found.add(file.getFileName() + " ended in the middle of a line; its " + torn.length + " bytes were moved to "
                + beside.getFileName() + ", SHA-256 " + Sha256.hex(torn));
    }

    /** Returns how long the file is up to the end of its last whole line. */
    private static long wholeLines(Path file, long size) throws IOException {
        byte[] window = new byte[AuditLimits.LINE_BYTES];
        try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
            for (long end = size; end > 0;) {
                int length = (int) Math.min(window.length, end);
                reading.seek(end - length);
                reading.readFully(window, 0, length);
                for (int i = length - 1; i >= 0; i--) {
                    if (window[i] == '\n') {
                        return end - length + i + 1;
                    }
                }
                end -= length;
            }
        }
        return 0;
    }
}
