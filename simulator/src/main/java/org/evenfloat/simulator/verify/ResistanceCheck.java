// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.health.ResistanceTrend;

/**
 * Kind {@code ri}: years of weekly resistances of ageing and of healthy blocks; the trend has to find the true ratio of
 * each, and warn of no healthy one.
 */
final class ResistanceCheck implements CaseCheck {

    private static final double LIMIT = 0.06;

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        CsvTable table = expected.table();
        double perKelvin = expected.positive("alphaR");
        List<PhysicsCase> truths = expected.entries("truth");
        double worst = 0;
        List<String> healthyWarned = new ArrayList<>();
        int healthy = 0;
        for (PhysicsCase truth : truths) {
            int block = (int) truth.number("block");
            ResistanceTrend trend = trend(table, block, perKelvin);
            worst = Math.max(worst, Math.abs(trend.presentRatio() - truth.number("true_ratio_end")));
            if (truth.kind().equals("healthy")) {
                healthy++;
                if (!Double.isNaN(trend.dayAbove(ResistanceTrend.WARN_RATIO))) {
                    healthyWarned.add(String.valueOf(block));
                }
            }
        }
        return new Verdict()
                .atMost("ratio of " + truths.size() + " blocks off by", worst, LIMIT, "", "%.3f")
                .add(healthyWarned.isEmpty(), "%d of %d healthy blocks warned of", healthyWarned.size(), healthy);
    }

    private static ResistanceTrend trend(CsvTable table, int block, double perKelvin) throws MalformedSetException {
        int blocks = table.column("block");
        int day = table.column("day");
        int celsius = table.column("T_C");
        int milliohms = table.column("Ri_mohm");
        List<Double> days = new ArrayList<>();
        List<Double> at25 = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.at(row, blocks) == block) {
                days.add(table.at(row, day));
                at25.add(ResistanceTrend.at25(table.at(row, milliohms), table.at(row, celsius), perKelvin));
            }
        }
        if (days.isEmpty()) {
            throw new MalformedSetException(table.file(), "block " + block + ": no row - at least one");
        }
        return ResistanceTrend.of(
                days.stream().mapToDouble(Double::doubleValue).toArray(),
                at25.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
