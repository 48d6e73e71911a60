// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/**
 * Every number of the detector. Where no other source is named it was chosen on simulated strings, so that no normal
 * run and no sensor fault trips and no runaway is missed (verify-physics, kind thermal; bench runaway).
 *
 * @param sensing which readings are believed, and the filters
 * @param learning how sensors are taken to know each other
 * @param gassing what current and voltage say
 * @param limits when it warns, alarms and trips
 */
public record RunawayConstants(Sensing sensing, Learning learning, Gassing gassing, Limits limits) {

    /** The constants of the server. */
    public static final RunawayConstants STANDARD = new RunawayConstants(
            new Sensing(-20, 110, 4, 3.0 / 60, 10, 30, -15, 65, 1, 2, 15 * 60, 5 * 3600, 45 * 60, 30 * 60, 3, 3),
            new Learning(12 * 3600, 6 * 3600, 360, 4, 3, 0.7, 5, 0.0015),
            new Gassing(0.005, 2.12, 12 * 3600, 20 * 60, 24 * 3600, 60, 0.0015, 11, 0.06, 2.27, 25, 0.0001, 20 * 60,
                    10 * 60, 6 * 3600),
            new Limits(7, 5, 10, 8, 12, 50, 3, 10, 16, 0.5, 0.8, 6, 60, 4, 8, 0.1, 53, 4, 0.3, 3, 0.1, 4, 0.4, 0.12, 0.6,
                    0.15, 0.5));

    /**
     * Which readings are believed, and the filters.
     *
     * @param lowestCelsius a block sensor at or below that is broken (an open one reads -40 °C)
     * @param highestCelsius one at or above that, too
     * @param stepKelvin a reading may differ so far from the one before
     * @param stepKelvinPerSecond and so much more for each second between them: 3 K a minute
     * @param faultSamples bad readings in a row that make a sensor faulty
     * @param holdSamples bad readings in a row through which the last good one stands for the block; after that its
     *     sensor is believed again as soon as it reads anything possible, so that a step behind a gap is not masked
     * @param ambientLowestCelsius as for blocks, for the air
     * @param ambientHighestCelsius as for blocks, for the air
     * @param substituteBelowKelvin in place of a bad ambient reading: so far below the coolest quarter of the blocks
     * @param substituteAboveKelvin but at most so far above what the air was
     * @param ambientFilterSeconds filter of the air temperature
     * @param lagFilterSeconds a block follows the room with about this time constant (100 Ah: 5 h), so it is not
     *     hot only because the room has cooled
     * @param slopeSeconds rise is a straight line through the last so many seconds
     * @param slopeSpanSeconds and none is told from less
     * @param slopeSamples or from fewer samples
     * @param selfHeatingKelvin what the sensor of a module at full duty may read too much through its own bypass;
     *     assumed, not measured
     */
    public record Sensing(
            double lowestCelsius, double highestCelsius, double stepKelvin, double stepKelvinPerSecond, int faultSamples,
            int holdSamples, double ambientLowestCelsius, double ambientHighestCelsius, double substituteBelowKelvin,
            double substituteAboveKelvin, double ambientFilterSeconds, double lagFilterSeconds, double slopeSeconds,
            double slopeSpanSeconds, int slopeSamples, double selfHeatingKelvin) {}

    /**
     * How sensors are taken to know each other.
     *
     * @param afterSeconds time in float before anything is learnt
     * @param windowSeconds the last so many seconds of it are looked at
     * @param voltageRowSeconds time between two looks at the voltages in it; a median of 60 of them is as good as one
     *     of all, in a sixth of the memory
     * @param offsetKelvin most that a block sensor is corrected by (data sheet of the modules: ±0.7 K, sigma)
     * @param ambientOffsetKelvin most that the ambient sensor is corrected by
     * @param ownRiseKelvin what a healthy block in float is above the air by its own heat (0.09 W a cell and 100 Ah)
     * @param hottestKelvin nothing is learnt from a string, no offset from a block, that is so far above the air:
     *     5 K is where makers begin to warn
     * @param mostAmpsPerAmpHour nor from a float current above that, at 25 °C and 2.27 V: 3.5 times a new string's
     */
    public record Learning(
            double afterSeconds, double windowSeconds, double voltageRowSeconds, double offsetKelvin,
            double ambientOffsetKelvin, double ownRiseKelvin, double hottestKelvin, double mostAmpsPerAmpHour) {}

