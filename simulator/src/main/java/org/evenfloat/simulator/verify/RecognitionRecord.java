// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import org.evenfloat.domain.state.StringState;

/** How the recognised states of a recorded cycle agree with its phases. Only discharge and rest are judged. */
final class RecognitionRecord {

    // The accept rule of the kind
    private static final double REST_MINUTES = 45;

    private StringState phase;
    private double phaseSince;
    private boolean found;
    private int discharges;
    private int lateDischarges;
    private int rests;
    private int restsFound;
    private double worstRestMinutes;
    private int dischargeElsewhere;
    private int restElsewhere;
    private int dutyWhenFound;

    void row(double seconds, StringState recorded, StringState recognized, double duty) {
        boolean first = recorded != phase;
        if (first) {
            phase = recorded;
            phaseSince = seconds;
            found = false;
            discharges += recorded == StringState.DISCHARGE ? 1 : 0;
            rests += recorded == StringState.REST ? 1 : 0;
        }
        boolean same = recorded == recognized;
        lateDischarges += first && recorded == StringState.DISCHARGE && !same ? 1 : 0;
        if (recorded == StringState.REST && same && !found) {
            restsFound++;
            worstRestMinutes = Math.max(worstRestMinutes, (seconds - phaseSince) / 60);
        }
        found |= same;
        dischargeElsewhere += recognized == StringState.DISCHARGE && !same ? 1 : 0;
        restElsewhere += recognized == StringState.REST && !same ? 1 : 0;
        dutyWhenFound += CycleTable.idle(recorded) && found && duty > 0 ? 1 : 0;
    }

    void judge(Verdict verdict) {
        verdict.add(lateDischarges == 0, "own detection: DISCHARGE on the first row of %d of %d",
                discharges - lateDischarges, discharges);
        verdict.add(restsFound == rests, "REST found in %d of %d", restsFound, rests)
                .atMost("REST after", worstRestMinutes, REST_MINUTES, "min", "%.0f")
                .add(dischargeElsewhere == 0, "DISCHARGE on %d rows of other phases", dischargeElsewhere)
                .add(restElsewhere == 0, "REST on %d rows of other phases", restElsewhere)
                .add(dutyWhenFound == 0, "duty on %d rows from the detecting one on", dutyWhenFound);
    }
}
