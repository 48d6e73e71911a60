// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedBackTest;
import org.evenfloat.application.access.GuardedCalibration;
import org.evenfloat.application.access.GuardedLineWork;
import org.evenfloat.application.access.GuardedReplacement;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.access.GuardedSystem;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.alarm.LimitPart;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.FollowStrings;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewModules;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.ProfileFigure;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;

/** A battery room in memory behind all in-ports; safe for several threads. */
final class Room implements ViewStrings, FollowStrings, ReadHistory, ViewHealth, AnswerReplacement, ViewModules {

    static final long NOW = 1_763_816_607_000L; // 2025-11-22T14:03:27+01:00 in Berlin
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** What somebody asked the history for. */
    record Asked(String block, long fromMillis, long toMillis, int pointsOrLimit) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<RangeQuestion> questionsAboutRanges = new CopyOnWriteArrayList<>();
    final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    final List<Question> questions = new CopyOnWriteArrayList<>();
    final List<String> answers = new CopyOnWriteArrayList<>();
    final ServiceDesk desk = new ServiceDesk();
    final Wires wires = new Wires();
    final Machine machine = new Machine();
    final People people = new People();
    final Ledger ledger = new Ledger();
    volatile boolean lineBusy;
    volatile HistoryFailure historyFailure;
    volatile RuntimeException fault;
    volatile Health health = new Health(
            "0.1.0", NOW - 60_000, NOW, 1,
            List.of(new Health.LineHealth("L1", true, "", 30, NOW - 1_000, 740, 8, 0)),
            new Health.HistoryHealth(true, "", 0, 0));
    final SettingsOffice settings = new SettingsOffice();
    final AlarmRoom alarms;
    final GuardRoom protection = new GuardRoom();
    volatile Site site;
    private final Map<String, StringImage> images = new ConcurrentHashMap<>();

    /** Everything that the API is made of, behind the real guard where there is one. */
    Api api() {
        Guard guard = people.guard;
        GuardedSystem system = new GuardedSystem(guard, machine, machine);
        return new Api(
                this, this, this, new GuardedReplacement(guard, site, this), this,
                new Commissioning(
                        desk, new GuardedLineWork(guard, site, desk), new GuardedCalibration(guard, site, desk),
                        desk, wires),
                system, system, new GuardedSettings(guard, settings), alarms.access(guard),
                tuning(), protection.access(guard), people.admission(),
                new GuardedLedger(guard, ledger));
    }

    /** Limits of which some are not those of the profile. */
    AlarmTuning tuning() {
        AlarmLimits limits = new AlarmLimits(site);
        limits.override(
                Map.of("block-voltage-low-warning/A1", LimitPart.LIMIT.with(
                        AlarmTable.find("block-voltage-low-warning").orElseThrow(), AlarmOverride.NONE, "13.3 V")),
                Map.of("block-temperature-high-alarm/A1-2", LimitPart.STATE.with(
                        AlarmTable.find("block-temperature-high-alarm").orElseThrow(), AlarmOverride.NONE, "off")));
        return new AlarmTuning(limits, new GuardedBackTest(people.guard, new BackTest(this, limits)));
    }

    Room(int strings, int blocks) {
        BlockType type = new BlockType(
                new BatteryProfile(
                        "vrla-agm", Chemistry.VRLA_AGM, new Voltage(2_270), new Voltage(2_350), new Voltage(1_800),
                        List.of(new ProfileFigure("string-voltage-low-alarm.limit", "2.21 V", "its data sheet"))),
                6, new Charge(100_000));
        List<BatteryString> all = new ArrayList<>();
        for (int s = 1; s <= strings; s++) {
            String id = "A" + s;
            int first = (s - 1) * blocks;
            List<Block> list = IntStream.rangeClosed(1, blocks)
                    .mapToObj(n -> new Block(id + "-" + n, n, new ModuleAddress("L1", first + n)))
                    .toList();
            all.add(new BatteryString(
                    id, "String " + s, type, ModuleType.C20, list,
                    s == 1 ? Optional.of(new ModuleAddress("L1", 9_001)) : Optional.empty(), Optional.empty(),
                    new Current(0), true, Optional.empty()));
            images.put(id, before(id, blocks));
        }
        site = new Site(
                "Café Nord", ZONE, List.of("L1"), List.of(new Battery("A", "UPS A", all)),
                List.of(new Sensor("A1-current", Sensor.Kind.CURRENT, new ModuleAddress("L1", 9_001))));
        alarms = new AlarmRoom(site);
    }

    /** A string before its first sweep. */
    private static StringImage before(String id, int blocks) {
        int[][] values = new int[MeasurementKind.count()][blocks];
        byte[][] qualities = new byte[MeasurementKind.count()][blocks];
        for (byte[] column : qualities) {
            Arrays.fill(column, Quality.MISSING.code());
        }
        return new StringImage(
                new StringStatus(
                        id, 0, StringState.UNKNOWN, 0, 0, null, null, 0, 0, 0, 0, null, null, 0, EqualizingPhase.PAUSED, 0,
                        0, List.of(), List.of(), false),
                values, qualities);
    }