    /**
     * What current and voltage say.
     *
     * @param dischargeShare a current below minus that share of C10 is a discharge
     * @param dischargeCellVolts so is a mean lead-acid cell below that
     * @param recentSeconds discharge and recharge heat a string for so long
     * @param currentFilterSeconds filter of the float current
     * @param settledSeconds time after a discharge until the float current is the normal one again
     * @param referenceSamples the reference of the float current is the median of so many
     * @param leastAmpsPerAmpHour a reference below that counts as that: thermal balance is lost at about 7.5 mA/Ah,
     *     so 4 times this is still before it
     * @param perVolt gassing grows with exp(this times the cell voltage); Schiffer et al., J. Power Sources 168 (2007)
     * @param perKelvin and with exp(this times the temperature), doubling every 11.5 K; same source
     * @param referenceCellVolts cell voltage that currents are compared at
     * @param referenceCelsius temperature that currents are compared at
     * @param leastGasAmpsPerAmpHour the current that is left for a block behind its bypass is at least that: less cannot
     *     be measured
     * @param meanSeconds means of current and duty behind it
     * @param meanLeastSeconds and how long they must have been taken in float
     * @param dutySettlingSeconds time after a change of the duties until the voltages have followed: four times the
     *     1.5 h in which the polarisation of a string in float settles
     */
    public record Gassing(
            double dischargeShare, double dischargeCellVolts, double recentSeconds, double currentFilterSeconds,
            double settledSeconds, int referenceSamples, double leastAmpsPerAmpHour, double perVolt, double perKelvin,
            double referenceCellVolts, double referenceCelsius, double leastGasAmpsPerAmpHour, double meanSeconds,
            double meanLeastSeconds, double dutySettlingSeconds) {}

    /**
     * When it warns, alarms and trips. Rises are K above the air reference.
     *
     * @param votes samples of the last ten in which something must be so
     * @param warnKelvin rise that is warned of; stationary batteries' makers: 5 K
     * @param warnRecentKelvin the same soon after a discharge
     * @param alarmKelvin rise that is alarmed
     * @param alarmRecentKelvin the same soon after a discharge
     * @param alarmCelsius so is that temperature: C&amp;D DCS-100HIT manual, no charging above 50 °C
     * @param alarmRatio so is that many times the reference float current; Floyd &amp; Boisvert: 3
     * @param tripKelvin TRIP 1, rise; C&amp;D: 10 °C above ambient, disconnect the charger
     * @param tripRecentKelvin the same soon after a discharge; at 1/0.06 = 16.7 K a string is past stopping by itself
     * @param tripSlope TRIP 1, slope that must go with it, K/h
     * @param ambientShare less that share of the slope of a warming room
     * @param tripAnywayKelvin or so much more rise, whatever the slope
     * @param tripCelsius TRIP 2, temperature as read
     * @param tripRatio TRIP 3, times the reference float current
     * @param tripMedianKelvin TRIP 3, with that rise of the median block
     * @param tripMedianSlope TRIP 3, and that slope of it, K/h
     * @param widespreadCelsius TRIP 4, temperature
     * @param widespreadKelvin TRIP 4, rise
     * @param widespreadSlope TRIP 4, slope, K/h
     * @param severalBlocks blocks that confirm each other; TRIP 4 needs so many
     * @param severalShare or that share of the string, if it is more
     * @param wholeExcessKelvin a block so little above the median says that of the whole string
     * @param sagShare a hot block's voltage sinks; the share of its excess that its sag must show
     * @param neighbourShare or its neighbours are warm too, by that share of it
     * @param neighbourKelvin and that much more
     * @param neighbourSagShare with that share of sag
     * @param leastSeeing share of the blocks that must have a temperature for a string to be protected
     */
    public record Limits(
            int votes, double warnKelvin, double warnRecentKelvin, double alarmKelvin, double alarmRecentKelvin,
            double alarmCelsius, double alarmRatio, double tripKelvin, double tripRecentKelvin, double tripSlope,
            double ambientShare, double tripAnywayKelvin, double tripCelsius, double tripRatio, double tripMedianKelvin,
            double tripMedianSlope, double widespreadCelsius, double widespreadKelvin, double widespreadSlope,
            int severalBlocks, double severalShare, double wholeExcessKelvin, double sagShare, double neighbourShare,
            double neighbourKelvin, double neighbourSagShare, double leastSeeing) {}
}
