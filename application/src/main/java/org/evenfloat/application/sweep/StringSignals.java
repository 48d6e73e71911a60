// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.alarm.AlarmRows;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.health.DischargeWatch;
import org.evenfloat.domain.measure.ColumnMedian;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/**
 * What alarms look at of one string and its blocks, made of the same values that its decisions are made of. Only fresh
 * GOOD values count; everything else is unknown. One thread; allocates nothing in a sweep without news.
 */
final class StringSignals implements AlarmRows.Columns {

    private static final int UNKNOWN = AlarmSignal.UNKNOWN;

    /** As much duty as there is. */
    private static final double FULL_DUTY = 0.99;

    /** Strings are compared only while they carry at least this share of their capacity a h. */
    private static final int LEAST_SHARE_OF_CAPACITY = 100;

    private final BatteryString string;
    private final StringLayout layout;
    private final int[] siblings;
    private final SweepAlarms.Beyond beyond;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final Map<AlarmSignal, int[]> columns = new EnumMap<>(AlarmSignal.class);
    private final ColumnMedian median;
    private final DischargeWatch discharge;
    private List<StringStatus.BlockRemark> remarks = List.of();
    private StringState before = StringState.UNKNOWN;
    private long dischargeSinceMillis;

    /**
     * @param siblings indices of all strings of its battery, itself among them
     * @param beyond knows the references of resistances
     */
    StringSignals(BatteryString string, StringLayout layout, int[] siblings, SweepAlarms.Beyond beyond) {
        this.string = string;
        this.layout = layout;
        this.siblings = siblings;
        this.beyond = beyond;
        this.median = new ColumnMedian(string.size());
        this.discharge = new DischargeWatch(string.size(), string.blockType());
        for (AlarmSignal signal : AlarmSignal.values()) {
            boolean own = signal.scope() == AlarmScope.BLOCK || signal.scope() == AlarmScope.STRING;
            if (own && !AlarmSignal.OF_THE_GUARD.contains(signal)) {
                columns.put(signal, new int[signal.scope() == AlarmScope.BLOCK ? string.size() : 1]);
            }
        }
        for (int i = 0; i < string.size(); i++) {
            indexOf.put(string.blocks().get(i).id(), i);
        }
    }

    @Override
    public int[] of(AlarmSignal signal) {
        return columns.get(signal);
    }

    private void set(AlarmSignal signal, int value) {
        columns.get(signal)[0] = value;
    }

    /** Takes the values of one sweep. */
    void take(SiteView view, SweepImage trigger, StringWatch watch, StringStatus status) {
        StringGather gather = watch.gather();
        blocks(view, trigger, gather);
        discharge(trigger.sampledMonotonicMillis(), watch.state(), gather);
        equalizing(watch.equalizer(), status);
        set(AlarmSignal.STRING_VOLTAGE, status.meanMillivolts() == null ? UNKNOWN : status.meanMillivolts());
        set(AlarmSignal.TEMPERATURE_SPREAD, spread(columns.get(AlarmSignal.BLOCK_TEMPERATURE)));
        besideTheOthers(view, status);
        before = watch.state();
    }

    private void blocks(SiteView view, SweepImage trigger, StringGather gather) {
        int[] volts = columns.get(AlarmSignal.BLOCK_VOLTAGE);
        int[] celsius = columns.get(AlarmSignal.BLOCK_TEMPERATURE);
        int[] resistance = columns.get(AlarmSignal.BLOCK_RESISTANCE);
        int[] rise = columns.get(AlarmSignal.BLOCK_RESISTANCE_RISE);
        int[] deviation = columns.get(AlarmSignal.BLOCK_DEVIATION);
        for (int i = 0; i < volts.length; i++) {
            volts[i] = whole(gather.volts()[i] * 1_000);
            celsius[i] = whole(gather.celsius(i) * 100);
            SweepImage image = view.newest(layout.lines()[i]);
            resistance[i] = image != null && image.good(MeasurementKind.RESISTANCE, layout.rows()[i])
                    ? image.value(MeasurementKind.RESISTANCE, layout.rows()[i]) : UNKNOWN;
            String block = string.blocks().get(i).id();
            if (resistance[i] != UNKNOWN) {
                beyond.measured(block, image.sampledAtMillis(), resistance[i], celsius[i]);
            }
            rise[i] = beyond.risePermille(block);
        }
        int middle = 2 * gather.good() < volts.length ? UNKNOWN : median.of(volts, UNKNOWN);
        for (int i = 0; i < volts.length; i++) {
            deviation[i] = middle == UNKNOWN || volts[i] == UNKNOWN ? UNKNOWN : volts[i] - middle;
        }
    }