    /** Gives a string values around {@code millivolts}, block by block 1 mV more, without telling anybody. */
    void measure(String id, int millivolts) {
        int blocks = site.string(id).orElseThrow().size();
        int[][] values = new int[MeasurementKind.count()][blocks];
        byte[][] qualities = new byte[MeasurementKind.count()][blocks];
        for (int i = 0; i < blocks; i++) {
            values[0][i] = millivolts + i;
            values[1][i] = 2_530 + i;
            values[2][i] = 4_810 + i;
            values[3][i] = 370;
        }
        images.put(id, new StringImage(status(id, blocks, millivolts), values, qualities));
    }

    private static StringStatus status(String id, int blocks, int millivolts) {
        return new StringStatus(
                id, NOW, StringState.FLOAT, NOW - 3_600_000, blocks, blocks * millivolts, millivolts, millivolts, 1,
                millivolts + blocks - 1, blocks, -36_200, null, 13_620, EqualizingPhase.WORKING, 0, 370, List.of(),
                List.of(new StringStatus.BlockRemark(id + "-1", "Replaced two hours ago.")), false);
    }

    /** Marks a value of a measured string. */
    void mark(String id, MeasurementKind kind, int row, Quality quality) {
        images.get(id).qualities()[kind.ordinal()][row] = quality.code();
    }

    /** Measures and tells. */
    void sweep(String id, int millivolts) {
        measure(id, millivolts);
        listeners.forEach(listener -> listener.accept(id));
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public List<StringStatus> strings() {
        if (fault != null) {
            throw fault;
        }
        return site.strings().map(string -> images.get(string.id()).status()).toList();
    }

    @Override
    public Optional<StringImage> image(String stringId) {
        return Optional.ofNullable(images.get(stringId));
    }

    @Override
    public Runnable follow(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure {
        ask(new Asked(blockId, fromMillis, toMillis, points));
        int[][] zero = {{1, 0}, {1, 1}, {1, 1}, {1, 1}};
        int[][] low = {{13_600, 7}, {2_500, 2_501}, {4_800, 4_801}, {0, 0}};
        int[][] mid = {{13_610, 8}, {2_510, 2_511}, {4_810, 4_811}, {0, 0}};
        int[][] high = {{13_620, 9}, {2_520, 2_521}, {4_820, 4_821}, {0, 0}};
        return new HistorySeries(
                new long[] {fromMillis, fromMillis + 2_000}, new long[] {fromMillis + 1_000, toMillis}, zero, low, mid,
                high);
    }

    /** Answers with as many points as asked for, at most 3: column c of point p from 100 c + p to 7 above, none at 2. */
    @Override
    public HistoryRanges ranges(RangeQuestion question) throws HistoryFailure {
        questionsAboutRanges.add(question);
        if (historyFailure != null) {
            throw historyFailure;
        }
        int points = Math.min(3, question.points());
        long[] from = new long[points];
        long[] to = new long[points];
        int[][] min = new int[points][question.columns()];
        int[][] max = new int[points][question.columns()];
        for (int point = 0; point < points; point++) {
            from[point] = question.fromMillis() + point * 1_000L;
            to[point] = from[point] + 999;
            for (int column = 0; column < question.columns(); column++) {
                min[point][column] = point == 2 ? Integer.MAX_VALUE : 100 * column + point;
                max[point][column] = point == 2 ? Integer.MIN_VALUE : 100 * column + point + 7;
            }
        }
        return new HistoryRanges(from, to, min, max);
    }

    @Override
    public List<Event> events(long fromMillis, long toMillis, int limit) throws HistoryFailure {
        ask(new Asked(null, fromMillis, toMillis, limit));
        return List.of(
                new Event(NOW - 5, EventKind.MODULE_LOST, "A1-3", "Block 3 is silent."),
                new Event(NOW - 9, EventKind.SERVER_STARTED, "", "Started."));
    }

    private void ask(Asked what) throws HistoryFailure {
        asked.add(what);
        if (historyFailure != null) {
            throw historyFailure;
        }
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public List<Question> questions() {
        return questions;
    }

    @Override
    public Optional<String> answer(Actor who, String blockId, Replaced replaced) {
        if (questions.removeIf(question -> question.block().equals(blockId))) {
            answers.add(blockId + " " + replaced);
            return Optional.empty();
        }
        return Optional.of("No question waits for block " + blockId + ".");
    }

    @Override
    public Optional<List<LineDevice>> modules(String line) {
        return lineBusy ? Optional.empty() : Optional.of(List.of(
                new LineDevice(1, "A1-1", "C20", "0000BEEF", "1.04", 30, 28, 1, 1, 0),
                new LineDevice(60_001, "L1:60001", "current sensor", null, null, 30, 30, 0, 0, 0)));
    }
}
