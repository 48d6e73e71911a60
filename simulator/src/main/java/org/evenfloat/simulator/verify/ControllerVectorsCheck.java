// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import org.evenfloat.domain.equalize.ShiftController;

/** Kind {@code unit}: recorded steps of the equalizer's controller, every duty and integrator after each step. */
final class ControllerVectorsCheck implements CaseCheck {

    // The accept rule of the kind
    private static final double TOLERANCE = 1e-6;

    private static final double LOST_FRAME = -1;

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        CsvTable table = expected.table();
        int blocks = table.count("Vm");
        int target = table.column("target");
        int enable = table.column("enable");
        int limitColumn = table.column("limit");
        int[] measured = table.columns("Vm", blocks);
        int[] eligibleColumns = table.columns("elig", blocks);
        int[] duties = table.columns("u", blocks);
        int[] integrators = table.columns("z", blocks);
        ShiftController controller = new ShiftController(blocks, CaseTuning.complete(expected));
        double dt = expected.positive("Ts");
        double[] volts = new double[blocks];
        boolean[] eligible = new boolean[blocks];
        double[] limit = new double[blocks];
        double worstDuty = 0;
        double worstIntegrator = 0;
        int firstBad = -1;
        for (int row = 0; row < table.rows(); row++) {
            for (int i = 0; i < blocks; i++) {
                double read = table.at(row, measured[i]);
                volts[i] = read == LOST_FRAME ? Double.NaN : read;
                eligible[i] = table.at(row, eligibleColumns[i]) != 0;
                limit[i] = table.at(row, limitColumn);
            }
            controller.step(dt, table.at(row, target), table.at(row, enable) != 0, volts, eligible, limit);
            for (int i = 0; i < blocks; i++) {
                worstDuty = Math.max(worstDuty, Math.abs(controller.duty(i) - table.at(row, duties[i])));
                worstIntegrator =
                        Math.max(worstIntegrator, Math.abs(controller.z(i) - table.at(row, integrators[i])));
            }
            if (firstBad < 0 && Math.max(worstDuty, worstIntegrator) > TOLERANCE) {
                firstBad = row;
            }
        }
        Verdict verdict = new Verdict()
                .atMost("|du|", worstDuty, TOLERANCE, "", "%.1e")
                .atMost("|dz|", worstIntegrator, TOLERANCE, "", "%.1e");
        return firstBad < 0 ? verdict.note("%d rows", table.rows()) : verdict.note("first at row %d", firstBad);
    }
}
