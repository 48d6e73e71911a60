// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Follows the lines of an audit one by one and says what is not as it was written. */
final class ChainCheck {

    private final Optional<AuditSeal> seal;
    private final Findings findings;
    private final Gaps gaps = new Gaps();
    private final Map<Long, String> shortenings = new HashMap<>();

    private String file = "";
    private long fileNumber;
    private long lineNumber;

    private long entries;
    private long firstAtMillis;
    private long lastAtMillis;
    private long lowest;
    private String beforeLowest = AuditLine.NOTHING;
    private long highest;
    private String highestHash = "";
    private boolean highestDoubtful;
    private long unreadable;
    private boolean incomplete;

    ChainCheck(Optional<AuditSeal> seal, Findings findings) {
        this.seal = seal;
        this.findings = findings;
    }

    long entries() {
        return entries;
    }

    long firstAtMillis() {
        return firstAtMillis;
    }

    long lastAtMillis() {
        return lastAtMillis;
    }

    /** Returns the highest number so far. */
    long highest() {
        return highest;
    }

    /** Returns the hash of the entry with the highest number; empty when there is none. */
    String highestHash() {
        return highestHash;
    }

    /** Returns whether the last file ends in the middle of a line. */
    boolean incomplete() {
        return incomplete;
    }

    /** Returns where the last line stands. */
    String where() {
        return file + " line " + lineNumber;
    }

    void begin(Path path) {
        long number = AuditFolder.number(path);
        if (incomplete) {
            findings.problem(where() + ": ends in the middle of a line, though a file follows - it was cut off");
            incomplete = false;
        }
        if (fileNumber > 0 && number > fileNumber + 1) {
            findings.problem(path.getFileName() + ": the file before it is missing - "
                    + (number == fileNumber + 2 ? "it was removed or renamed" : "files were removed or renamed"));
        }
        file = String.valueOf(path.getFileName());
        fileNumber = number;
        lineNumber = 0;
    }

    /**
     * @param bytes a line without its end
     * @param complete whether it had an end
     */
    Optional<AuditLine> line(byte[] bytes, boolean complete) {
        lineNumber++;
        if (!complete) {
            incomplete = true;
            return Optional.empty();
        }
        AuditLine line;
        try {
            line = AuditLine.parse(bytes);
        } catch (IOException damaged) {
            findings.problem(where() + ": is no entry any more (" + reason(damaged) + ") - it was changed or cut off");
            unreadable++;
            return Optional.empty();
        }
        entries++;
        boolean doubtful = content(line, bytes);
        order(line, doubtful);
        unreadable = 0;
        if (firstAtMillis == 0) {
            firstAtMillis = line.entry().atMillis();
        }
        lastAtMillis = line.entry().atMillis();
        remarks(line, doubtful);
        return Optional.of(line);
    }

    private static String reason(IOException damaged) {
        String text = String.valueOf(damaged.getMessage());
        int end = text.indexOf('\n'); // the parser tells its place in further lines
        StringBuilder shown = new StringBuilder();
        for (char c : (end < 0 ? text : text.substring(0, end)).toCharArray()) {
            shown.append(JsonText.hidden(c) ? '?' : c);
        }
        return shown.toString();
    }

    private boolean content(AuditLine line, byte[] bytes) {
        if (!AuditLine.hashOf(bytes).equals(line.hash())) {
            findings.problem(where(), line.number(), "its hash does not fit what stands there - it was changed");
            return true;
        }
        if (seal.isPresent() && !seal.get().fits(line.hash(), line.seal())) {
            findings.problem(where(), line.number(), "its seal does not fit the key of this server - it was inserted or"
                    + " changed by somebody else, or the key was replaced");
            return true;
        }
        return false;
    }

    private void order(AuditLine line, boolean doubtful) {
        long number = line.number();
        if (number <= highest && number >= lowest && !gaps.fill(number)) {
            findings.problem(where(), number, "stands here a second time - it was inserted");
            return;
        }
        if (number < highest) {
            gaps.fill(number);
            findings.problem(where(), number, "stands behind entry " + highest + " - lines or files were swapped");
            lowest(line);
            return;
        }
        if (number == highest + 1 && highest > 0) {
            if (!line.previous().equals(highestHash) && !doubtful && !highestDoubtful) {
                findings.problem(where(), number, "was written after another entry " + highest + " than the one that"
                        + " stands here - entry " + highest + " was replaced");
            }
        } else if (number > highest + 1 && number - 1 - highest != unreadable) {
            gaps.add(highest + 1, number - 1, where());
        }
        lowest(line);
        highest = number;
        highestHash = line.hash();
        highestDoubtful = doubtful;
    }

    private void lowest(AuditLine line) {
        if (lowest == 0 || line.number() < lowest) {
            lowest = line.number();
            beforeLowest = line.previous();
        }
    }

    private void remarks(AuditLine line, boolean doubtful) {
        if (doubtful) {
            return;
        }
        Optional<Shortening> shortening = Shortening.of(line);
        shortening.ifPresent(gone -> shortenings.put(gone.last(), gone.hash()));
        if (shortening.isPresent() || line.entry().verb().equals(AuditFiles.REPAIRED)) {
            findings.remark("entry " + line.number() + ", " + AuditLine.stamp(line.entry().atMillis()) + ", "
                    + line.entry().verb() + ": " + line.entry().before());
        }
    }

    /** Says what is missing, when the last line has been seen. */
    void end() {
        if (lowest == 1 && !beforeLowest.equals(AuditLine.NOTHING)) {
            findings.problem("entry 1: it names an entry before it - it was replaced");
        }
        if (lowest > 1) {
            beginning();
        }
        for (Gaps.Gap gap : gaps.all()) {
            findings.problem(gap.where() + ": before it " + gap.entries() + " missing - removed");
        }
    }

    private void beginning() {
        Optional<Gaps.Gap> gap = gaps.takeEndingAt(lowest - 1);
        if (beforeLowest.equals(shortenings.get(lowest - 1))) {
            return;
        }
        gap.ifPresent(missing -> findings.problem(missing.where() + ": at the beginning " + missing.entries()
                + " missing, and no entry says that they went for lack of room - removed"));
    }
}
