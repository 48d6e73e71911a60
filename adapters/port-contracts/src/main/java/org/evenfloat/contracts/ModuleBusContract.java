// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Sensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link ModuleBus} does once it is in operation. Modules 1 to 5 and 9, a current sensor 10 and a
 * temperature sensor 20 hang on the line. How devices are put into operation: {@link ModuleBusAddressingContract}.
 */
@Timeout(60)
public abstract class ModuleBusContract {

    private static final int[] MODULES = {1, 2, 3, 4, 5, 9};
    private static final LineRoster ROSTER = Rosters.of(
            MODULES, Rosters.sensor(10, Sensor.Kind.CURRENT), Rosters.sensor(20, Sensor.Kind.TEMPERATURE));
    private static final Runnable NOTHING = () -> { };
    private static final int RECOVERY_SECONDS = 15;

    private LineRig rig;
    private ModuleBus bus;

    /** Puts up a line with those devices and a bus on it that knows that roster. */
    protected abstract LineRig rig(List<RigDevice> devices, LineRoster roster) throws Exception;

    @BeforeEach
    final void putUp() throws Exception {
        List<RigDevice> devices = new ArrayList<>();
        IntStream.of(MODULES).forEach(address -> devices.add(RigDevice.module(address)));
        devices.add(new RigDevice(0xB0000001L, 10, RigDevice.CURRENT_SENSOR, -12_345, 0));
        devices.add(new RigDevice(0xB0000002L, 20, RigDevice.TEMPERATURE_SENSOR, 2_150, 0));
        rig = rig(devices, ROSTER);
        bus = rig.bus();
    }

    @AfterEach
    final void takeDown() throws Exception {
        rig.close();
    }

    private SweepImage sweep() throws LineFailure {
        SweepFill fill = SweepFill.first(ROSTER);
        bus.sweep(fill, NOTHING);
        return fill.freeze();
    }

    private static List<Integer> notGood(SweepImage image) {
        return IntStream.range(0, MODULES.length).filter(row -> !image.good(MeasurementKind.VOLTAGE, row)
                || !image.good(MeasurementKind.TEMPERATURE, row)).mapToObj(row -> MODULES[row]).toList();
    }

    @Test
    void everythingIsGoodAfterASweep() throws Exception {
        SweepImage image = sweep();
        assertThat(notGood(image)).isEmpty();
        for (int row = 0; row < MODULES.length; row++) {
            RigDevice device = RigDevice.module(MODULES[row]);
            assertThat(image.value(MeasurementKind.VOLTAGE, row)).isEqualTo(device.value());
            assertThat(image.value(MeasurementKind.TEMPERATURE, row)).isEqualTo(device.centidegrees());
        }
        assertThat(image.sensorValue(0)).isEqualTo(-12_345);
        assertThat(image.sensorValue(1)).isEqualTo(2_150);
        assertThat(List.of(image.sensorQuality(0), image.sensorQuality(1))).containsOnly(Quality.GOOD);
    }

    @Test
    void aSilentModuleIsMissingAndOnlyItsOwn() throws Exception {
        sweep();
        rig.silence(3, true);
        assertThat(notGood(sweep())).containsExactly(3);
        assertThat(sweep().quality(MeasurementKind.VOLTAGE, 2)).isEqualTo(Quality.MISSING);
        rig.silence(3, false);
        assertThat(notGood(sweep())).isEmpty();
    }

    @Test
    void aSilentDeviceIsNoFailureOfTheLine() throws Exception {
        rig.silence(3, true);
        assertThat(bus.status(3)).isEmpty();
        assertThat(bus.identify(3)).isEmpty();
        assertThat(bus.identifyAll(3)).isEmpty();
        assertThat(bus.resistance(3)).isEmpty();
        assertThat(bus.startResistance(3)).isFalse();
        assertThat(bus.blink(3, 5)).isFalse();
        assertThat(bus.echo(3)).isFalse();
    }

    @Test
    void countersMove() throws Exception {
        assertThat(bus.counters(3)).isEqualTo(new ModuleCounters(0, 0, 0, 0, 0));
        sweep();
        rig.silence(3, true);
        sweep();
        assertThat(bus.counters(3)).isEqualTo(new ModuleCounters(2, 1, 1, 0, 0));
        assertThat(bus.counters(4)).isEqualTo(new ModuleCounters(2, 2, 0, 0, 0));
        assertThat(bus.counters(10).answered()).isEqualTo(2);
    }

    @Test
    void equalizingReachesTheModules() throws Exception {
        equalize(new int[] {0, 1, 2_500, 10_000, 0, 7}, 13_620);
        List<Integer> told = List.of(0, 1, 2_500, 10_000, 0, 7);
        Eventually.within(RECOVERY_SECONDS, "every module applies its own duty",
                () -> told.equals(IntStream.of(MODULES).mapToObj(rig::dutyOf).toList()));
        equalize(new int[MODULES.length], 13_620);
        Eventually.within(RECOVERY_SECONDS, "every bypass is off",
                () -> IntStream.of(MODULES).map(rig::dutyOf).sum() == 0);
    }

