// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/** A store in memory that fails when it is told to; logs appends in order. */
final class MemoryStore implements HistoryStore {

    final List<String> log = new ArrayList<>();
    private final List<SweepImage> sweeps = new ArrayList<>();
    private LineRoster roster;
    boolean broken;
    int refused;

    private void requireWorking() throws HistoryFailure {
        if (broken) {
            refused++;
            throw new HistoryFailure("disk is full", null);
        }
    }

    @Override
    public void appendEvents(List<Event> events) throws HistoryFailure {
        requireWorking();
        events.forEach(event -> log.add("event " + event.text()));
    }

    @Override
    public void appendSweep(LineRoster lineRoster, SweepImage image, byte[] states) throws HistoryFailure {
        requireWorking();
        roster = lineRoster;
        sweeps.add(image);
        log.add("sweep " + image.sampledAtMillis());
    }

    @Override
    public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure {
        requireWorking();
        int kinds = MeasurementKind.count();
        SeriesSummary summary = new SeriesSummary(kinds, fromMillis, toMillis, points);
        for (SweepImage image : sweeps) {
            for (int row = 0; row < image.moduleCount(); row++) {
                boolean wanted = image.sampledAtMillis() >= fromMillis && image.sampledAtMillis() <= toMillis;
                if (wanted && roster.blockId(row).equals(blockId)) {
                    int[] values = new int[kinds];
                    boolean[] usable = new boolean[kinds];
                    for (MeasurementKind kind : MeasurementKind.values()) {
                        values[kind.ordinal()] = image.value(kind, row);
                        usable[kind.ordinal()] = image.good(kind, row);
                    }
                    summary.add(image.sampledAtMillis(), values, usable);
                }
            }
        }
        return summary.series();
    }

    @Override
    public HistorySeries sensor(String sensorId, long fromMillis, long toMillis, int points) {
        return SeriesSummary.empty(1);
    }

    @Override
    public HistoryRanges ranges(RangeQuestion question) throws HistoryFailure {
        requireWorking();
        RangeSummary summary = new RangeSummary(
                question.columns(), 1, question.fromMillis(), question.toMillis(), question.points());
        for (SweepImage image : sweeps) {
            if (image.sampledAtMillis() >= question.fromMillis() && image.sampledAtMillis() <= question.toMillis()) {
                RangePoint point = summary.point(0, image.sampledAtMillis());
                for (int row = 0; row < image.moduleCount(); row++) {
                    int column = question.blocks().indexOf(roster.blockId(row));
                    if (column >= 0 && image.good(question.kind(), row)) {
                        point.take(column, image.value(question.kind(), row));
                    }
                }
            }
        }
        return summary.ranges();
    }

    @Override
    public List<Event> events(long fromMillis, long toMillis, int limit) throws HistoryFailure {
        requireWorking();
        return List.of();
    }

    @Override
    public void close() {}
}
