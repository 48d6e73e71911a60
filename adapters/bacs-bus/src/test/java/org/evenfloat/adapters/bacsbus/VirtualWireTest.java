// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.evenfloat.simulator.wire.fault.SharedAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 600 simulated modules on one line, in virtual time. */
final class VirtualWireTest {

    private static final int MODULES = 600;
    private static final LineRoster ROSTER = Rosters.upTo(MODULES);
    private static final int[] ADDRESSES = IntStream.rangeClosed(1, MODULES).toArray();

    @ParameterizedTest
    @ValueSource(ints = {9_600, 19_200, 38_400, 57_600, 115_200})
    void sweepsWithDutiesToAllInTheDocumentedTime(int baud) throws Exception {
        VirtualWire wire = new VirtualWire(baud, ROSTER);
        SlottedModuleBus bus = wire.bus(ROSTER);
        int[] duties = new int[MODULES];
        int[] targets = new int[MODULES];
        Arrays.fill(targets, 13_400);
        for (int sweep = 1; sweep <= 3; sweep++) {
            Arrays.fill(duties, 1_000 * sweep);
            EqualizeOrder order = new EqualizeOrder("L1", duties, targets, 60);
            boolean[] told = new boolean[1];
            SweepFill fill = SweepFill.first(ROSTER);
            long started = wire.now;
            bus.sweep(fill, () -> {
                if (!told[0]) {
                    told[0] = true;
                    equalize(bus, order);
                }
            });
            long theory = LineTiming.theoreticalSweepNanos(ADDRESSES, baud, true);
            assertThat(wire.now - started).isBetween(theory * 98 / 100, theory * 101 / 100);
            assertThat(ROSTER.moduleCount()).isEqualTo((int) IntStream.range(0, MODULES)
                    .filter(row -> fill.quality(MeasurementKind.VOLTAGE, row) == Quality.GOOD).count());
        }
        assertThat(wire.blocks.stream().mapToDouble(block -> block.duty)).containsOnly(0.3);
        assertThat(wire.line.clashes()).isZero();
    }

    private static void equalize(SlottedModuleBus bus, EqualizeOrder order) {
        try {
            bus.equalize(order);
        } catch (LineFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void oneSweepASecondWithDutiesAfterEverySweep() throws Exception {
        VirtualWire wire = new VirtualWire(115_200, ROSTER);
        SlottedModuleBus bus = wire.bus(ROSTER);
        EqualizeOrder order = new EqualizeOrder("L1", new int[MODULES], new int[MODULES], 60);
        long started = wire.now;
        for (int sweep = 0; sweep < 10; sweep++) {
            bus.sweep(SweepFill.first(ROSTER), () -> { });
            bus.equalize(order);
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(wire.now - started) / 10).isLessThanOrEqualTo(1_050);
    }

    @Test
    void twoModulesWithOneAddressRaiseAttentionAndAreToldApart() throws Exception {
        LineRoster roster = Rosters.upTo(40);
        VirtualWire wire = new VirtualWire(19_200, roster);
        SlottedModuleBus bus = wire.bus(roster);
        for (int address = 1; address <= 40; address++) {
            bus.status(address);
        }
        SharedAddress shared = new SharedAddress(wire.modules.get(29), 17);
        wire.line.add(shared);
        BitSet attention = new BitSet();
        for (int sweep = 0; sweep < 3; sweep++) {
            SweepFill fill = SweepFill.first(roster);
            attention = bus.sweep(fill, () -> { });
            assertThat(fill.quality(MeasurementKind.VOLTAGE, 16)).isEqualTo(Quality.MISSING);
        }
        assertThat(shared.happened()).isPositive();
        assertThat(attention.stream()).containsExactly(16);
        assertThat(bus.status(17)).isEmpty();
        assertThat(bus.identifyAll(17).stream().map(ModuleIdentity::serial))
                .containsExactly(wire.modules.get(16).serial(), wire.modules.get(29).serial());
    }

    @Test
    void searchFinds600ModulesOfOneBatch() throws Exception {
        VirtualWire wire = new VirtualWire(115_200, ROSTER);
        assertThat(wire.bus(ROSTER).search()).hasSize(MODULES);
        assertThat(wire.line.collisions()).isPositive();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(wire.now)).isLessThan(10);
    }
}
