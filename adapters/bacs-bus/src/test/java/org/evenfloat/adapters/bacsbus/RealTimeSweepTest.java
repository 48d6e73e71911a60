// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.contracts.LineRig;
import org.evenfloat.contracts.RigDevice;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 600 modules at 115200 baud with duties to all, in real time on an otherwise idle machine: one sweep a second. */
@Tag("soak")
@Timeout(120)
final class RealTimeSweepTest {

    private static final int MODULES = 600;
    private static final int SWEEPS = 15;
    private static final LineRoster ROSTER = Rosters.upTo(MODULES);

    @TempDir
    Path folder;

    private static List<RigDevice> devices() {
        List<RigDevice> devices = new ArrayList<>();
        for (int address = 1; address <= MODULES; address++) {
            devices.add(new RigDevice(0xA000_0000L + address, address, 20, 13_500, 2_500));
        }
        return devices;
    }

    @Test
    void overTcp() throws Exception {
        try (LineRig rig = WireRig.overTcp(devices(), ROSTER)) {
            sweepOnceASecond("TCP", rig);
        }
    }

    @Test
    void overASerialPort() throws Exception {
        try (LineRig rig = WireRig.overPty(devices(), ROSTER, folder)) {
            sweepOnceASecond("pty", rig);
        }
    }

    private static void sweepOnceASecond(String name, LineRig rig) throws Exception {
        EqualizeOrder order = new EqualizeOrder("L1", new int[MODULES], new int[MODULES], 60);
        long[] tookMicros = new long[SWEEPS];
        int missing = 0;
        for (int i = 0; i < SWEEPS; i++) {
            SweepFill fill = SweepFill.first(ROSTER);
            boolean[] told = new boolean[1];
            long started = System.nanoTime();
            rig.bus().sweep(fill, () -> {
                if (!told[0]) {
                    told[0] = true;
                    equalize(rig, order);
                }
            });
            tookMicros[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
            SweepImage image = fill.freeze();
            for (int row = 0; row < MODULES; row++) {
                missing += image.good(MeasurementKind.VOLTAGE, row) ? 0 : 1;
            }
        }
        Arrays.sort(tookMicros);
        System.out.printf("%s: sweep of %d with duties: median %d µs, worst %d µs, %d values missing%n",
                name, MODULES, tookMicros[SWEEPS / 2], tookMicros[SWEEPS - 1], missing);
        assertThat(TimeUnit.MICROSECONDS.toMillis(tookMicros[SWEEPS / 2])).isLessThanOrEqualTo(1_050);
    }

    private static void equalize(LineRig rig, EqualizeOrder order) {
        try {
            rig.bus().equalize(order);
        } catch (LineFailure e) {
            throw new AssertionError(e);
        }
    }
}
