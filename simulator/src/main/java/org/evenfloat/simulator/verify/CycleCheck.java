// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import org.evenfloat.domain.state.StateRecognizer;
import org.evenfloat.domain.state.StringMean;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/**
 * Kind {@code cycle}: a recorded cycle of discharge, recharge, boost, float and rest is replayed to the server's
 * equalizer, once with its phases and once with the state that the server recognises.
 */
final class CycleCheck implements CaseCheck {

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        BatteryString string = CaseString.of(expected);
        CycleTable cycle = new CycleTable(expected);
        Verdict verdict = new Verdict();
        phasesFed(new CycleReplay(expected, string, cycle), cycle, verdict);
        statesRecognized(new CycleReplay(expected, string, cycle), cycle, string, verdict);
        return verdict;
    }

    /** The recorded phases are the operating state: no duty in discharge and rest. */
    private static void phasesFed(CycleReplay replay, CycleTable cycle, Verdict verdict) {
        int rows = 0;
        int withDuty = 0;
        double elsewhere = 0;
        for (int row = 0; row < cycle.rows(); row++) {
            double duty = replay.largestDuty(row, cycle.phase(row));
            if (CycleTable.idle(cycle.phase(row))) {
                rows++;
                withDuty += duty > 0 ? 1 : 0;
            } else {
                elsewhere = Math.max(elsewhere, duty);
            }
        }
        verdict.add(withDuty == 0, "phases fed: duty on %d of %d rows of DISCHARGE and REST (elsewhere up to %.2f)",
                withDuty, rows, elsewhere);
    }

    /** The server recognises the state from voltages and current alone. */
    private static void statesRecognized(
            CycleReplay replay, CycleTable cycle, BatteryString string, Verdict verdict) {
        StateRecognizer recognizer = new StateRecognizer(
                string.blockType().profile().chemistry(), string.blockType().capacity().ampHours(),
                string.currentZero().amperes());
        StringMean mean = new StringMean(string.size(), string.blockType().cells());
        RecognitionRecord record = new RecognitionRecord();
        double[] volts = new double[string.size()];
        for (int row = 0; row < cycle.rows(); row++) {
            cycle.copyVolts(row, volts);
            StringState state = recognizer.update(
                    Math.round(1000 * cycle.seconds(row)), mean.update(volts), cycle.amps(row));
            record.row(cycle.seconds(row), cycle.phase(row), state, replay.largestDuty(row, state));
        }
        record.judge(verdict);
    }
}
