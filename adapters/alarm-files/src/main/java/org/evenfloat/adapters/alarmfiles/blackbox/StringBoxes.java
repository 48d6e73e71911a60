// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.FullRate;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.trip.TripPhase;

/**
 * Begins a black box when a string is not calm any more, and seals it when it has been calm for a day. Calm is a string
 * whose stage is normal and whose breaker only watches, and one that its breaker has disconnected.
 */
final class StringBoxes {

    static final long FOLLOW_MILLIS = 24 * 3_600_000L;
    /** A string that is never calm again gets one box after the other. */
    static final long LONGEST_MILLIS = 7 * FOLLOW_MILLIS;
    static final long FAST_MILLIS = 15 * 60_000;
    private static final long SEAL_AGAIN_MILLIS = 10 * 60_000;

    private final TapedString string;
    private final StringTape tape;
    private final BoxShelf shelf;
    private final FullRate fullRate;
    private final BoxSealing sealing;

    private OpenBox box;
    private boolean loaded;
    private RunawayStage stage;
    private TripPhase phase = TripPhase.WATCHING;
    private long notSealedBeforeGuardMillis = Long.MIN_VALUE;

    StringBoxes(TapedString string, StringTape tape, BoxShelf shelf, FullRate fullRate, BoxSealing sealing) {
        this.string = string;
        this.tape = tape;
        this.shelf = shelf;
        this.fullRate = fullRate;
        this.sealing = sealing;
    }

    /** Goes on with the box that an earlier process has left open; what was made of another string is closed first. */
    void load() throws IOException {
        if (loaded) {
            return;
        }
        box = shelf.openOf(string.string().id());
        TapeHeader before = tape.before();
        TapeHeader now = TapeHeader.of(string, "", 0, 0, 0, TapeHeader.Reason.START, 0);
        if (before != null && !before.sameThing(now)) {
            if (box != null) {
                seal();
            }
            tape.clear();
        }
        if (box != null) {
            tape.keepFrom(box.firstSegment());
        }
        loaded = true;
    }

    /** Looks at a note that is on the tape. */
    void follow(GuardNote note) throws IOException {
        if (note instanceof GuardNote.Sampled sampled) {
            stage = sampled.finding().stage();
        } else if (note instanceof GuardNote.Stepped stepped) {
            phase = stepped.after().phase();
        } else if (note instanceof GuardNote.Acted acted) {
            phase = acted.after().phase();
        }
        RunawayStage known = stage == null ? RunawayStage.NORMAL : stage;
        boolean calm = known == RunawayStage.NORMAL && phase == TripPhase.WATCHING || phase == TripPhase.OPEN;
        if (box == null && !calm) {
            begin(note.atMillis(), known);
        }
        if (box != null) {
            goOn(note.atMillis(), known, calm);
        }
    }

    private void begin(long atMillis, RunawayStage known) throws IOException {
        String because = known == RunawayStage.NORMAL ? "its breaker does not only watch any more: " + phase
                : "its stage is " + known;
        OpenBox begun = new OpenBox(shelf.newName(string.string().id(), atMillis), string.string().id(), atMillis,
                tape.guardMillis(), because, tape.oldest(), known, OpenBox.NOT_CALM, atMillis - FAST_MILLIS,
                List.of());
        begun.keep(shelf.open(begun.name()));
        box = begun;
        tape.keepFrom(begun.firstSegment());
    }

    private void goOn(long atMillis, RunawayStage known, boolean calm) throws IOException {
        OpenBox next = box.reached(known);
        if (calm != (box.calmGuardMillis() != OpenBox.NOT_CALM) && (stage != null || !calm)) {
            next = next.calmSince(calm ? tape.guardMillis() : OpenBox.NOT_CALM);
        }
        String occasion = occasion(known);
        if (!occasion.isEmpty()) {
            long after = Math.max(next.fastUntilMillis(), atMillis - FAST_MILLIS);
            FastRows.write(shelf.fast(box.name(), box.fastTaken().size() + 1), fullRate, string, after);
            next = next.fast(occasion, atMillis);
        }
        if (!next.equals(box)) {
            next.keep(shelf.open(box.name()));
            box = next;
        }
        long now = tape.guardMillis();
        boolean followed = box.calmGuardMillis() != OpenBox.NOT_CALM && now - box.calmGuardMillis() >= FOLLOW_MILLIS;
        if ((followed || now - box.beganGuardMillis() >= LONGEST_MILLIS) && now >= notSealedBeforeGuardMillis) {
            notSealedBeforeGuardMillis = now + SEAL_AGAIN_MILLIS;
            seal();
            notSealedBeforeGuardMillis = Long.MIN_VALUE;
        }
    }

    /** Returns what happens for the first time in this box that full-rate values are worth keeping of; empty for nothing. */
    private String occasion(RunawayStage known) {
        boolean end = phase == TripPhase.OPEN || phase == TripPhase.FAILED || phase == TripPhase.WOULD_BE_OPEN;
        String now = end ? phase.name() : known != RunawayStage.NORMAL ? known.name() : phase.name();
        boolean worth = end || known != RunawayStage.NORMAL && known.compareTo(box.stage()) >= 0
                || box.fastTaken().isEmpty();
        return worth && !box.fastTaken().contains(now) ? now : "";
    }

    private void seal() throws IOException {
        sealing.seal(box, tape.folder());
        box = null;
        tape.keepFrom(Long.MAX_VALUE);
    }
}
