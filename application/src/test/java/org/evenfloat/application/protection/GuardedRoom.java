// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.ViewProtection.GuardedBreaker;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripNews;

/**
 * A room in which a string of eight blocks stands behind breaker Q1, swept every ten seconds, and the desk that guards it.
 * Its blocks have the temperatures that a test gives them. Time goes on only when a test lets it.
 */
final class GuardedRoom implements BreakerWires {

    static final int BLOCKS = 8;
    static final long SWEEP_MILLIS = 10_000;
    static final long WALL = 1_800_000_000_000L;

    final Site site;
    final EqualizingBoard board = new EqualizingBoard(1);
    final GuardNotes notes = new GuardNotes(1_000_000);
    final ProtectionView view = new ProtectionView();
    final List<GuardNote.Told> told = new ArrayList<>();
    final List<String> orders = new ArrayList<>();
    final List<Boolean> boostStops = new ArrayList<>();
    final double[] celsius = new double[BLOCKS];
    KeptGuard keptGuard;
    KeptBreaker keptBreaker;
    ProtectionDesk desk;
    double ambient = 22;
    double amps = 0.04;
    int millivolts = TestSite.FLOAT;
    boolean lineUp = true;
    boolean open;
    boolean relayWorks = true;
    boolean firstReleaseWorks = true;
    boolean lineAnswers = true;
    BreakerSight lie;
    private BreakerSight seen = BreakerSight.UNKNOWN;
    long monotonicMillis = 7_000_000;
    long wallMinusMonotonic = WALL;

    GuardedRoom(Protection protection, boolean second) {
        BatteryString plain = TestSite.string("S1", ModuleType.C20, TestSite.at("L1", 1, BLOCKS));
        ModuleAddress current = new ModuleAddress("L1", 60_001);
        ModuleAddress air = new ModuleAddress("L1", 60_002);
        BatteryString string = new BatteryString("S1", "S1", plain.blockType(), plain.moduleType(), plain.blocks(),
                Optional.of(current), Optional.of(air), plain.currentZero(), true, Optional.empty());
        Site bare = TestSite.site(List.of("L1"), string);
        site = new Site(bare.name(), bare.timeZone(), bare.lines(), bare.batteries(), List.of(
                new Sensor("amps", Sensor.Kind.CURRENT, current), new Sensor("air", Sensor.Kind.TEMPERATURE, air)))
                .withRelays(List.of(), List.of(new Breaker("Q1", List.of("S1"), new RelayPoint("AUX1", 1),
                        second ? Optional.of(new RelayPoint("AUX1", 2)) : Optional.empty(),
                        Optional.of(new InputPoint("AUX1", 1)), true)));
        java.util.Arrays.fill(celsius, 22.5);
        desk = desk(protection);
        desk.begin();
    }

    private ProtectionDesk desk(Protection protection) {
        InstantSource wall = () -> Instant.ofEpochMilli(monotonicMillis + wallMinusMonotonic);
        return protection.desk(site, List.of(site.roster("L1")), string -> SWEEP_MILLIS, (breaker, newest) -> this, board,
                () -> monotonicMillis, wall, notes, view);
    }

    /** Starts another server on the same room after so long, with another origin of its clock, on what was kept. */
    void restart(Protection protection, long absentMillis) {
        drain();
        wallMinusMonotonic += monotonicMillis + absentMillis - 1_000;
        monotonicMillis = 1_000;
        desk = desk(protection);
        desk.restore(keptGuard == null ? List.of() : List.of(keptGuard),
                keptBreaker == null ? List.of() : List.of(keptBreaker));
        desk.begin();
    }

    /** Lets time pass, sweep by sweep, with what is due in between. */
    void pass(long millis) {
        long end = monotonicMillis + millis;
        long next = monotonicMillis + SWEEP_MILLIS;
        while (monotonicMillis < end) {
            long due = desk.dueMonotonicMillis();
            if (due < Math.min(next, end)) {
                monotonicMillis = Math.max(monotonicMillis + 1, due);
                desk.tick();
            } else {
                monotonicMillis = Math.min(next, end);
                if (monotonicMillis == next) {
                    next += SWEEP_MILLIS;
                    sweep();
                }
            }
        }
        drain();
    }

