// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.KeptResistances;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.health.ResistanceTrend;

/**
 * The book of the resistances of a site: what each block had in the last 78 weeks, its reference, and how far it has
 * risen above it. One value a week, the median of at most 21 measurements eight hours apart, all brought to 25 °C. The
 * reference is the median of the first 13 such weeks after 4 weeks of settling, by the same module: another module
 * measures another way, and begins anew. Asks no clock; safe for several threads.
 */
public final class ResistanceBook {

    /** More blocks than any site has; further ones are not written down. */
    static final int MOST_BLOCKS = 100_000;

    private static final int COLDEST_CENTIDEGREES = -4_000;
    private static final int HOTTEST_CENTIDEGREES = 9_000;
    private static final double NANOOHMS = 1_000;
    private static final double CENTIDEGREES = 100;

    private final Map<String, ResistanceSeries> blocks = new LinkedHashMap<>();
    private long version;

    /** Takes over what an earlier run knew. Call before anything is measured. */
    public synchronized void restore(List<KeptResistances> kept) {
        kept.forEach(each -> blocks.put(each.block(), ResistanceSeries.of(each)));
    }

    /**
     * Writes down a measurement; one without a usable temperature is left out.
     *
     * @param block id
     * @param serialOr0 serial number of the module that measured; 0 when it is not known
     * @param wallMillis when, epoch ms
     * @param microohms as measured, of quality GOOD
     * @param centidegrees temperature of the block at that time, 0.01 °C; {@link AlarmSignal#UNKNOWN} when it is not known
     */
    public synchronized void measured(
            String block, long serialOr0, long wallMillis, int microohms, int centidegrees) {
        if (microohms <= 0 || centidegrees < COLDEST_CENTIDEGREES || centidegrees > HOTTEST_CENTIDEGREES) {
            return;
        }
        double at25 = ResistanceTrend.at25(
                microohms * NANOOHMS, centidegrees / CENTIDEGREES, ResistanceTrend.PER_KELVIN);
        if (at25 < 1 || at25 > Integer.MAX_VALUE || blocks.size() == MOST_BLOCKS && !blocks.containsKey(block)) {
            return;
        }
        if (blocks.computeIfAbsent(block, id -> new ResistanceSeries())
                .measured(serialOr0, wallMillis, (int) Math.round(at25))) {
            version++;
        }
    }

    /** Forgets a block whose battery was replaced: its reference begins anew. */
    public synchronized void forget(String block) {
        if (blocks.remove(block) != null) {
            version++;
        }
    }

    /**
     * Returns how far the resistance of a block is above its reference, both at 25 °C, 1/1000: 250 is a quarter more. It is
     * what the medians of the last six weeks agree on. {@link AlarmSignal#UNKNOWN} while there is no reference.
     */
    public synchronized int risePermille(String block) {
        ResistanceSeries series = blocks.get(block);
        return series == null ? AlarmSignal.UNKNOWN : series.risePermille();
    }

    /** Returns when a block is to be replaced because of its resistance; empty while nothing certainly grows. */
    public synchronized Optional<ReplaceBy> replaceBy(String block) {
        ResistanceSeries series = blocks.get(block);
        return series == null ? Optional.empty() : series.replaceBy();
    }

    /** Returns a number that grows with everything that would have to be kept. */
    public synchronized long version() {
        return version;
    }

    /** Returns what has to be kept over a restart. */
    public synchronized List<KeptResistances> kept() {
        List<KeptResistances> kept = new ArrayList<>(blocks.size());
        blocks.forEach((block, series) -> kept.add(series.kept(block)));
        return kept;
    }
}
