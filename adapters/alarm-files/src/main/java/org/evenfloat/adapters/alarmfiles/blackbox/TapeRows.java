// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.evenfloat.adapters.alarmfiles.MementoBytes;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.runaway.RunawayMemento;
import org.evenfloat.domain.trip.TripMemento;

/** The lines of the tables of a black box. */
final class TapeRows {

    /** The columns of {@code breaker.csv}. */
    static final List<String> BREAKER = List.of("n", "time", "at_millis", "guard_millis", "what", "who", "text", "detail",
            "after");

    /** Columns of {@code minutes.csv} before the finding. */
    private static final List<String> MINUTE = List.of("n", "time", "at_millis", "guard_millis", "changed",
            "memento_sha256");

    private TapeRows() {}

    /** Returns the columns of {@code minutes.csv} for a string of such blocks. */
    static List<String> minuteNames(List<String> blocks) {
        List<String> names = new ArrayList<>(MINUTE);
        names.addAll(RecordText.names(RunawayFinding.class));
        SampleCells.names(blocks, names);
        return names;
    }

    static String minute(long n, GuardNote.Sampled note) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(n), time(note.atMillis()),
                Long.toString(note.atMillis()), Long.toString(note.sample().monotonicMillis()),
                note.changed() ? "1" : "0", sha256(note.memento())));
        cells.addAll(RecordText.of(note.finding()).values());
        SampleCells.write(note.sample(), cells);
        return Csv.line(cells);
    }

    /**
     * Returns a line of {@code breaker.csv}.
     *
     * @param who the breaker, or the string
     * @param after what the policy of the breaker remembers then; null for nothing
     */
    static String breaker(long n, long atMillis, long guardMillis, String what, String who, String text, String detail,
            TripMemento after) {
        return Csv.line(List.of(Long.toString(n), time(atMillis), Long.toString(atMillis), Long.toString(guardMillis), what,
                who, text, detail, after == null ? "" : RecordText.line(after)));
    }

    static String time(long atMillis) {
        return Instant.ofEpochMilli(atMillis).toString();
    }

    /** Returns the hash of the numbers of a memento, bit for bit, in hexadecimal digits. */
    static String sha256(RunawayMemento memento) {
        MessageDigest digest = sha256();
        digest.update(MementoBytes.raw(memento));
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
