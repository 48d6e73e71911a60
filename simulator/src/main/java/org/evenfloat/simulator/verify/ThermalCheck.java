// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.Locale;

/**
 * Kind {@code thermal}: a recorded string is shown to the server's runaway guard, once as it is and once with each row
 * repeated every minute. It has to trip before 60 °C in a runaway, never else, and to say that a sensor has broken.
 * What it finds without a current sensor and without one of the air is told, not judged.
 */
final class ThermalCheck implements CaseCheck {

    private static final double SERVICE_SECONDS = 60;
    private static final double SENSOR_SECONDS = 3600;

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        Verdict verdict = new Verdict();
        CsvTable table = expected.table();
        double row = expected.positive("sample_s");
        judge(verdict, expected, table, row, "");
        if (row > SERVICE_SECONDS) {
            judge(verdict, expected, table, SERVICE_SECONDS, "each minute ");
        }
        verdict.note("without current %s", found(new ThermalReplay(expected, table, false, true).run(row, 0)));
        verdict.note("without air %s", found(new ThermalReplay(expected, table, true, false).run(row, 0)));
        return verdict;
    }

    private static String found(ThermalReplay replay) {
        return String.format(Locale.ROOT, "TRIP %s ALARM %s", hours(replay.firstTripSeconds()),
                hours(replay.firstAlarmSeconds()));
    }

    private static String hours(double seconds) {
        return Double.isNaN(seconds) ? "none" : String.format(Locale.ROOT, "%.2f h", seconds / 3600);
    }

    private static void judge(Verdict verdict, PhysicsCase expected, CsvTable table, double stepSeconds, String how)
            throws MalformedSetException {
        boolean faulty = expected.has("fault_start_s");
        double fault = faulty ? expected.number("fault_start_s") : 0;
        ThermalReplay replay = new ThermalReplay(expected, table, true, true).run(stepSeconds, fault);
        double trip = replay.firstTripSeconds();
        if (expected.flag("normal")) {
            verdict.add(Double.isNaN(trip), "%sTRIP %s", how, hours(trip));
        } else if (expected.has("t60_h")) {
            double end = expected.positive("t60_h");
            verdict.add(trip / 3600 < end, "%sTRIP %s, %.2f h before 60 °C", how, hours(trip), end - trip / 3600);
        } else {
            boolean any = !Double.isNaN(trip) || !Double.isNaN(replay.firstAlarmSeconds());
            verdict.add(any, "%sTRIP %s ALARM %s", how, hours(trip), hours(replay.firstAlarmSeconds()));
        }
        if (faulty && expected.flag("sensor_event_required")) {
            double after = replay.sensorSeconds() - fault;
            verdict.add(after <= SENSOR_SECONDS, "%ssensor told after %s", how, hours(after));
        }
    }
}
