// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Arrays;
import java.util.Objects;

/**
 * What is remembered of the resistance of one block, all at 25 °C. Weeks are counted from 1970-01-01 UTC. The arrays
 * belong to this object: nobody changes them.
 *
 * @param block id
 * @param serial serial number of the module that measured; 0 when nobody knows it
 * @param firstWeek of the first measurement
 * @param referenceNanoohms what all are compared with; 0 while there is none
 * @param weeks ascending, at most {@link #MOST_WEEKS}
 * @param nanoohms median of each of these weeks
 * @param openWeek the week that is being measured
 * @param openNanoohms what was measured in it, in the order of time, at most {@link #MOST_OPEN}
 * @param takenAtMillis when the last one of them was measured, epoch ms
 */
public record KeptResistances(
        String block, long serial, int firstWeek, int referenceNanoohms, int[] weeks, int[] nanoohms, int openWeek,
        int[] openNanoohms, long takenAtMillis) {

    /** A year and a half: what the trend looks at, and some more for people. */
    public static final int MOST_WEEKS = 78;

    /** Three a day. */
    public static final int MOST_OPEN = 21;

    public KeptResistances {
        if (weeks.length != nanoohms.length || weeks.length > MOST_WEEKS || openNanoohms.length > MOST_OPEN) {
            throw new IllegalArgumentException(weeks.length + " weeks, " + nanoohms.length + " medians, "
                    + openNanoohms.length + " of this week - allowed: as many medians as weeks, at most " + MOST_WEEKS
                    + ", and " + MOST_OPEN);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptResistances that
                && block.equals(that.block) && serial == that.serial && firstWeek == that.firstWeek
                && referenceNanoohms == that.referenceNanoohms && Arrays.equals(weeks, that.weeks)
                && Arrays.equals(nanoohms, that.nanoohms) && openWeek == that.openWeek
                && Arrays.equals(openNanoohms, that.openNanoohms) && takenAtMillis == that.takenAtMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(block, serial, Arrays.hashCode(weeks), Arrays.hashCode(nanoohms), openWeek);
    }

    @Override
    public String toString() {
        return block + ", module " + serial + ", since week " + firstWeek + ", reference " + referenceNanoohms + " nΩ, "
                + Arrays.toString(weeks) + " " + Arrays.toString(nanoohms) + ", week " + openWeek + " "
                + Arrays.toString(openNanoohms) + ", last at " + takenAtMillis;
    }
}
