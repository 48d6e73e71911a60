// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/**
 * The rule that users of GENEREX's monitors know: the largest temperature difference between two modules of the string
 * and the string current are both above their limits, and have been for a time (its manuals of 2020 to 2024).
 *
 * @param differenceKelvin limit of hottest minus coolest block, K, above 0
 * @param chargeAmps limit of the charging current, A, above 0
 * @param sinceSeconds how long both must have been above, s, 0 or more
 */
public record ClassicRule(double differenceKelvin, double chargeAmps, double sinceSeconds) {

    /** Refuses limits that are always exceeded. */
    public ClassicRule {
        if (!(differenceKelvin > 0) || !(chargeAmps > 0) || !(sinceSeconds >= 0)) {
            throw new IllegalArgumentException("difference " + differenceKelvin + " K, current " + chargeAmps + " A, since "
                    + sinceSeconds + " s - above 0, above 0, 0 or more");
        }
    }
}
