// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.evenfloat.adapters.alarmfiles.SafetyBytes;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.domain.trip.TripMemento;

/**
 * The tape of one string: files of an hour, each beginning with all that a replay needs. When a note cannot be written,
 * the next one begins a new file that says so.
 */
final class StringTape {

    static final long FILE_MILLIS = 3_600_000;
    /** Without a sample, or with very many looks, a file ends nevertheless. */
    static final long LONGEST_FILE_MILLIS = 2 * FILE_MILLIS;
    static final long MOST_FILE_BYTES = 8 << 20;
    /** A day, and the hour that is being written. */
    static final int FILES = 25;

    private final TapedString string;
    private final TapeFolder folder;
    private final String program;
    private final Supplier<String> configuration;

    private TapeSegment segment;
    private TapeHeader.Reason reason = TapeHeader.Reason.START;
    private long lost;
    private long number;
    private long nextN = 1;
    private long begunGuardMillis;
    private long guardMillis;
    private boolean stateWanted = true;
    private boolean loaded;
    private long needed = Long.MAX_VALUE;
    private TripMemento trip;
    private long tripAtMillis;
    private long tripGuardMillis;

    StringTape(TapedString string, TapeFolder folder, String program, Supplier<String> configuration) {
        this.string = string;
        this.folder = folder;
        this.program = program;
        this.configuration = configuration;
    }

    /** Returns what the tape was made of that an earlier process has left; null when it left none. */
    TapeHeader before() throws IOException {
        List<Long> numbers = folder.numbers();
        for (int i = numbers.size() - 1; i >= 0; i--) {
            TapeHeader header = TapeReader.header(folder.file(numbers.get(i)));
            if (header != null) {
                return header;
            }
        }
        return null;
    }

    /** Forgets everything on the tape. */
    void clear() throws IOException {
        folder.keepNewest(0, Long.MAX_VALUE);
    }

    /** Says from which file on nothing may be deleted; {@link Long#MAX_VALUE} for none. */
    void keepFrom(long firstNeeded) {
        needed = firstNeeded;
    }

    /** Returns the number of the oldest file. */
    long oldest() throws IOException {
        List<Long> numbers = folder.numbers();
        return numbers.isEmpty() ? 0 : numbers.get(0);
    }

    TapeFolder folder() {
        return folder;
    }

    /** Returns the time of the last note by the clock of the guard. */
    long guardMillis() {
        return guardMillis;
    }

    /** Says that notes were lost on their way. */
    void lost(long notes) {
        lose(notes);
    }

    void record(GuardNote note) throws IOException {
        try {
            load();
            guardMillis = time(note);
            if (segment == null) {
                begin(note.atMillis(), reason);
            }
            write(note);
            boolean routine = note instanceof GuardNote.Sampled sampled && !sampled.changed();
            if (segment != null && !routine) {
                segment.force();
            }
        } catch (IOException e) {
            lose(1);
            throw e;
        }
    }

    private void lose(long notes) {
        if (segment != null) {
            try {
                segment.close();
            } catch (IOException e) {
                // what could not be written is told with the note itself
            }
        }
        segment = null;
        reason = TapeHeader.Reason.GAP;
        lost += notes;
        stateWanted = true;
        trip = null;
    }

    private void load() throws IOException {
        if (loaded) {
            return;
        }
        List<Long> numbers = folder.numbers();
        number = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        for (int i = numbers.size() - 1; i >= 0 && nextN == 1; i--) {
            nextN = lastN(numbers.get(i)) + 1;
        }
        loaded = true;
    }

    private long lastN(long file) throws IOException {
        long last = 0;
        try (TapeReader reader = new TapeReader(folder.file(file))) {
            for (TapeReader.Item item = reader.next(); item != null; item = reader.next()) {
                boolean line = item.sort() == TapeSegment.MINUTE || item.sort() == TapeSegment.BREAKER;
                last = item.sort() == TapeSegment.HEADER ? TapeHeader.read(item.text()).n()
                        : item.sort() == TapeSegment.STATE ? item.n()
                        : line ? Long.parseLong(item.text().substring(0, item.text().indexOf(','))) : last;
            }
        }
        return last;
    }

