// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.List;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.CalibrateBlocks;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationPoints;
import org.evenfloat.domain.topology.Site;

/** Calibration of blocks, for those who may. */
public final class GuardedCalibration implements CalibrateBlocks {

    private final Guard guard;
    private final BlockTargets blocks;
    private final CalibrateBlocks calibration;

    public GuardedCalibration(Guard guard, Site site, CalibrateBlocks calibration) {
        this.guard = guard;
        this.blocks = new BlockTargets(site);
        this.calibration = calibration;
    }

    @Override
    public List<BlockCalibration> calibrations() {
        return calibration.calibrations();
    }

    @Override
    public Answer calibrate(Actor who, String blockId, CalibrationPoints points) {
        return perform(who, blockId, points.toString(), () -> calibration.calibrate(who, blockId, points));
    }

    @Override
    public Answer reset(Actor who, String blockId) {
        return perform(who, blockId, "no calibration", () -> calibration.reset(who, blockId));
    }

    private Answer perform(Actor who, String blockId, String wanted, Supplier<Answer> action) {
        String before = calibrations().stream()
                .filter(present -> present.block().equals(blockId))
                .map(present -> present.calibration().toString())
                .findFirst()
                .orElse(Calibration.NONE.toString());
        return guard.perform(who, Verb.CALIBRATE, blocks.of(blockId), wanted, action, answer -> answer.done()
                .map(now -> Deed.changed(before, now.calibration().toString()))
                .orElseGet(() -> Deed.failed(answer.refused().orElse(String.join("; ", answer.problems())))));
    }
}