    private static int whole(double value) {
        return Double.isNaN(value) ? UNKNOWN : (int) Math.round(value);
    }

    private void discharge(long nowMillis, StringState state, StringGather gather) {
        int[] below = columns.get(AlarmSignal.BLOCK_IN_DISCHARGE);
        if (state == StringState.DISCHARGE) {
            if (before != state) {
                discharge.begin();
                dischargeSinceMillis = nowMillis;
            }
            if (discharge.sample(nowMillis, gather.volts()) || before != state) {
                for (int i = 0; i < below.length; i++) {
                    below[i] = discharge.belowPermille(i);
                }
            }
            set(AlarmSignal.DISCHARGE_TIME, (int) Math.min(Integer.MAX_VALUE, nowMillis - dischargeSinceMillis + 1));
        } else {
            int none = state == StringState.UNKNOWN ? UNKNOWN : 0;
            Arrays.fill(below, none);
            set(AlarmSignal.DISCHARGE_TIME, none);
        }
    }

    private void equalizing(Equalizer equalizer, StringStatus status) {
        int[] notCorrectable = columns.get(AlarmSignal.BLOCK_NOT_CORRECTABLE);
        if (remarks != status.notCorrectable()) {
            remarks = status.notCorrectable();
            Arrays.fill(notCorrectable, 0);
            remarks.forEach(remark -> notCorrectable[indexOf.get(remark.block())] = 1);
        }
        set(AlarmSignal.EQUALIZING_SATURATED, !equalizer.enabled() ? UNKNOWN
                : equalizer.largestDuty() >= FULL_DUTY && !equalizer.diagnosis().converged() ? 1 : 0);
        set(AlarmSignal.CHARGER_MIS_SET, status.chargerMisSet() ? 1 : 0);
    }

    private static int spread(int[] celsius) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        int known = 0;
        for (int value : celsius) {
            if (value != UNKNOWN) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                known++;
            }
        }
        return known < 2 ? UNKNOWN : highest - lowest;
    }

    private void besideTheOthers(SiteView view, StringStatus own) {
        long volts = 0;
        long amps = 0;
        boolean voltsKnown = siblings.length > 1 && own.meanMillivolts() != null;
        boolean ampsKnown = siblings.length > 1 && own.currentMilliamps() != null;
        for (int sibling : siblings) {
            StringStatus status = view.status(sibling);
            StringStatus other = status.id().equals(own.id()) ? own : status;
            voltsKnown &= other.meanMillivolts() != null;
            volts += other.meanMillivolts() == null ? 0 : other.meanMillivolts();
            ampsKnown &= other.currentMilliamps() != null;
            amps += other.currentMilliamps() == null ? 0 : other.currentMilliamps();
        }
        set(AlarmSignal.STRING_VOLTAGE_DEVIATION,
                voltsKnown ? beside(own.meanMillivolts(), volts / siblings.length) : UNKNOWN);
        long mean = amps / Math.max(1, siblings.length);
        boolean carries = Math.abs(mean) * LEAST_SHARE_OF_CAPACITY
                >= Math.max(1, string.blockType().capacity().milliampHours());
        set(AlarmSignal.STRING_CURRENT_DEVIATION,
                ampsKnown && carries ? beside(Math.abs(own.currentMilliamps()), Math.abs(mean)) : UNKNOWN);
    }

    private static int beside(long value, long mean) {
        return mean == 0 ? UNKNOWN : (int) ((value - mean) * 1_000 / mean);
    }
}
