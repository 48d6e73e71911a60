// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.CalibrateBlocks;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.port.out.SiteMemory.KeptCalibration;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationColumns;
import org.evenfloat.domain.measure.CalibrationPoints;
import org.evenfloat.domain.quantity.Temperature;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.evenfloat.domain.topology.Site;

/**
 * The calibrations of all modules, and for each line the columns that its sweeps apply. Safe for several threads; the
 * columns are read without a lock.
 */
public final class Calibrations implements CalibrateBlocks, ModulePresence {

    private static final long UNKNOWN = -1;

    private final SiteMemory memory;
    private final InstantSource wallClock;
    private final EventSink events;
    private final Executor later;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Long, KeptCalibration> kept = new HashMap<>();
    /** One calibration at a time, so that each starts from the one before; may wait, unlike the lock of this. */
    private final Object changing = new Object();

    private record Place(Line line, int row, int floatMillivolts) {}

    private static final class Line {

        private final long[] serials;
        private volatile CalibrationColumns columns = CalibrationColumns.NONE;

        private Line(int modules) {
            serials = new long[modules];
            Arrays.fill(serials, UNKNOWN);
        }
    }

    /**
     * Makes the calibrations of a site, without any yet.
     *
     * @param later runs what may wait for the memory
     */
    public Calibrations(
            Site site, List<LineRoster> rosters, SiteMemory memory, InstantSource wallClock, EventSink events,
            Executor later) {
        this.memory = memory;
        this.wallClock = wallClock;
        this.events = events;
        this.later = later;
        Map<String, LineRoster> byLine = new HashMap<>();
        for (LineRoster roster : rosters) {
            byLine.put(roster.line(), roster);
            lines.put(roster.line(), new Line(roster.moduleCount()));
        }
        for (BatteryString string : site.strings().toList()) {
            for (Block block : string.blocks()) {
                int row = byLine.get(block.module().line()).rowOf(block.module().number());
                places.put(block.id(), new Place(
                        lines.get(block.module().line()), row, string.blockType().floatMillivolts()));
            }
        }
    }

    /** Reads what was kept by an earlier run. Call once, before the first sweep. */
    public synchronized void load() throws HistoryFailure {
        kept.putAll(memory.loadCalibrations());
        lines.values().forEach(this::publish);
    }

    /** Returns where the sweeps of a line find their columns; asking never waits. */
    public Supplier<CalibrationColumns> of(String line) {
        Line found = lines.get(line);
        return () -> found.columns;
    }

    @Override
    public synchronized void present(LineRoster roster, int row, long serial) {
        Line line = lines.get(roster.line());
        if (line.serials[row] != serial) {
            line.serials[row] = serial;
            publish(line);
        }
    }

    @Override
    public synchronized void replaced(long serial) {
        KeptCalibration gone = kept.remove(serial);
        if (gone != null) {
            later.execute(() -> forget(serial));
            events.happened(EventKind.CALIBRATION_CHANGED, "", "Module " + text(serial)
                    + " was replaced; its calibration is dropped (" + gone.calibration() + ").");
        }
    }

    @Override
    public synchronized List<BlockCalibration> calibrations() {
        return places.entrySet().stream()
                .filter(entry -> kept.containsKey(serial(entry.getValue())))
                .map(entry -> present(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Answer calibrate(Actor who, String blockId, CalibrationPoints points) {
        Place place = places.get(blockId);
        synchronized (changing) {
            BlockCalibration before = present(blockId, place);
            List<String> problems = new ArrayList<>();
            Calibration now = points.calibration(before.calibration(), place.floatMillivolts, problems);
            return problems.isEmpty() ? change(place, before, now, read(points))
                    : new Answer(Optional.empty(), problems, Optional.empty());
        }
    }

    @Override
    public Answer reset(Actor who, String blockId) {
        Place place = places.get(blockId);
        synchronized (changing) {
            return change(place, present(blockId, place), Calibration.NONE, "it shows what the module measures");
        }
    }

    private Answer change(Place place, BlockCalibration before, Calibration now, String why) {
        long serial = serial(place);
        if (serial == UNKNOWN) {
            return refused("block: " + before.block() + " - allowed: a block whose module has answered and told its"
                    + " serial number");
        }
        KeptCalibration keep = new KeptCalibration(wallClock.millis(), now);
        try {
            memory.saveCalibration(serial, keep);
        } catch (HistoryFailure failure) {
            return refused("history: " + failure.getMessage());
        }
        take(serial, keep);
        events.happened(EventKind.CALIBRATION_CHANGED, before.block(), "Block " + before.block() + ": module "
                + text(serial) + " has " + now + " now, before " + before.calibration() + "; " + why + ".");
        long atMillis = now.isNone() ? 0 : keep.atMillis();
        return new Answer(Optional.of(new BlockCalibration(before.block(), text(serial), now, atMillis)), List.of(),
                Optional.empty());
    }

    private static Answer refused(String why) {
        return new Answer(Optional.empty(), List.of(), Optional.of(why));
    }

    private static String read(CalibrationPoints points) {
        List<String> read = new ArrayList<>();
        points.voltages().forEach(point -> read.add(
                new Voltage(point.truth()) + " was shown as " + new Voltage(point.shown())));
        points.temperature().ifPresent(point -> read.add(
                new Temperature(point.truth()) + " was shown as " + new Temperature(point.shown())));
        return String.join(", ", read);
    }

    private synchronized long serial(Place place) {
        return place.line.serials[place.row];
    }

    private synchronized BlockCalibration present(String blockId, Place place) {
        KeptCalibration found = kept.get(serial(place));
        return new BlockCalibration(blockId, text(serial(place)),
                found == null ? Calibration.NONE : found.calibration(), found == null ? 0 : found.atMillis());
    }

    private synchronized void take(long serial, KeptCalibration keep) {
        if (keep.calibration().isNone()) {
            kept.remove(serial);
        } else {
            kept.put(serial, keep);
        }
        lines.values().stream()
                .filter(line -> Arrays.stream(line.serials).anyMatch(present -> present == serial))
                .forEach(this::publish);
    }

    private void publish(Line line) {
        line.columns = CalibrationColumns.of(Arrays.stream(line.serials).mapToObj(serial ->
                kept.containsKey(serial) ? kept.get(serial).calibration() : Calibration.NONE).toList());
    }

    /** What cannot be forgotten is forgotten at the next replacement; meanwhile it belongs to nobody. */
    private void forget(long serial) {
        try {
            memory.saveCalibration(serial, new KeptCalibration(wallClock.millis(), Calibration.NONE));
        } catch (HistoryFailure failure) {
            events.happened(EventKind.HISTORY_FAILING, "", "The calibration of the replaced module " + text(serial)
                    + " could not be dropped: " + failure.getMessage() + ".");
        }
    }

    private static String text(long serial) {
        return serial == UNKNOWN ? "" : new ModuleIdentity(serial, 0, 0, 0).serialText();
    }
}
