// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Everything that decides, except the breaker: for each image of a line the strings led by that line are gathered,
 * their state recognised, their duties computed, and the news told. Owned by one thread; never waits; the same images
 * give the same decisions.
 */
public final class Conductor {

    /** Where the conductor's decisions go. No method waits. */
    public interface Effects {

        /** A new order for that line lies in its box. */
        void orderIsReady(int line);

        /** Resistance measurements on that line are allowed or not. */
        void allowResistances(int line, boolean allowed);

        /**
         * An image has been decided on.
         *
         * @param states code of the string state per module row, {@code StringState.ordinal()}; valid during the call
         */
        void decided(LineRoster roster, SweepImage image, byte[] states);

        /** The integrators of a string's equalizer should be kept. Shape: one per block; the receiver owns the array. */
        void keep(String stringId, double[] z);
    }

    private final List<LineRoster> rosters;
    private final Map<String, Integer> lineIndex;
    private final List<StringWatch> strings;
    private final List<List<Integer>> ledBy;
    private final SiteView view;
    private final SweepAlarms alarms;
    private final Effects effects;
    private final LineWatch[] lines;
    private final byte[][] states;
    private final int[][] touched;
    private final ClockWatch clock;

    public Conductor(
            List<LineRoster> rosters, List<StringWatch> strings, SiteView view, EventSink events, SweepAlarms alarms,
            Effects effects) {
        this.rosters = List.copyOf(rosters);
        this.strings = List.copyOf(strings);
        this.view = view;
        this.alarms = alarms;
        this.effects = effects;
        this.clock = new ClockWatch(events);
        this.lineIndex = new HashMap<>();
        this.ledBy = new ArrayList<>();
        this.lines = new LineWatch[rosters.size()];
        this.states = new byte[rosters.size()][];
        for (int i = 0; i < rosters.size(); i++) {
            lineIndex.put(rosters.get(i).line(), i);
            ledBy.add(new ArrayList<>());
            lines[i] = new LineWatch(rosters.get(i), events);
            states[i] = new byte[rosters.get(i).moduleCount()];
            Arrays.fill(states[i], (byte) StringState.UNKNOWN.ordinal());
        }
        for (int i = 0; i < strings.size(); i++) {
            ledBy.get(strings.get(i).layout().leadLine()).add(i);
        }
        this.touched = IntStream.range(0, lines.length).mapToObj(this::touchedBy).toArray(int[][]::new);
    }

    /** Decides on one image. */
    public void decide(SweepImage image) {
        int line = lineIndex.get(image.line());
        view.publish(line, image);
        lines[line].look(image);
        alarms.line(line, image);
        if (line == 0) {
            clock.look(image);
        }
        for (int index : ledBy.get(line)) {
            StringWatch string = strings.get(index);
            StringStatus status = string.step(view, image);
            alarms.string(index, view, image, string, status);
            view.publish(index, status);
            noteState(string);
            double[] keep = string.toKeep(image.sampledMonotonicMillis());
            if (keep != null) {
                effects.keep(string.id(), keep);
            }
        }
        for (int other : touched[line]) {
            effects.orderIsReady(other);
            effects.allowResistances(other, !discharging(other));
        }
        alarms.end(image);
        effects.decided(rosters.get(line), image, states[line]);
    }

    /** Looks at what does not come out of a sweep, because no image has come for a while. */
    public void tick(long wallMillis, long monotonicMillis) {
        alarms.look(wallMillis, monotonicMillis);
    }

    /** Returns the integrators of all strings, for a graceful stop. Call when no image is being decided on. */
    public void keepAll() {
        strings.forEach(string -> effects.keep(string.id(), string.integrators()));
    }

    private void noteState(StringWatch string) {
        StringLayout layout = string.layout();
        byte code = (byte) string.state().ordinal();
        for (int i = 0; i < layout.rows().length; i++) {
            states[layout.lines()[i]][layout.rows()[i]] = code;
        }
    }

    /** Returns the lines that get orders when that line was swept: itself and those its strings reach over to. */
    private int[] touchedBy(int swept) {
        return IntStream.concat(
                        IntStream.of(swept),
                        ledBy.get(swept).stream().flatMapToInt(index -> strings.get(index).lines()))
                .sorted().distinct().toArray();
    }

    private boolean discharging(int line) {
        byte discharge = (byte) StringState.DISCHARGE.ordinal();
        for (byte state : states[line]) {
            if (state == discharge) {
                return true;
            }
        }
        return false;
    }
}
