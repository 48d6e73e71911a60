// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evenfloat.domain.equalize.DutyLimit;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.equalize.EqualizerTuning;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.runaway.Confirmation;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayGuard;
import org.evenfloat.domain.runaway.RunawayRule;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StateRecognizer;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.plant.Bypass;
import org.evenfloat.simulator.plant.StringPlant;

/** One string with equalizer and runaway guard through a story, a minute a step. The breaker stays closed. */
final class RunawayRoom {

    private static final byte GOOD = Quality.GOOD.code();
    private static final byte MISSING = Quality.MISSING.code();
    private static final double STEP_SECONDS = 60;
    private static final int SETTLING_MINUTES = 24 * 60;
    private static final BlockType TYPE = new BlockType(
            new BatteryProfile("bench", Chemistry.VRLA_AGM, new Voltage(2270), new Voltage(2370), new Voltage(1750)), 6,
            new Charge(0));

    private final long seed;
    private final SensorFault fault;
    private final boolean withCurrent;
    private final StoryCourse course;
    private final StringPlant plant;
    private final RoomSensors sensors;
    private final Equalizer equalizer;
    private final StateRecognizer recognizer;
    private final RunawayGuard guard;
    private final RunawaySample sample;
    private final NaiveRules naive;
    private final Bypass bypass;
    private final double[] duty;
    private final double[] bypassAmps;
    private final double[] limit;
    private double tripHours = Double.NaN;
    private double alarmHours = Double.NaN;
    private double warnHours = Double.NaN;
    private double sixtyHours = Double.NaN;
    private double eightyHours = Double.NaN;
    private double celsiusAtTrip = Double.NaN;
    private double highest = Double.NEGATIVE_INFINITY;
    private RunawayRule tripRule = RunawayRule.NONE;
    private Confirmation confirmation = Confirmation.NONE;

    RunawayRoom(RunawayStory story, SensorFault fault, boolean withCurrent, long seed) {
        this.seed = seed;
        this.fault = fault;
        this.withCurrent = withCurrent;
        Random random = new Random(seed);
        course = new StoryCourse(story, random);
        plant = course.plant();
        int blocks = course.blocks;
        sensors = new RoomSensors(random, blocks, course.ampHours, fault, course.local);
        BatteryString string = string(blocks, course.ampHours, withCurrent);
        equalizer = new Equalizer(
                string, EqualizerTuning.of(string.blockType(), string.moduleType(), STEP_SECONDS, 0));
        recognizer = new StateRecognizer(Chemistry.VRLA_AGM, course.ampHours, 0.0003 * course.ampHours);
        guard = new RunawayGuard(GuardedString.of(string), RunawayConstants.STANDARD);
        sample = new RunawaySample(blocks);
        naive = new NaiveRules(blocks);
        bypass = new Bypass(string.moduleType().equalizeCurrent().amperes(), 6);
        duty = new double[blocks];
        bypassAmps = new double[blocks];
        limit = new double[blocks];
    }

    private static BatteryString string(int blocks, double ampHours, boolean withCurrent) {
        List<Block> all = new ArrayList<>();
        for (int i = 1; i <= blocks; i++) {
            all.add(new Block("R-" + i, i, new ModuleAddress("bench", i)));
        }
        Optional<ModuleAddress> current = withCurrent
                ? Optional.of(new ModuleAddress("bench", blocks + 1)) : Optional.empty();
        return new BatteryString("R", "R", new BlockType(TYPE.profile(), TYPE.cells(), Charge.ofAmpHours(ampHours)),
                ModuleType.C20, all, current, Optional.of(new ModuleAddress("bench", blocks + 2)), new Current(0), true,
                Optional.empty());
    }

    RoomOutcome run() {
        for (int minute = -SETTLING_MINUTES; minute < 0; minute++) {
            plant.step(STEP_SECONDS, course.drive(0, plant), course.ambientCelsius(0), bypassAmps);
        }
        double hours = 0;
        for (int minute = 0; minute < 60 * course.story.hours && Double.isNaN(eightyHours); minute++) {
            double before = hours;
            hours = minute / 60.0;
            course.act(hours, before, plant);
            minute(minute, hours);
        }
        return new RoomOutcome(seed, course.story, fault, withCurrent, tripHours, tripRule, confirmation, alarmHours,
                warnHours, sixtyHours, eightyHours, celsiusAtTrip, highest, naive.tripHours);
    }

    private void minute(int minute, double hours) {
        for (int i = 0; i < duty.length; i++) {
            bypassAmps[i] = bypass.amps(duty[i], plant.volts(i));
        }
        double ambient = course.ambientCelsius(hours);
        plant.step(STEP_SECONDS, course.drive(hours, plant), ambient, bypassAmps);
        sensors.read(hours, STEP_SECONDS, plant, ambient, duty);
        double amps = withCurrent ? sensors.amps : Double.NaN;
        double mean = Arrays.stream(sensors.volts).filter(volts -> !Double.isNaN(volts)).average().orElse(Double.NaN);
        StringState state = recognizer.update(60_000L * minute, mean / 6, amps);
        for (int i = 0; i < limit.length; i++) {
            limit[i] = DutyLimit.of(Double.NaN, Double.NaN, sensors.celsius[i]);
        }
        equalizer.step(STEP_SECONDS, state, !guard.bypassOff(), sensors.volts, limit, 6 * 2.27);
        fill(minute, state);
        guard.step(sample);
        naive.look(hours, sensors);
        note(hours);
        for (int i = 0; i < duty.length; i++) {
            duty[i] = equalizer.duty(i);
        }
    }

    private void fill(int minute, StringState state) {
        sample.begin(60_000L * minute);
        sample.state(state, equalizer.enabled(), equalizer.diagnosis().converged());
        for (int i = 0; i < duty.length; i++) {
            boolean cold = Double.isNaN(sensors.celsius[i]);
            sample.temperature(i, cold ? 0 : (int) Math.round(100 * sensors.celsius[i]), cold ? MISSING : GOOD);
            boolean dumb = Double.isNaN(sensors.volts[i]);
            sample.voltage(i, dumb ? 0 : (int) Math.round(1000 * sensors.volts[i]), dumb ? MISSING : GOOD);
            sample.duty(i, (int) Math.round(1000 * duty[i]), equalizer.mayBypass(i));
        }
        boolean deaf = Double.isNaN(sensors.amps);
        sample.current(deaf ? 0 : (int) Math.round(1000 * sensors.amps), deaf ? MISSING : GOOD);
        boolean airless = Double.isNaN(sensors.ambientCelsius);
        sample.ambient(airless ? 0 : (int) Math.round(100 * sensors.ambientCelsius), airless ? MISSING : GOOD);
    }

    private void note(double hours) {
        double hottest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < duty.length; i++) {
            hottest = Math.max(hottest, plant.celsius(i));
        }
        highest = Math.max(highest, hottest);
        sixtyHours = hottest >= 60 && Double.isNaN(sixtyHours) ? hours : sixtyHours;
        eightyHours = hottest >= 80 && Double.isNaN(eightyHours) ? hours : eightyHours;
        RunawayStage stage = guard.stage();
        if (stage == RunawayStage.TRIP && Double.isNaN(tripHours)) {
            tripHours = hours;
            tripRule = guard.rule();
            confirmation = guard.finding().confirmation();
            celsiusAtTrip = hottest;
        }
        alarmHours = stage == RunawayStage.ALARM && Double.isNaN(alarmHours) ? hours : alarmHours;
        warnHours = stage == RunawayStage.WARN && Double.isNaN(warnHours) ? hours : warnHours;
    }
}
