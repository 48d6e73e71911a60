// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.equalize.DutyLimit;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.equalize.EqualizerTuning;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayGuard;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StateRecognizer;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WirePace;

/**
 * Plays a scenario without wires and server and as fast as it goes: every string has a runaway guard, which is given a
 * sample a minute of what the meters say, and nothing is equalized. When asked to, breakers open some minutes after
 * their guard has asked for it.
 */
final class RunawayPlay {

    private static final long STEP_MILLIS = 10_000;
    private static final long MINUTE = 60_000;
    private static final double FLOAT_CELL_VOLTS = 2.27;
    private static final Phase NOTHING = new Phase("disconnected", 0, 1, Supply.REST, 0);

    /** What happened to a string, ms of the room's time; nothing that has not happened. */
    static final class Course {
        final Map<RunawayStage, Long> stages = new EnumMap<>(RunawayStage.class);
        final Map<Integer, Long> reached = new LinkedHashMap<>();
        final List<Double> hottest = new ArrayList<>();
        long openedMillis = Long.MAX_VALUE;
        long disconnectedMillis;

        private void note(long nowMillis, RunawayStage stage, double celsius) {
            stages.putIfAbsent(stage, nowMillis);
            for (int limit : new int[] {50, 60, 80}) {
                if (celsius >= limit) {
                    reached.putIfAbsent(limit, nowMillis);
                }
            }
            hottest.add(celsius);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            stages.forEach((stage, at) -> text.append(' ').append(stage).append(' ').append(hours(at)));
            reached.forEach((limit, at) -> text.append(' ').append(limit).append("°C ").append(hours(at)));
            return text + (openedMillis == Long.MAX_VALUE ? "" : " open " + hours(openedMillis)) + " hottest "
                    + Math.round(10 * hottest.stream().mapToDouble(d -> d).max().orElse(Double.NaN)) / 10.0 + " °C, last "
                    + Math.round(10 * hottest.get(hottest.size() - 1)) / 10.0 + " °C";
        }

        private static String hours(long millis) {
            return millis / 3_600_000 + ":" + String.format("%02d", millis / MINUTE % 60) + " h";
        }
    }

    private final Scenario scenario;
    private final long opensAfterMillis;
    private final RoomAir air;
    private final RoomSwitchgear switchgear;
    private final Story story;
    private final Map<String, PlantStanding> standings = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private long nowMillis;

    /** @param opensAfterMillis time from a trip to the open breaker; Long.MAX_VALUE never opens one */
    RunawayPlay(Scenario scenario, long opensAfterMillis) {
        this.scenario = scenario;
        this.opensAfterMillis = opensAfterMillis;
        air = new RoomAir(scenario.ambientCelsius());
        switchgear = new RoomSwitchgear(scenario.switchgear(), () -> nowMillis);
        for (RoomString string : scenario.strings()) {
            standings.put(string.id(), new PlantStanding(string, scenario, air));
        }
        Map<String, WireLine> lines = new HashMap<>();
        RoomPlan plan = RoomPlan.of(scenario, false);
        plan.lines().forEach(line -> lines.put(line, new WireLine(WirePace.unpaced(), () -> nowMillis)));
        story = new Story(scenario, 0, new RoomClock(0), lines, new HashMap<String, WireDevice>(), switchgear,
                new PlantFaults(standings, air));
        plan.site().strings().forEach(string -> watches.put(string.id(), new Watch(string)));
    }

    /** Plays the told part of the story. */
    Map<String, Course> play() {
        while (nowMillis < scenario.lastsMillis()) {
            story.advance(nowMillis);
            air.advance(STEP_MILLIS / 1000.0);
            nowMillis += STEP_MILLIS;
            standings.forEach((id, standing) -> standing.advance(nowMillis, STEP_MILLIS / 1000.0,
                    switchgear.isDisconnected(id) ? NOTHING : story.phase()));
            watches.forEach((id, watch) ->
                    watch.course.disconnectedMillis += switchgear.isDisconnected(id) ? STEP_MILLIS : 0);
            if (nowMillis % MINUTE == 0) {
                watches.values().forEach(Watch::look);
            }
        }
        Map<String, Course> courses = new LinkedHashMap<>();
        watches.forEach((id, watch) -> courses.put(id, watch.course));
        return courses;
    }

    private final class Watch {

        private final BatteryString string;
        private final PlantStanding standing;
        private final StateRecognizer recognizer;
        private final RunawayGuard guard;
        private final RunawaySample sample;
        private final Equalizer equalizer;
        private final double[] volts;
        private final double[] limit;
        private final Course course = new Course();

        private Watch(BatteryString string) {
            this.string = string;
            standing = standings.get(string.id());
            double ampHours = string.blockType().capacity().ampHours();
            recognizer = new StateRecognizer(Chemistry.VRLA_AGM, ampHours, 0.0003 * ampHours);
            guard = new RunawayGuard(GuardedString.of(string), RunawayConstants.STANDARD);
            sample = new RunawaySample(string.size());
            equalizer = new Equalizer(string, EqualizerTuning.of(
                    string.blockType(), string.moduleType(), MINUTE / 1000.0, 0));
            volts = new double[string.size()];
            limit = new double[string.size()];
        }

        private void look() {
            sample.begin(nowMillis);
            for (int i = 0; i < volts.length; i++) {
                BlockTerminals block = standing.block(i);
                volts[i] = block.volts();
                limit[i] = DutyLimit.of(Double.NaN, Double.NaN, block.celsius());
                sample.temperature(i, (int) Math.round(10 * block.celsius()) * 10, Quality.GOOD.code());
                sample.voltage(i, (int) Math.round(1000 * volts[i]), Quality.GOOD.code());
            }
            double amps = standing.current().amps();
            sample.current((int) Math.round(1000 * amps), Quality.GOOD.code());
            sample.ambient((int) Math.round(10 * air.celsius()) * 10, Quality.GOOD.code());
            int cells = string.blockType().cells();
            StringState state = recognizer.update(
                    nowMillis, Arrays.stream(volts).average().orElseThrow() / cells, amps);
            equalizer.step(MINUTE / 1000.0, state, !guard.bypassOff(), volts, limit, cells * FLOAT_CELL_VOLTS);
            sample.state(state, equalizer.enabled(), equalizer.diagnosis().converged());
            for (int i = 0; i < volts.length; i++) {
                sample.duty(i, (int) Math.round(1000 * equalizer.duty(i)), equalizer.mayBypass(i));
                standing.block(i).bypass(equalizer.duty(i));
            }
            guard.step(sample);
            course.note(nowMillis, guard.stage(), standing.hottestCelsius());
            Long trip = course.stages.get(RunawayStage.TRIP);
            if (trip != null && nowMillis - trip >= opensAfterMillis && !switchgear.isDisconnected(string.id())) {
                switchgear.breakers().stream().filter(breaker -> breaker.plan().strings().contains(string.id()))
                        .forEach(RoomBreaker::open);
                course.openedMillis = nowMillis;
            }
        }
    }
}
