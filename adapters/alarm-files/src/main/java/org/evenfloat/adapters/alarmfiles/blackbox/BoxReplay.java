// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenfloat.adapters.alarmfiles.SafetyBytes;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation.Happening;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation.Rise;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripMemento;

/** Reads a black box in the order in which everything happened, has every decision made once more, and compares. */
public final class BoxReplay {

    private final BoxFile file;
    private final String program;
    private final boolean everySample;
    private final List<Happening> story = new ArrayList<>();
    private final List<Rise> rises = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private TapeHeader header;
    private GuardReplay guard;
    private GuardStory guardStory;
    private BreakerReplay breaker;
    private final BreakerStory breakerStory = new BreakerStory();
    private int samples;
    private int looks;
    private int notReplayed;
    private int gaps;
    private int differences;
    private String firstDifference = "";

    private BoxReplay(BoxFile file, String program, boolean everySample) {
        this.file = file;
        this.program = program;
        this.everySample = everySample;
    }

    /**
     * Explains a box.
     *
     * @param program version of this program
     * @param everySample whether the story tells every sample, also those in which nothing is new
     * @throws IOException when that is no black box that can be read at all
     */
    public static Explanation explain(Path path, String program, boolean everySample) throws IOException {
        try (BoxFile file = new BoxFile(path)) {
            return new BoxReplay(file, program, everySample).run();
        }
    }

    private Explanation run() throws IOException {
        BoxFile.Seal seal = file.check();
        Map<String, String> about = TapeHeader.texts(file.text(BoxWriter.ABOUT));
        if (!Integer.toString(TapeHeader.FORMAT).equals(about.get("format"))) {
            throw new IOException("black box of format " + about.get("format") + " - this version reads format "
                    + TapeHeader.FORMAT);
        }
        header = RecordText.read(TapeHeader.class, about, "");
        breaker = header.terms().map(BreakerReplay::new).orElse(null);
        guardStory = new GuardStory(header.guarded().id(), header.blocks());
        version(header.program());
        if (!header.constants().equals(RunawayConstants.STANDARD.toString())) {
            remarks.add("The numbers of the detector are other ones than those of this program: differences are to be"
                    + " expected.");
        }
        if (!"over".equals(about.get("recording"))) {
            remarks.add("It was exported while it still recorded.");
        }
        merge();
        Optional<String> left = breaker == null ? Optional.empty() : breaker.left();
        left.ifPresent(text -> differs(0, 0, "breaker " + header.breaker() + ": " + text));
        return new Explanation(about.getOrDefault("box", ""), header.guarded().id(), header.breaker(), seal.seal(),
                seal.problems(), remarks, story, rises, samples, looks, notReplayed, gaps, differences,
                Optional.of(firstDifference).filter(text -> !text.isEmpty()));
    }

    private void version(String recordedBy) {
        if (!recordedBy.equals(program)) {
            String remark = "It was recorded by version " + recordedBy + "; this is " + program + ".";
            if (!remarks.contains(remark)) {
                remarks.add(remark);
            }
        }
    }

    /** A table, line by line, with the number of its next line. */
    private static final class Rows {

        private final BufferedReader reader;
        private List<String> cells;
        private long n;

        Rows(BufferedReader reader) throws IOException {
            this.reader = reader;
            next();
        }

        final void next() throws IOException {
            String line = reader.readLine();
            cells = line == null ? null : Csv.cells(line);
            n = cells == null ? Long.MAX_VALUE : number(cells.get(0));
        }

        private static long number(String text) {
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        }
    }

    private void merge() throws IOException {
        TreeMap<Long, String> states = file.states();
        try (BufferedReader minuteLines = file.lines(BoxWriter.MINUTES);
                BufferedReader breakerLines = file.lines(BoxWriter.BREAKER)) {
            Rows minutes = new Rows(minuteLines);
            Rows breakers = new Rows(breakerLines);
            guard = new GuardReplay(header.guarded(), minutes.cells == null ? List.of() : minutes.cells);
            List<String> breakerNames = breakers.cells == null ? List.of() : breakers.cells;
            minutes.next();
            breakers.next();
            while (minutes.cells != null || breakers.cells != null || !states.isEmpty()) {
                long state = states.isEmpty() ? Long.MAX_VALUE : states.firstKey();
                if (state <= minutes.n && state <= breakers.n) {
                    state(state, states.remove(state));
                } else if (minutes.n <= breakers.n) {
                    minute(minutes.n, minutes.cells);
                    minutes.next();
                } else {
                    breaker(breakers.n, named(breakerNames, breakers.cells));
                    breakers.next();
                }
            }
        }
    }

