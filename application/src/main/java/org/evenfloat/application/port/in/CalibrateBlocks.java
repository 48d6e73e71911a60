// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationPoints;

/**
 * Corrects what a block's battery module shows by what a person has read on a reference instrument. A calibration
 * belongs to the serial number of the module: it goes when the module is replaced and stays when only the block was.
 */
public interface CalibrateBlocks {

    /**
     * The calibration of a block's module.
     *
     * @param block id of the block
     * @param serial serial number of the module, as printed on it
     * @param calibration what is applied to its readings
     * @param atMillis since when, epoch ms; 0 for one that was never calibrated
     */
    record BlockCalibration(String block, String serial, Calibration calibration, long atMillis) {}

    /**
     * What has become of a calibration.
     *
     * @param done the calibration now, or empty when nothing has changed
     * @param problems what is wrong with the points, each {@code where: what was given - what is allowed}
     * @param refused why it cannot be done now, for people; empty unless it was refused with good points
     */
    record Answer(Optional<BlockCalibration> done, List<String> problems, Optional<String> refused) {}

    /** Returns the calibrations of all blocks that have one, in the order of the site file. */
    List<BlockCalibration> calibrations();

    /** Calibrates the module of a block of the site; waits for the memory. */
    Answer calibrate(Actor who, String blockId, CalibrationPoints points);

    /** Takes the calibration away; waits for the memory. */
    Answer reset(Actor who, String blockId);
}
