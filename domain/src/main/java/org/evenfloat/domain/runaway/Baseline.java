// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** What has been learnt of a string when it was normal. Columns, one entry a block. */
final class Baseline {

    /** How far each sensor reads too much, K. */
    final double[] offsetKelvin;
    /** How far each block's voltage is above the median, V. */
    final double[] besideVolts;
    /** The current that gasses in each block, A; NaN when that is not known. */
    final double[] gasAmps;
    private double ambientOffset;
    private boolean equalizing;
    private boolean electrical;

    Baseline(int blocks) {
        offsetKelvin = new double[blocks];
        besideVolts = new double[blocks];
        gasAmps = new double[blocks];
    }

    /** Takes over the correction of the blocks against the air, K. */
    void ambientOffset(double kelvin) {
        ambientOffset = kelvin;
    }

    /** Returns what is to be subtracted from every block so that it compares with the air, K. */
    double ambientOffset() {
        return ambientOffset;
    }

    /** Says that voltages and currents have been learnt, and whether the string was equalized meanwhile. */
    void learntElectrical(boolean whileEqualizing) {
        electrical = true;
        equalizing = whileEqualizing;
    }

    /** Returns whether voltages and currents have been learnt. */
    boolean electrical() {
        return electrical;
    }

    /** Returns whether they were learnt while the string was equalized. */
    boolean equalizing() {
        return equalizing;
    }

    /** Returns whether the gassing currents are known. */
    boolean gasKnown() {
        return electrical && !Double.isNaN(gasAmps[0]);
    }

    void visit(StateTape tape) {
        tape.all(offsetKelvin);
        tape.all(besideVolts);
        tape.all(gasAmps);
        ambientOffset = tape.number(ambientOffset);
        equalizing = tape.flag(equalizing);
        electrical = tape.flag(electrical);
    }
}