    private static Map<String, String> named(List<String> names, List<String> cells) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            texts.put(names.get(i), cells.get(i));
        }
        return texts;
    }

    private void state(long n, String part) {
        try {
            guard.state(SafetyBytes.guard(file.bytes(part))).ifPresent(text -> differs(n, 0, part + ": " + text));
        } catch (IOException e) {
            differs(n, 0, part + " cannot be used: " + e.getMessage());
        }
    }

    private void minute(long n, List<String> cells) {
        try {
            GuardReplay.Minute minute = guard.minute(cells);
            samples += minute.replayed() ? 1 : 0;
            notReplayed += minute.replayed() ? 0 : 1;
            minute.difference().ifPresent(text -> differs(n, minute.atMillis(), "string " + header.guarded().id()
                    + ", sample " + n + ": " + text));
            List<String> news = guardStory.of(minute.finding());
            news.forEach(text -> story.add(new Happening(n, minute.atMillis(), "guard", text)));
            if (news.isEmpty() && everySample) {
                story.add(new Happening(n, minute.atMillis(), "guard", guardStory.quiet(minute.finding())));
            }
            rise(minute.atMillis(), minute.finding());
        } catch (IOException | NumberFormatException e) {
            differs(n, 0, "sample " + n + " cannot be read: " + e.getMessage());
        }
    }

    private void rise(long atMillis, RunawayFinding finding) {
        finding.decisive().ifPresent(evidence -> rises.add(new Rise(atMillis,
                evidence.block() < header.blocks().size() ? header.blocks().get(evidence.block()) : "",
                evidence.riseKelvin(), GuardStory.warn(finding), GuardStory.alarm(finding), GuardStory.trip(finding))));
    }

    private void breaker(long n, Map<String, String> row) {
        try {
            long at = Long.parseLong(row.getOrDefault("at_millis", ""));
            long guardMillis = Long.parseLong(row.getOrDefault("guard_millis", ""));
            String after = row.getOrDefault("after", "");
            Map<String, String> detail = RecordText.texts(row.getOrDefault("detail", ""));
            TripMemento memento = after.isEmpty() ? null
                    : RecordText.read(TripMemento.class, RecordText.texts(after), "");
            String what = row.getOrDefault("what", "");
            if (breaker == null && memento != null) {
                throw new IOException("there is no breaker");
            }
            Optional<String> difference = switch (what) {
                case TapeDetails.RECORDING -> recording(n, at, row, detail);
                case TapeDetails.STATE -> breaker.state(guardMillis, memento);
                case TapeDetails.LOOK -> look(n, at, guardMillis, row.get("who"), detail, memento);
                case TapeDetails.ACT -> act(n, at, guardMillis, row.get("who"), detail, memento);
                default -> other(n, at, what, row, detail);
            };
            difference.ifPresent(text -> differs(n, at, "breaker " + row.get("who") + ", " + what + " " + n + ": " + text));
        } catch (IOException | NumberFormatException e) {
            differs(n, 0, "line " + n + " of " + BoxWriter.BREAKER + " cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> recording(long n, long at, Map<String, String> row, Map<String, String> detail)
            throws IOException {
        TapeDetails.Recording recording = RecordText.read(TapeDetails.Recording.class, detail, "");
        version(recording.program());
        story.add(new Happening(n, at, "recording", row.getOrDefault("text", "")));
        if (recording.reason() == TapeHeader.Reason.FULL) {
            return Optional.empty();
        }
        gaps += recording.reason() == TapeHeader.Reason.START ? 0 : 1;
        guard.begin();
        guardStory.begin();
        breakerStory.begin();
        if (breaker != null) {
            breaker.begin(); // what was told last may have been lost with the rest
        }
        return Optional.empty();
    }

    private Optional<String> look(long n, long at, long guardMillis, String who, Map<String, String> detail,
            TripMemento after) throws IOException {
        TapeDetails.Look look = RecordText.read(TapeDetails.Look.class, detail, "");
        count();
        breakerStory.look(who, look).forEach(text -> story.add(new Happening(n, at, "breaker", text)));
        return breaker.look(guardMillis, look, after);
    }

    private void count() {
        looks += breaker.replays() ? 1 : 0;
        notReplayed += breaker.replays() ? 0 : 1;
    }

    private Optional<String> act(long n, long at, long guardMillis, String who, Map<String, String> detail,
            TripMemento after) throws IOException {
        count();
        boolean person = !"Answered".equals(detail.get("act"));
        story.add(new Happening(n, at, person ? "person" : "breaker",
                BreakerStory.act(who, TapeDetails.act(detail), detail.getOrDefault("refused", ""))));
        return breaker.act(guardMillis, detail, after);
    }

    private Optional<String> other(long n, long at, String what, Map<String, String> row, Map<String, String> detail)
            throws IOException {
        switch (what) {
            case TapeDetails.TOLD -> {
                story.add(new Happening(n, at, "breaker", row.getOrDefault("text", "")));
                return breaker == null ? Optional.empty()
                        : breaker.told(RecordText.read(TapeDetails.Told.class, detail, "").notice());
            }
            case TapeDetails.PROOF -> story.add(new Happening(n, at, "breaker", BreakerStory.proof(
                    row.get("who"), RecordText.read(ProofResult.class, detail, ""))));
            case TapeDetails.LEARN -> {
                String by = RecordText.read(TapeDetails.Learn.class, detail, "").by();
                guard.learnAnew(by);
                story.add(new Happening(n, at, "person", by + " has the guard of string " + row.get("who")
                        + " learn anew."));
            }
            default -> throw new IOException("'" + what + "' is unknown");
        }
        return Optional.empty();
    }

    private void differs(long n, long atMillis, String text) {
        differences++;
        if (firstDifference.isEmpty()) {
            firstDifference = (atMillis > 0 ? TapeRows.time(atMillis) + " " : "") + text;
        }
        if (differences <= 20) {
            story.add(new Happening(n, atMillis, "difference", text));
        }
    }
}