    @Test
    void modulesRegulateByThemselvesWhenToldOnlyATarget() throws Exception {
        int[] byThemselves = {-1, -1, -1, -1, -1, -1};
        equalize(byThemselves, 13_900);
        sweep();
        assertThat(IntStream.of(MODULES).map(rig::dutyOf)).as("blocks below the target").containsOnly(0);
        equalize(byThemselves, 13_000);
        Eventually.within(RECOVERY_SECONDS, "bypasses are on above the target",
                () -> IntStream.of(MODULES).allMatch(address -> rig.dutyOf(address) > 0));
    }

    private void equalize(int[] duties, int targetMillivolts) throws LineFailure {
        int[] targets = IntStream.of(duties).map(duty -> targetMillivolts).toArray();
        bus.equalize(new EqualizeOrder("L1", duties, targets, 60));
    }

    @Test
    void commandsMayBeGivenBetweenTheFramesOfASweep() throws Exception {
        SweepFill fill = SweepFill.first(ROSTER);
        AtomicInteger agreed = new AtomicInteger();
        bus.sweep(fill, () -> {
            try {
                agreed.addAndGet(bus.echo(2) ? 1 : 0);
            } catch (LineFailure e) {
                throw new AssertionError(e);
            }
        });
        assertThat(agreed.get()).isPositive();
        assertThat(notGood(fill.freeze())).isEmpty();
    }

    @Test
    void aRestartIsToldUntilItIsClearedAndThenNoMore() throws Exception {
        BitSet attention = bus.sweep(SweepFill.first(ROSTER), NOTHING);
        assertThat(attention.get(2)).as("devices have just started").isTrue();
        assertThat(bus.status(3).orElseThrow().restarted()).isTrue();
        assertThat(bus.status(3).orElseThrow().restarted()).isFalse();
        assertThat(bus.sweep(SweepFill.first(ROSTER), NOTHING).get(2)).isFalse();
    }

    @Test
    void resistanceIsReadyWhenTheModuleWantsAttention() throws Exception {
        bus.status(4);
        assertThat(bus.startResistance(4)).isTrue();
        Eventually.within(RECOVERY_SECONDS, "module 4 wants attention",
                () -> bus.sweep(SweepFill.first(ROSTER), NOTHING).get(3));
        assertThat(bus.status(4).orElseThrow().resistanceReady()).isTrue();
        assertThat(bus.resistance(4).orElseThrow().microohms()).isPositive();
    }

    @Test
    void blinksWhenAskedTo() throws Exception {
        assertThat(bus.blink(4, 30)).isTrue();
        assertThat(rig.blinking(4)).isTrue();
        assertThat(rig.blinking(5)).isFalse();
        assertThat(bus.blink(4, 0)).isTrue();
        assertThat(rig.blinking(4)).isFalse();
    }

    @Test
    void echoesComeBackUnchanged() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(bus.echo(9)).isTrue();
        }
        assertThat(bus.counters(9)).isEqualTo(new ModuleCounters(20, 20, 0, 0, 0));
    }

    @Test
    void sleepsAndWakes() throws Exception {
        bus.sleep(true);
        Eventually.within(RECOVERY_SECONDS, "module 1 sleeps", () -> rig.asleep(1));
        bus.sleep(false);
        assertThat(rig.asleep(1)).isFalse();
        assertThat(notGood(sweep())).isEmpty();
    }

    @Test
    void aDeadLineFailsInBoundedTimeAndComesBack() throws Exception {
        sweep();
        rig.cut();
        long started = System.nanoTime();
        assertThatThrownBy(() -> {
            for (int i = 0; i < 10; i++) {
                sweep();
            }
        }).isInstanceOf(LineFailure.class).hasMessageContaining("L1").hasMessageContaining("check");
        assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(10));
        assertThatThrownBy(this::sweep).isInstanceOf(LineFailure.class);
        rig.restore();
        Eventually.within(RECOVERY_SECONDS, "the line is back", () -> {
            try {
                return notGood(sweep()).isEmpty();
            } catch (LineFailure e) {
                return false;
            }
        });
    }

    @Test
    void closingFromAnotherThreadEndsACallUnderWay() throws Exception {
        AtomicReference<LineFailure> failure = new AtomicReference<>();
        AtomicInteger pauses = new AtomicInteger();
        Thread owner = new Thread(() -> {
            try {
                while (true) {
                    bus.sweep(SweepFill.first(ROSTER), pauses::incrementAndGet);
                }
            } catch (LineFailure e) {
                failure.set(e);
            }
        });
        owner.start();
        Eventually.within(RECOVERY_SECONDS, "sweeping", () -> pauses.get() > 10);
        bus.close();
        owner.join(TimeUnit.SECONDS.toMillis(RECOVERY_SECONDS));
        assertThat(owner.isAlive()).isFalse();
        assertThat(failure.get()).isNotNull();
        assertThatThrownBy(this::sweep).isInstanceOf(LineFailure.class);
    }
}
