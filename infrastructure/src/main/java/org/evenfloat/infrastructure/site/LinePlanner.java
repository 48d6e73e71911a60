// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.adapters.bacsbus.LineTiming;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.QuantityText;

/** Decides how often a line can be swept, from what hangs on it. */
final class LinePlanner {

    /** So many devices still fit a sweep of a minute at the slowest rate, with successive addresses. */
    static final int MAX_DEVICES = 2000;
    /** Long enough for every line; resistances, alarms and bypass duties do with less than one look a minute. */
    static final QuantityRange SWEEP_PERIOD = QuantityRange.of(Dimension.TIME, "1 s", "60 s", "10 s");

    private static final int[] DEFAULT_PERIODS_MILLIS = {2_000, 5_000, 10_000, 20_000, 30_000, 60_000};
    /** A default leaves 20 % of the period for repeated questions, commands and resistances. */
    private static final double USABLE_SHARE = 0.8;
    /** Addresses of one COLLECT and the conversion that the timing reckons with: bus document, sections 3 and 5. */
    private static final int WINDOW = 32;
    private static final int CONVERSION_MILLIS = 120;

    private LinePlanner() {}

    /** Returns the plan, or empty after saying why the line cannot be swept. */
    static Optional<LineConfiguration> plan(LineDraft draft, LineSettings settings, int[] addresses) {
        Section section = draft.section();
        if (addresses.length > MAX_DEVICES) {
            section.reject(addresses.length + " devices on the line", "at most " + MAX_DEVICES + " devices a line");
            return Optional.empty();
        }
        long needed = sweepMillis(settings, addresses);
        String reason = "the line needs " + QuantityText.format(needed, Dimension.TIME) + " for its "
                + addresses.length + " devices at " + settings.baud() + " baud";
        Optional<Entry> entry = section.find("sweep-period");
        OptionalLong period = entry.map(e -> e.quantity(SWEEP_PERIOD)).orElseGet(() -> shortestPeriod(needed));
        if (entry.isPresent() && period.isPresent() && period.getAsLong() < needed) {
            entry.get().reject(entry.get().given() + ", but " + reason, "at least that; less with a faster baud");
            return Optional.empty();
        }
        if (entry.isEmpty() && period.isEmpty()) {
            section.reject(reason, "at most 60 s: a faster baud, fewer devices, or addresses without gaps");
        }
        return period.isEmpty() ? Optional.empty() : Optional.of(new LineConfiguration(
                settings, new LinePlan((int) period.getAsLong(), draft.resistancePeriodMillis())));
    }

    private static OptionalLong shortestPeriod(long needed) {
        for (int period : DEFAULT_PERIODS_MILLIS) {
            if (needed <= period * USABLE_SHARE) {
                return OptionalLong.of(period);
            }
        }
        return needed <= SWEEP_PERIOD.max() ? OptionalLong.of(SWEEP_PERIOD.max()) : OptionalLong.empty();
    }

    /** Returns the time of a sweep with a duty for every device, including what the port may add to each COLLECT. */
    static long sweepMillis(LineSettings settings, int[] addresses) {
        long nanos = LineTiming.theoreticalSweepNanos(addresses, settings.baud(), true);
        long lineMillis = TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
        int longerConversion = Math.max(0, settings.conversionMillis() - CONVERSION_MILLIS);
        return lineMillis + longerConversion + (long) windows(addresses) * settings.allowanceMillis();
    }

    private static int windows(int[] addresses) {
        int windows = 0;
        int inWindow = 0;
        for (int i = 0; i < addresses.length; i++) {
            boolean goesOn = i > 0 && addresses[i] == addresses[i - 1] + 1 && inWindow < WINDOW;
            inWindow = goesOn ? inWindow + 1 : 1;
            windows += goesOn ? 0 : 1;
        }
        return windows;
    }
}