    private void sweep() {
        if (!lineUp) {
            return;
        }
        LineRoster roster = site.roster("L1");
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(monotonicMillis + wallMinusMonotonic, monotonicMillis);
        for (int i = 0; i < BLOCKS; i++) {
            fill.set(MeasurementKind.VOLTAGE, i, open ? 12_900 : millivolts, Quality.GOOD);
            if (Double.isNaN(celsius[i])) {
                continue; // its module says nothing
            }
            boolean possible = celsius[i] < 100;
            fill.set(MeasurementKind.TEMPERATURE, i, (int) Math.round(100 * celsius[i]),
                    possible ? Quality.GOOD : Quality.SUSPECT);
        }
        fill.setSensor(roster.sensorRowOf(60_001), open ? 0 : (int) Math.round(1_000 * amps), Quality.GOOD);
        fill.setSensor(roster.sensorRowOf(60_002), (int) Math.round(100 * ambient), Quality.GOOD);
        seen = position();
        desk.take(fill.freeze());
        desk.look("L1");
    }

    /** Lets twelve and a half quiet hours pass: the guard has learnt then. */
    void learn() {
        pass(12 * 3_600_000 + 1_800_000);
    }

    /** Warms all blocks by so much an hour for so many minutes; the current grows with them. */
    void warm(double kelvinPerHour, int minutes) {
        for (int i = 0; i < minutes; i++) {
            for (int block = 0; block < BLOCKS; block++) {
                celsius[block] += kelvinPerHour / 60;
            }
            amps *= Math.exp(0.06 * kelvinPerHour / 60);
            pass(60_000);
        }
    }

    private void drain() {
        try {
            for (GuardNote note = notes.next(0); note != null; note = notes.next(0)) {
                take(note);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(GuardNote note) {
        if (note instanceof GuardNote.Told one) {
            told.add(one);
        } else if (note instanceof GuardNote.Sampled sampled) {
            keptGuard = new KeptGuard("S1", sampled.atMillis(), sampled.sample().monotonicMillis(), sampled.memento());
        } else if (note instanceof GuardNote.Stepped stepped) {
            keep(stepped.atMillis(), stepped.after());
        } else if (note instanceof GuardNote.Acted acted) {
            keep(acted.atMillis(), acted.after());
        }
    }

    private void keep(long atMillis, TripMemento trip) {
        keptBreaker = new KeptBreaker("Q1", atMillis, trip, new BreakerPast(List.of(), List.of()));
    }

    List<TripNews> news() {
        return told.stream().map(note -> note.notice().news()).toList();
    }

    GuardedBreaker q1() {
        return view.breakers().get(0);
    }

    static Protection standard() {
        return Protection.STANDARD;
    }

    static Protection with(BreakerTerms terms) {
        return new Protection(Map.of("Q1", terms), Map.of());
    }

    @Override
    public CompletableFuture<RelayAnswer> open(boolean second) {
        orders.add((second ? "second" : "first") + " at " + monotonicMillis);
        if (!lineAnswers) {
            return CompletableFuture.completedFuture(new RelayAnswer(Outcome.LINE_DOWN, 0, "line L1 cannot be used"));
        }
        if (!relayWorks) {
            return CompletableFuture.completedFuture(new RelayAnswer(Outcome.SILENT, 0, "no answer"));
        }
        open |= second || firstReleaseWorks;
        return CompletableFuture.completedFuture(new RelayAnswer(Outcome.DONE, 1, ""));
    }

    @Override
    public CompletableFuture<RelayAnswer> stopBoost(boolean stop) {
        boostStops.add(stop);
        return CompletableFuture.completedFuture(lineAnswers ? new RelayAnswer(Outcome.DONE, 1, "")
                : new RelayAnswer(Outcome.LINE_DOWN, 0, "line L1 cannot be used"));
    }

    @Override
    public void askInput() {
        seen = position();
    }

    @Override
    public BreakerSight sight() {
        return lineAnswers ? seen : BreakerSight.UNKNOWN;
    }

    private BreakerSight position() {
        return lie != null ? lie : open ? BreakerSight.OPEN : BreakerSight.CLOSED;
    }

    @Override
    public List<String> broken() {
        return List.of();
    }
}