    private long time(GuardNote note) {
        if (note instanceof GuardNote.Sampled sampled) {
            return sampled.sample().monotonicMillis();
        } else if (note instanceof GuardNote.LearnsAnew learns) {
            return learns.guardMillis();
        } else if (note instanceof GuardNote.Stepped stepped) {
            return stepped.guardMillis();
        } else if (note instanceof GuardNote.Acted acted) {
            return acted.guardMillis();
        } else if (note instanceof GuardNote.Told told) {
            return told.notice().atMillis();
        }
        return guardMillis;
    }

    private void begin(long atMillis, TapeHeader.Reason why) throws IOException {
        if (segment != null) {
            segment.close();
            segment = null;
        }
        segment = new TapeSegment(folder.file(++number));
        segment.text(TapeSegment.HEADER,
                TapeHeader.of(string, program, nextN++, atMillis, guardMillis, why, lost).text());
        String installed = configuration.get();
        if (!installed.isEmpty()) {
            segment.text(TapeSegment.CONFIGURATION, installed);
        }
        if (trip != null) {
            breaker(tripAtMillis, tripGuardMillis, TapeDetails.STATE, breakerId(), "", "", trip);
        }
        begunGuardMillis = guardMillis;
        reason = TapeHeader.Reason.FULL;
        lost = 0;
        folder.keepNewest(FILES, needed);
    }

    private String breakerId() {
        return string.breaker().map(TapedBreaker::id).orElse("");
    }

    private void write(GuardNote note) throws IOException {
        if (note instanceof GuardNote.Sampled sampled) {
            segment.text(TapeSegment.MINUTE, TapeRows.minute(nextN++, sampled));
            boolean full = guardMillis - begunGuardMillis >= FILE_MILLIS;
            if (full) {
                begin(note.atMillis(), TapeHeader.Reason.FULL);
            }
            if (full || stateWanted) {
                segment.state(nextN++, SafetyBytes.of(new KeptGuard(
                        sampled.string(), note.atMillis(), guardMillis, sampled.memento())));
                stateWanted = false;
            }
        } else {
            writeBreaker(note);
        }
        if (guardMillis - begunGuardMillis >= LONGEST_FILE_MILLIS || segment.bytes() > MOST_FILE_BYTES) {
            begin(note.atMillis(), TapeHeader.Reason.FULL);
        }
    }

    private void writeBreaker(GuardNote note) throws IOException {
        long at = note.atMillis();
        if (note instanceof GuardNote.Stepped stepped) {
            remember(at, stepped.after());
            breaker(at, guardMillis, TapeDetails.LOOK, stepped.breaker(), "",
                    RecordText.line(new TapeDetails.Look(stepped.scene(), stepped.order())), stepped.after());
        } else if (note instanceof GuardNote.Acted acted) {
            remember(at, acted.after());
            breaker(at, guardMillis, TapeDetails.ACT, acted.breaker(), acted.refused(),
                    TapeDetails.act(acted.act(), acted.refused()), acted.after());
        } else if (note instanceof GuardNote.Told told) {
            breaker(at, guardMillis, TapeDetails.TOLD, told.breaker(), told.text(),
                    RecordText.line(new TapeDetails.Told(told.notice(), told.mode())), null);
        } else if (note instanceof GuardNote.Proved proved) {
            breaker(at, guardMillis, TapeDetails.PROOF, proved.breaker(), proved.result().why(),
                    RecordText.line(proved.result()), null);
        } else if (note instanceof GuardNote.LearnsAnew learns) {
            breaker(at, guardMillis, TapeDetails.LEARN, learns.string(), "",
                    RecordText.line(new TapeDetails.Learn(learns.by())), null);
        }
    }

    private void remember(long at, TripMemento after) {
        trip = after;
        tripAtMillis = at;
        tripGuardMillis = guardMillis;
    }

    private void breaker(long at, long guard, String what, String who, String text, String detail, TripMemento after)
            throws IOException {
        segment.text(TapeSegment.BREAKER, TapeRows.breaker(nextN++, at, guard, what, who, text, detail, after));
    }

    /** Brings everything to the disk and lets go of the file; the next note begins a new one without a gap. */
    void close() throws IOException {
        if (segment != null) {
            segment.close();
            segment = null;
        }
    }
}
