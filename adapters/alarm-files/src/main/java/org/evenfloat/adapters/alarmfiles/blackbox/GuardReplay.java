// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.runaway.RunawayGuard;

/** Lets a guard decide once more, of the samples of a black box. */
final class GuardReplay {

    private final GuardedString string;
    private final List<String> names;
    private final int sampleFrom;
    private RunawayGuard guard;

    /** @param names columns of {@code minutes.csv} */
    GuardReplay(GuardedString string, List<String> names) throws IOException {
        this.string = string;
        this.names = names;
        sampleFrom = names.indexOf("state");
        if (sampleFrom < 0) {
            throw new IOException(BoxWriter.MINUTES + " has no column state");
        }
    }

    /**
     * One sample.
     *
     * @param finding what was found then
     * @param replayed whether the guard decided once more
     * @param difference what is other than then; empty when nothing is
     */
    record Minute(long n, long atMillis, RunawayFinding finding, boolean replayed, Optional<String> difference) {}

    /** Begins anew: what comes next is no continuation of what was before. */
    void begin() {
        guard = null;
    }

    Minute minute(List<String> cells) throws IOException {
        if (cells.size() != names.size()) {
            throw new IOException("a line of " + cells.size() + " cells instead of " + names.size());
        }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < sampleFrom; i++) {
            texts.put(names.get(i), cells.get(i));
        }
        RunawayFinding then = RecordText.read(RunawayFinding.class, texts, "");
        long n = Long.parseLong(texts.get("n"));
        long at = Long.parseLong(texts.get("at_millis"));
        if (guard == null) {
            return new Minute(n, at, then, false, Optional.empty());
        }
        boolean changed;
        try {
            changed = guard.step(SampleCells.read(
                    Long.parseLong(texts.get("guard_millis")), cells.subList(sampleFrom, cells.size())));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        RunawayFinding now = guard.finding();
        String difference = "";
        if (!now.equals(then)) {
            difference = difference(RecordText.of(then), RecordText.of(now));
        } else if (changed != texts.get("changed").equals("1")) {
            difference = "a change was " + (changed ? "not noticed then" : "noticed then and is none now");
        } else if (!TapeRows.sha256(guard.memento()).equals(texts.get("memento_sha256"))) {
            difference = "the finding is the same, but not everything that the guard remembers";
        }
        return new Minute(n, at, now, true, Optional.of(difference).filter(text -> !text.isEmpty()));
    }

    /** Takes what the guard remembered, or compares with it; returns what is other. */
    Optional<String> state(KeptGuard kept) throws IOException {
        if (guard != null) {
            boolean same = TapeRows.sha256(guard.memento()).equals(TapeRows.sha256(kept.memento()));
            return same ? Optional.empty() : Optional.of("the guard remembers something else than it did then");
        }
        RunawayGuard next = new RunawayGuard(string, RunawayConstants.STANDARD);
        try {
            next.restore(kept.memento());
        } catch (IllegalArgumentException e) {
            throw new IOException("what the guard remembered cannot be taken over: " + e.getMessage(), e);
        }
        guard = next;
        return Optional.empty();
    }

    void learnAnew(String by) {
        if (guard != null) {
            guard.learnAnew(by);
        }
    }

    /** Returns the first text that is another one. */
    static String difference(Map<String, String> then, Map<String, String> now) {
        for (String name : List.of("stage", "rule", "order")) {
            if (then.containsKey(name) && !then.get(name).equals(now.get(name))) {
                return different(name, then, now);
            }
        }
        return then.keySet().stream().filter(name -> !then.get(name).equals(now.get(name))).findFirst()
                .map(name -> different(name, then, now)).orElse("nothing that is written out");
    }

    private static String different(String name, Map<String, String> then, Map<String, String> now) {
        return name + " was " + shown(then.get(name)) + " and is " + shown(now.get(name));
    }

    private static String shown(String text) {
        return text == null || text.isEmpty() ? "nothing" : text;
    }
}
