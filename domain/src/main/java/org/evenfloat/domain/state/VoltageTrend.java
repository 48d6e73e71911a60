// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

/**
 * The last half hour of one voltage: means over 15 s, or single samples where they come more seldom. Fixed memory,
 * whatever the sampling period.
 */
final class VoltageTrend {

    private static final long BUCKET_MILLIS = 15_000;
    private static final int BUCKETS = 128;

    private final long[] startMillis = new long[BUCKETS];
    private final double[] meanMillis = new double[BUCKETS];
    private final double[] meanVolts = new double[BUCKETS];
    private int newest = -1;
    private int filled;
    private int samplesInNewest;
    private long fallsSinceMillis;

    void add(long millis, double volts) {
        if (filled > 0 && millis - startMillis[newest] < BUCKET_MILLIS) {
            samplesInNewest++;
            meanMillis[newest] += (millis - startMillis[newest] - meanMillis[newest]) / samplesInNewest;
            meanVolts[newest] += (volts - meanVolts[newest]) / samplesInNewest;
            return;
        }
        newest = (newest + 1) % BUCKETS;
        filled = Math.min(filled + 1, BUCKETS);
        samplesInNewest = 1;
        startMillis[newest] = millis;
        meanMillis[newest] = 0;
        meanVolts[newest] = volts;
    }

    void clear() {
        filled = 0;
    }

    /** Looks for falls only after that instant: something was missing before it. */
    void interrupt(long millis) {
        fallsSinceMillis = millis;
    }

    /** Returns by how much {@code volts} lies below the highest voltage of the last {@code seconds}; 0 or more. */
    double fallVolts(long millis, double seconds, double volts) {
        double highest = volts;
        for (int k = 0; k < filled; k++) {
            int i = index(k);
            if (ageSeconds(i, millis) > seconds || startMillis[i] < fallsSinceMillis) {
                break;
            }
            highest = Math.max(highest, meanVolts[i]);
        }
        return highest - volts;
    }

    /** Returns how much of the last {@code seconds} is known, s. */
    double spanSeconds(long millis, double seconds) {
        double span = 0;
        for (int k = 0; k < filled && ageSeconds(index(k), millis) <= seconds; k++) {
            span = ageSeconds(index(k), millis);
        }
        return span;
    }

    /**
     * Returns the least-squares slope over the last {@code seconds} in V per minute, or NaN when less than
     * {@code leastSpanSeconds} of them are known.
     */
    double voltsPerMinute(long millis, double seconds, double leastSpanSeconds) {
        if (spanSeconds(millis, seconds) < leastSpanSeconds) {
            return Double.NaN;
        }
        double meanAge = 0;
        double mean = 0;
        double ageAge = 0;
        double ageVolts = 0;
        int count = 0;
        for (int k = 0; k < filled && ageSeconds(index(k), millis) <= seconds; k++) {
            int i = index(k);
            double age = ageSeconds(i, millis);
            count++;
            double beside = age - meanAge;
            meanAge += beside / count;
            mean += (meanVolts[i] - mean) / count;
            ageAge += beside * (age - meanAge);
            ageVolts += beside * (meanVolts[i] - mean);
        }
        return count < 3 ? Double.NaN : -60 * ageVolts / ageAge;
    }

    private int index(int back) {
        return (newest - back + BUCKETS) % BUCKETS;
    }

    private double ageSeconds(int i, long millis) {
        return (millis - startMillis[i] - meanMillis[i]) / 1000;
    }
}
