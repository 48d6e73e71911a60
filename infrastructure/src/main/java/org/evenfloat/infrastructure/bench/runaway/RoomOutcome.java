// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import org.evenfloat.domain.runaway.Confirmation;
import org.evenfloat.domain.runaway.RunawayRule;

/**
 * What came of one run. Times in h, NaN for what never came.
 *
 * @param seed repeats it
 * @param story what happened
 * @param fault what was the matter with the sensors
 * @param withCurrent whether the string had a current sensor
 * @param tripHours first TRIP
 * @param tripRule its rule
 * @param confirmation what supported it
 * @param alarmHours first ALARM
 * @param warnHours first WARN
 * @param sixtyHours hottest block truly at 60 °C
 * @param eightyHours the same at 80 °C
 * @param celsiusAtTrip hottest block at the trip, °C
 * @param highestCelsius hottest block of the run, °C
 * @param naiveHours first trip of each of the naive rules
 */
record RoomOutcome(
        long seed, RunawayStory story, SensorFault fault, boolean withCurrent, double tripHours, RunawayRule tripRule,
        Confirmation confirmation, double alarmHours, double warnHours, double sixtyHours, double eightyHours,
        double celsiusAtTrip, double highestCelsius, double[] naiveHours) {

    boolean tripped() {
        return !Double.isNaN(tripHours);
    }

    boolean runaway() {
        return story.kind == RunawayStory.Kind.RUNAWAY;
    }

    /** A trip where nothing ran away. */
    boolean falseTrip() {
        return tripped() && !runaway() && Double.isNaN(sixtyHours);
    }

    /** 60 °C before the trip, or a local short without trip and alarm; what settles below 60 °C did not run away. */
    boolean missed() {
        boolean unseen = story == RunawayStory.LOCAL_SHORT && !tripped() && Double.isNaN(alarmHours);
        return !Double.isNaN(sixtyHours) ? !(tripHours < sixtyHours) : unseen;
    }

    String label() {
        String faulty = fault == SensorFault.NONE ? "" : " + " + fault.label;
        return story.label + faulty + (withCurrent ? "" : " (no current)");
    }
}
