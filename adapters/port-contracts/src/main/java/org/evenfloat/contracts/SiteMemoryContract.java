// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.port.out.SiteMemory.KeptCalibration;
import org.evenfloat.application.port.out.SiteMemory.KnownModule;
import org.evenfloat.application.port.out.SiteMemory.SavedEqualizer;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.topology.ModuleAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SiteMemory} does. */
public abstract class SiteMemoryContract {

    private SiteMemory memory;

    /** Opens the memory, at first empty; once more on what was saved before, as after a restart. */
    protected abstract SiteMemory openMemory() throws HistoryFailure;

    @BeforeEach
    void openFirst() throws HistoryFailure {
        memory = openMemory();
    }

    @Test
    void isEmptyAtFirst() throws HistoryFailure {
        assertThat(memory.loadEqualizer("S1")).isEmpty();
        assertThat(memory.loadModules()).isEmpty();
        assertThat(memory.loadCalibrations()).isEmpty();
    }

    @Test
    void returnsTheIntegratorsLastSavedOfEachString() throws HistoryFailure {
        memory.saveEqualizer("S1", 100, new double[] {0, 0.25, 1});
        memory.saveEqualizer("S2", 150, new double[0]);
        memory.saveEqualizer("S1", 200, new double[] {1.0 / 3, Double.MIN_VALUE});

        SavedEqualizer first = memory.loadEqualizer("S1").orElseThrow();
        assertThat(first.atMillis()).isEqualTo(200);
        assertThat(first.z()).containsExactly(1.0 / 3, Double.MIN_VALUE);
        assertThat(memory.loadEqualizer("S2").orElseThrow().z()).isEmpty();
        assertThat(memory.loadEqualizer("S3")).isEmpty();
    }

    @Test
    void returnsTheModuleLastSavedAtEachAddress() throws HistoryFailure {
        KnownModule module = new KnownModule(0xFFFF_FFFFL, 104, 0);
        KnownModule replacement = new KnownModule(7, 105, 1_900_000_000_000L);
        memory.saveModule(new ModuleAddress("L1", 1), module);
        memory.saveModule(new ModuleAddress("L1", ModuleAddress.MAX), module);
        memory.saveModule(new ModuleAddress("L2", 1), module);
        memory.saveModule(new ModuleAddress("L1", 1), replacement);

        assertThat(memory.loadModules())
                .hasSize(3)
                .containsEntry(new ModuleAddress("L1", 1), replacement)
                .containsEntry(new ModuleAddress("L1", ModuleAddress.MAX), module)
                .containsEntry(new ModuleAddress("L2", 1), module);
    }

    @Test
    void returnsTheCalibrationLastSavedOfEachModuleAndForgetsNone() throws HistoryFailure {
        KeptCalibration first = new KeptCalibration(1_900_000_000_000L, new Calibration(1_020_000, -272_000, 500));
        KeptCalibration second = new KeptCalibration(5, new Calibration(980_000, 1, -500));
        memory.saveCalibration(0xFFFF_FFFFL, first);
        memory.saveCalibration(1, first);
        memory.saveCalibration(2, first);
        memory.saveCalibration(1, second);
        memory.saveCalibration(2, new KeptCalibration(6, Calibration.NONE));
        memory.saveCalibration(3, new KeptCalibration(6, Calibration.NONE));

        assertThat(memory.loadCalibrations())
                .hasSize(2).containsEntry(0xFFFF_FFFFL, first).containsEntry(1L, second);
    }

    @Test
    void remembersOverARestart() throws HistoryFailure {
        memory.saveEqualizer("S1", 100, new double[] {0.5});
        memory.saveModule(new ModuleAddress("L1", 1), new KnownModule(1, 2, 3));
        KeptCalibration calibration = new KeptCalibration(7, new Calibration(1_001_000, 14_000, -30));
        memory.saveCalibration(1, calibration);
        memory = openMemory();
        assertThat(memory.loadCalibrations()).containsExactly(Map.entry(1L, calibration));
        assertThat(memory.loadEqualizer("S1").orElseThrow().z()).containsExactly(0.5);
        assertThat(memory.loadModules()).hasSize(1);
    }

    @Test
    void servesSeveralThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String line = "L" + thread;
                jobs.add(threads.submit(() -> {
                    for (int i = 1; i <= 20; i++) {
                        memory.saveModule(new ModuleAddress(line, i), new KnownModule(i, 1, 0));
                        memory.saveEqualizer(line, i, new double[] {i});
                        assertThat(memory.loadEqualizer(line).orElseThrow().z()).containsExactly(i);
                    }
                    return null;
                }));
            }
            for (Future<?> job : jobs) {
                job.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(memory.loadModules()).hasSize(80);
    }
}
