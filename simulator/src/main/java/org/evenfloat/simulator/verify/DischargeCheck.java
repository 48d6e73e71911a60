// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Map;
import java.util.TreeMap;
import org.evenfloat.domain.health.DischargeWatch;

/**
 * Kind {@code discharge}: a discharge in which some blocks have a weak cell is shown to the server's watch, which has
 * to warn of those blocks in time and of no other.
 */
final class DischargeCheck implements CaseCheck {

    /** What happens at the very end of a discharge is left out: every string collapses there. */
    private static final double JUDGED_SHARE = 0.85;

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        int blocks = expected.count("N");
        double end = JUDGED_SHARE * expected.positive("t_end_s");
        Map<Integer, Double> weak = expected.byBlock("weak_cell_capacity", blocks);
        Map<Integer, Double> below = expected.byBlock("t_below_10V5_s", blocks);
        Map<Integer, Double> warned = warned(expected, blocks);
        Verdict verdict = new Verdict();
        for (Map.Entry<Integer, Double> fall : below.entrySet()) {
            if (weak.containsKey(fall.getKey()) && fall.getValue() < end) {
                double at = warned.getOrDefault(fall.getKey(), Double.NaN);
                verdict.add(at <= fall.getValue(), "block %d warned at %.0f s, below 10.5 V at %.0f s", fall.getKey(), at,
                        fall.getValue());
            }
        }
        String others = String.join(", ", warned.entrySet().stream()
                .filter(each -> !weak.containsKey(each.getKey()) && each.getValue() < end)
                .map(each -> each.getKey() + " at " + Math.round(each.getValue()) + " s")
                .toList());
        return verdict.add(others.isEmpty(), "other blocks warned of before %.0f s: %s", end,
                others.isEmpty() ? "none" : others);
    }

    private static Map<Integer, Double> warned(PhysicsCase expected, int blocks) throws MalformedSetException {
        CsvTable table = expected.table();
        int time = table.column("t_s");
        int[] columns = table.columns("V", blocks);
        DischargeWatch watch = new DischargeWatch(blocks, expected.count("cells"));
        Map<Integer, Double> warned = new TreeMap<>();
        double[] volts = new double[blocks];
        for (int row = 0; row < table.rows(); row++) {
            for (int block = 0; block < blocks; block++) {
                volts[block] = table.at(row, columns[block]);
            }
            double seconds = table.at(row, time);
            if (watch.sample(Math.round(1000 * seconds), volts)) {
                for (int block = 0; block < blocks; block++) {
                    if (watch.verdict(block) != DischargeWatch.Verdict.SOUND) {
                        warned.putIfAbsent(block, seconds);
                    }
                }
            }
        }
        return warned;
    }
}
