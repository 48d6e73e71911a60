// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.domain.topology.ModuleAddress;

/** A memory that fails when it is told to. */
public final class MemorySite implements SiteMemory {

    private final Map<ModuleAddress, KnownModule> modules = new HashMap<>();
    private final Map<String, SavedEqualizer> equalizers = new HashMap<>();
    private final Map<Long, KeptCalibration> calibrations = new HashMap<>();
    private boolean broken;

    /** Lets every call fail from now on, or work again. */
    public void broken(boolean now) {
        broken = now;
    }

    private void requireWorking() throws HistoryFailure {
        if (broken) {
            throw new HistoryFailure("disk is full", null);
        }
    }

    @Override
    public void saveEqualizer(String stringId, long atMillis, double[] z) throws HistoryFailure {
        requireWorking();
        equalizers.put(stringId, new SavedEqualizer(atMillis, z.clone()));
    }

    @Override
    public Optional<SavedEqualizer> loadEqualizer(String stringId) throws HistoryFailure {
        requireWorking();
        return Optional.ofNullable(equalizers.get(stringId));
    }

    @Override
    public void saveModule(ModuleAddress address, KnownModule module) throws HistoryFailure {
        requireWorking();
        modules.put(address, module);
    }

    @Override
    public Map<ModuleAddress, KnownModule> loadModules() throws HistoryFailure {
        requireWorking();
        return Map.copyOf(modules);
    }

    @Override
    public void saveCalibration(long serial, KeptCalibration calibration) throws HistoryFailure {
        requireWorking();
        if (calibration.calibration().isNone()) {
            calibrations.remove(serial);
        } else {
            calibrations.put(serial, calibration);
        }
    }

    @Override
    public Map<Long, KeptCalibration> loadCalibrations() throws HistoryFailure {
        requireWorking();
        return Map.copyOf(calibrations);
    }
}
