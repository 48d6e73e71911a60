// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** Times the classic rule. While a value is missing its time stands still, for at most the hold of a sensor. */
final class ClassicWatch {

    private static final int MOST_COUNTED = 1_000_000;

    private final ClassicRule rule;
    private final int holdSamples;
    private double seconds;
    private boolean holding;
    private int unknownInARow;
    private double difference = Double.NaN;

    /** @param rule null when the user does not want it */
    ClassicWatch(ClassicRule rule, int holdSamples) {
        this.rule = rule;
        this.holdSamples = holdSamples;
    }

    void step(double dtSeconds, TemperatureSense temperatures, double amps) {
        if (rule == null) {
            return;
        }
        double[] celsius = temperatures.counting();
        double lowest = Double.NaN;
        double highest = Double.NaN;
        for (int i = 0; i < celsius.length; i++) {
            if (temperatures.good(i)) {
                lowest = celsius[i] < lowest || Double.isNaN(lowest) ? celsius[i] : lowest;
                highest = celsius[i] > highest || Double.isNaN(highest) ? celsius[i] : highest;
            }
        }
        difference = highest - lowest;
        if (Double.isNaN(difference) || Double.isNaN(amps)) {
            unknownInARow = Math.min(unknownInARow + 1, MOST_COUNTED);
            holding &= unknownInARow <= holdSamples;
            return;
        }
        unknownInARow = 0;
        boolean both = difference >= rule.differenceKelvin() && amps >= rule.chargeAmps();
        seconds = both && holding ? seconds + dtSeconds : 0;
        holding = both;
    }

    /** Returns whether both have been above their limits for the time. */
    boolean fulfilled() {
        return rule != null && holding && seconds >= rule.sinceSeconds();
    }

    /** Returns hottest minus coolest block, K; NaN when that is not known. */
    double differenceKelvin() {
        return difference;
    }

    void visit(StateTape tape) {
        seconds = tape.number(seconds);
        holding = tape.flag(holding);
        unknownInARow = tape.count(unknownInARow);
        difference = tape.number(difference);
    }
}
