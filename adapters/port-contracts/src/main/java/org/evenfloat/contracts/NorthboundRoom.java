// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundImages;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
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
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.BreakerPast;

/** A site with values to be told: strings S1, S2 … of equal length on line L1, all in float, whatever is put into them. */
public final class NorthboundRoom implements ViewAlarms, ViewProtection {

    /** When everything is, epoch ms. */
    public static final long NOW = 1_795_000_000_000L;

    private static final BlockType BLOCK = new BlockType(
            new BatteryProfile("agm", Chemistry.VRLA_AGM, new Voltage(2_270), new Voltage(2_350), new Voltage(1_750)),
            6, Charge.ofAmpHours(80));

    private final Site site;
    private final NorthboundImages images;
    private final RoomSwitchgear switchgear;
    private final int blocks;
    private final List<StringImage> strings = new ArrayList<>();
    private List<Alarm> alarms = List.of();
    private boolean general;

    /** A room without relays and breakers. */
    public NorthboundRoom(int stringCount, int blocks) {
        this(stringCount, blocks, 0);
    }

    /**
     * @param breakers so many relay modules R1, R2 … with one breaker B1, B2 … each, open in shadow mode; at most as many as
     *     strings
     */
    public NorthboundRoom(int stringCount, int blocks, int breakers) {
        this.blocks = blocks;
        this.switchgear = new RoomSwitchgear(breakers);
        this.site = site(stringCount, blocks).withRelays(switchgear.modules(), switchgear.installed());
        this.images = new NorthboundImages(
                new PointTable(site), () -> strings, this, switchgear, this, this::health,
                () -> Instant.ofEpochMilli(NOW));
        voltages(block -> 13_500, Quality.GOOD);
    }

    private static Site site(int stringCount, int blocks) {
        List<BatteryString> strings = new ArrayList<>();
        for (int string = 1; string <= stringCount; string++) {
            String id = "S" + string;
            int first = (string - 1) * blocks;
            strings.add(new BatteryString(
                    id, id, BLOCK, ModuleType.C20,
                    IntStream.rangeClosed(1, blocks).mapToObj(number -> new Block(
                            id + "-" + number, number, new ModuleAddress("L1", first + number))).toList(),
                    Optional.empty(), Optional.empty(), new Current(0), true, Optional.empty()));
        }
        return new Site("Room", ZoneOffset.UTC, List.of("L1"), List.of(new Battery("S", "S", strings)), List.of());
    }

    /** Returns what is installed. */
    public Site site() {
        return site;
    }

    /** Returns the points of the site. */
    public PointTable table() {
        return images.table();
    }

    /** Returns the next image of what was put in. */
    public NorthboundImage image() {
        return images.make();
    }

    /** Puts in the voltage of each block, counted over all strings from 0, in mV, and the quality of all values. */
    public void voltages(IntUnaryOperator millivolts, Quality quality) {
        int count = (int) site.strings().count();
        strings.clear();
        for (int string = 0; string < count; string++) {
            int first = string * blocks;
            int[][] values = new int[MeasurementKind.count()][blocks];
            byte[][] qualities = new byte[MeasurementKind.count()][blocks];
            for (byte[] column : qualities) {
                Arrays.fill(column, quality.code());
            }
            Arrays.setAll(values[MeasurementKind.VOLTAGE.ordinal()], i -> millivolts.applyAsInt(first + i));
            Arrays.fill(values[MeasurementKind.TEMPERATURE.ordinal()], -250);
            Arrays.fill(values[MeasurementKind.RESISTANCE.ordinal()], 70_000);
            Arrays.fill(values[MeasurementKind.DUTY.ordinal()], 125);
            int[] volts = values[MeasurementKind.VOLTAGE.ordinal()];
            int total = Arrays.stream(volts).sum();
            strings.add(new StringImage(status(string, quality, total, volts), values, qualities));
        }
    }

    private StringStatus status(int string, Quality quality, int total, int[] volts) {
        return new StringStatus(
                "S" + (string + 1), NOW, StringState.FLOAT, NOW - 60_000, quality == Quality.GOOD ? blocks : 0, total,
                total / blocks, Arrays.stream(volts).min().orElse(0), 1, Arrays.stream(volts).max().orElse(0), 2, -1_234,
                -500, 13_500, EqualizingPhase.WORKING, 0, 125, List.of(), List.of(), false);
    }

    /** Lets an alarm of that id stand, unacknowledged; no id lets none stand. */
    public void alarms(boolean generalAlarm, String... ids) {
        List<Alarm> all = new ArrayList<>();
        for (String id : ids) {
            String definition = id.substring(0, id.indexOf('/'));
            String subject = id.substring(id.indexOf('/') + 1);
            String string = subject.startsWith("S") ? subject.replaceAll("-.*", "") : "";
            all.add(new Alarm(new AlarmPoint(AlarmTable.find(definition).orElseThrow(), subject),
                    string.isEmpty() ? List.of() : List.of(string), AlarmState.UNACKNOWLEDGED, 70_000 + all.size(), true,
                    NOW, NOW, 12_900, 13_000, 1, false, "", 0, "", Map.of()));
        }
        alarms = List.copyOf(all);
        general = generalAlarm;
    }

    /** Lets exactly these alarms stand. */
    public void alarms(boolean generalAlarm, List<Alarm> standing) {
        alarms = List.copyOf(standing);
        general = generalAlarm;
    }

    private Health health() {
        return new Health("test", NOW, NOW, 1,
                List.of(new Health.LineHealth("L1", true, "", 5, NOW, 800, blocks, 0)),
                new Health.HistoryHealth(true, "", 0, 0));
    }

    @Override
    public Standing standing() {
        return new Standing(1, NOW, alarms, List.of(), general, general, false, false, "");
    }

    @Override
    public long version() {
        return 1;
    }

    @Override
    public List<AlarmRecord> records(AlarmQuestion question) {
        return List.of();
    }

    @Override
    public List<GuardedString> strings() {
        return List.of();
    }

    @Override
    public Optional<BlockRises> rises(String string) {
        return Optional.empty();
    }

    @Override
    public Optional<BreakerPast> past(String breaker) {
        return Optional.empty();
    }

    @Override
    public List<GuardedBreaker> breakers() {
        return switchgear.policies();
    }
}
