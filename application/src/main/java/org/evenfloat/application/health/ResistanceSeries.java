// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.health;

import java.util.Arrays;
import java.util.Optional;
import org.evenfloat.application.port.out.KeptResistances;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.health.ResistanceTrend;

/**
 * The resistances of one block at 25 °C: a median for each week with measurements, the reference, and what was measured
 * in the week that goes on. Guarded by its book.
 */
final class ResistanceSeries {

    static final long WEEK_MILLIS = 7 * 86_400_000L;

    /** New or newly connected blocks settle first; what they show until then is no reference. */
    static final int SETTLING_WEEKS = 4;

    /** Closer measurements say nothing new, and are left out so that an hour does not outvote a week. */
    static final long SPACING_MILLIS = WEEK_MILLIS / KeptResistances.MOST_OPEN;

    private static final double DAYS_A_WEEK = 7;
    private static final double DAY_MILLIS = 86_400_000;

    private long serial;
    private int firstWeek = -1;
    private int referenceNanoohms;
    private final short[] weeks = new short[KeptResistances.MOST_WEEKS];
    private final int[] nanoohms = new int[KeptResistances.MOST_WEEKS];
    private int count;
    private int openWeek;
    private final int[] open = new int[KeptResistances.MOST_OPEN];
    private int openCount;
    private long takenAtMillis;
    private long strayedAtMillis = Long.MAX_VALUE;
    private int risePermille = AlarmSignal.UNKNOWN;

    /** Returns whether something has changed. */
    boolean measured(long serialOr0, long wallMillis, int value) {
        long week = Math.floorDiv(wallMillis, WEEK_MILLIS);
        if (week < 0 || week > Short.MAX_VALUE) {
            return false;
        }
        if (serialOr0 != 0 && serial != 0 && serialOr0 != serial) {
            clear();
        }
        boolean changed = false;
        if (serialOr0 != 0 && serial != serialOr0) {
            serial = serialOr0;
            changed = true;
        }
        if (firstWeek < 0) {
            firstWeek = (int) week;
            openWeek = (int) week;
        }
        if (week < openWeek - 1 && !turnedBack((int) week, wallMillis)) {
            return changed;
        }
        strayedAtMillis = Long.MAX_VALUE;
        if (openCount > 0 && Math.abs(wallMillis - takenAtMillis) < SPACING_MILLIS) {
            return changed;
        }
        if (week > openWeek) {
            close();
            openWeek = (int) week;
        }
        if (openCount == open.length) {
            return changed;
        }
        open[openCount++] = value;
        takenAtMillis = wallMillis;
        return true;
    }

    private void clear() {
        serial = 0;
        firstWeek = -1;
        referenceNanoohms = 0;
        count = 0;
        openCount = 0;
        risePermille = AlarmSignal.UNKNOWN;
    }

    /**
     * Believes a clock that was set back only after a week: a machine that starts without its clock forgets nothing. Then
     * the weeks that have not been yet go; when that would be all, they are moved before this week.
     */
    private boolean turnedBack(int week, long wallMillis) {
        strayedAtMillis = Math.min(strayedAtMillis, wallMillis);
        if (wallMillis - strayedAtMillis < WEEK_MILLIS) {
            return false;
        }
        int past = count;
        while (past > 0 && weeks[past - 1] >= week) {
            past--;
        }
        if (past == 0 && count > 0) {
            int by = weeks[count - 1] - week + 1;
            for (int i = 0; i < count; i++) {
                weeks[i] -= (short) by;
            }
            firstWeek = Math.max(0, firstWeek - by);
        } else {
            count = past;
        }
        firstWeek = Math.min(firstWeek, week);
        openWeek = week;
        openCount = 0;
        look();
        return true;
    }

    private void close() {
        if (openCount > 0 && (openWeek >= firstWeek + SETTLING_WEEKS || referenceNanoohms > 0)) {
            if (count == weeks.length) {
                System.arraycopy(weeks, 1, weeks, 0, --count);
                System.arraycopy(nanoohms, 1, nanoohms, 0, count);
            }
            weeks[count] = (short) openWeek;
            nanoohms[count++] = median(open, openCount);
            if (referenceNanoohms == 0 && count == ResistanceTrend.REFERENCE_SAMPLES) {
                referenceNanoohms = median(nanoohms, count);
            }
            look();
        }
        openCount = 0;
    }

    private static int median(int[] values, int count) {
        int[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return (int) (((long) sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
    }

    private void look() {
        double ratio = referenceNanoohms == 0 ? Double.NaN : trend().steadyRatio();
        risePermille = Double.isNaN(ratio) ? AlarmSignal.UNKNOWN : (int) Math.round((ratio - 1) * 1_000);
    }

    private ResistanceTrend trend() {
        double[] days = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            days[i] = weeks[i] * DAYS_A_WEEK;
            values[i] = nanoohms[i];
        }
        return ResistanceTrend.of(days, values, referenceNanoohms);
    }

    int risePermille() {
        return risePermille;
    }

    Optional<ReplaceBy> replaceBy() {
        ResistanceTrend.ReplaceBy days = risePermille == AlarmSignal.UNKNOWN ? null : trend().replaceBy();
        return days == null ? Optional.empty()
                : Optional.of(new ReplaceBy(after(days.soonestDays()), after(days.likelyDays()), after(days.latestDays())));
    }

    /** Counted from the middle of the last week with a median. */
    private long after(double days) {
        double millis = weeks[count - 1] * (double) WEEK_MILLIS + WEEK_MILLIS / 2.0 + days * DAY_MILLIS;
        return (long) millis; // at most the largest there is
    }

    KeptResistances kept(String block) {
        int[] kept = new int[count];
        for (int i = 0; i < count; i++) {
            kept[i] = weeks[i];
        }
        return new KeptResistances(
                block, serial, firstWeek, referenceNanoohms, kept, Arrays.copyOf(nanoohms, count), openWeek,
                Arrays.copyOf(open, openCount), takenAtMillis);
    }

    static ResistanceSeries of(KeptResistances kept) {
        ResistanceSeries series = new ResistanceSeries();
        series.serial = kept.serial();
        series.firstWeek = kept.firstWeek();
        series.referenceNanoohms = kept.referenceNanoohms();
        series.count = kept.weeks().length;
        for (int i = 0; i < series.count; i++) {
            series.weeks[i] = (short) kept.weeks()[i];
            series.nanoohms[i] = kept.nanoohms()[i];
        }
        series.openWeek = kept.openWeek();
        series.openCount = kept.openNanoohms().length;
        System.arraycopy(kept.openNanoohms(), 0, series.open, 0, series.openCount);
        series.takenAtMillis = kept.takenAtMillis();
        series.look();
        return series;
    }
}
