// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.topology.ModuleAddress;

/** What the server must remember of itself over a restart. Safe for several threads. */
public interface SiteMemory {

    /**
     * Keeps the equalizer's integrators of a string.
     *
     * @param z one value per block in string order, 0 to 1
     */
    void saveEqualizer(String stringId, long atMillis, double[] z) throws HistoryFailure;

    /** Returns the integrators last kept for that string, or empty when there are none. */
    Optional<SavedEqualizer> loadEqualizer(String stringId) throws HistoryFailure;

    /** Keeps which module was last accepted at an address. */
    void saveModule(ModuleAddress address, KnownModule module) throws HistoryFailure;

    /** Returns every module accepted so far. */
    Map<ModuleAddress, KnownModule> loadModules() throws HistoryFailure;

    /** Keeps how the module with that serial number is calibrated; {@link Calibration#NONE} forgets it. */
    void saveCalibration(long serial, KeptCalibration calibration) throws HistoryFailure;

    /** Returns the calibrations of all modules that have one, by serial number. */
    Map<Long, KeptCalibration> loadCalibrations() throws HistoryFailure;

    /**
     * Integrators of a string's equalizer.
     *
     * @param atMillis when they were kept, epoch ms
     * @param z one value per block in string order
     */
    record SavedEqualizer(long atMillis, double[] z) {}

    /**
     * A module as last accepted at its address.
     *
     * @param serial its serial number
     * @param firmware its firmware version
     * @param excludedUntilMillis until when its block is left out of equalizing after a replacement, epoch ms; 0 never
     */
    record KnownModule(long serial, int firmware, long excludedUntilMillis) {}

    /**
     * How a module is calibrated.
     *
     * @param atMillis since when, epoch ms
     * @param calibration what is applied to its readings
     */
    record KeptCalibration(long atMillis, Calibration calibration) {}
}
