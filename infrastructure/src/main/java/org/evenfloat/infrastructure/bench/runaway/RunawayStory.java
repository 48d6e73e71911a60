// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

/** What happens to a string. */
enum RunawayStory {
    HOT_DAY("n_hotday", Kind.NORMAL, 72),
    HVAC_6H("n_hvac6h", Kind.NORMAL, 60),
    BOOST("n_boost", Kind.NORMAL, 48),
    HIGH_RATE("n_highrate", Kind.NORMAL, 48),
    CORNER("n_corner", Kind.NORMAL, 48),
    AGED("n_aged", Kind.NORMAL, 72),
    HOT_BOOST("s_boost", Kind.STRESS, 48),
    TWO_DISCHARGES("s_highrate", Kind.STRESS, 48),
    HOT_AGED("s_aged", Kind.STRESS, 72),
    OVER_VOLTAGE("r_overvolt", Kind.RUNAWAY, 96),
    HVAC_LOSS("r_hvac", Kind.RUNAWAY, 96),
    DRY_OUT("r_dryout", Kind.RUNAWAY, 900),
    SHORTED_CELLS("r_short", Kind.RUNAWAY, 120),
    LOCAL_SHORT("r_local", Kind.RUNAWAY, 72);

    /** What a trip in it means. */
    enum Kind {
        /** A false one. */
        NORMAL,
        /** A false one, too; but as near to a runaway as normal service comes. */
        STRESS,
        /** A right one. */
        RUNAWAY
    }

    final String label;
    final Kind kind;
    final int hours;

    RunawayStory(String label, Kind kind, int hours) {
        this.label = label;
        this.kind = kind;
        this.hours = hours;
    }
}
