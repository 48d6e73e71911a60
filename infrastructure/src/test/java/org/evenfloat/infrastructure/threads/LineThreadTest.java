// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.evenfloat.application.commissioning.LineWork;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport.State;
import org.evenfloat.application.sweep.LineCare;
import org.evenfloat.application.sweep.LineSweeper;
import org.evenfloat.application.sweep.OrderBox;
import org.evenfloat.application.sweep.RelayCare;
import org.evenfloat.domain.measure.CalibrationColumns;
import org.evenfloat.domain.measure.SweepImage;
import org.junit.jupiter.api.Test;

class LineThreadTest {

    private static final long PERIOD_MILLIS = 1_000;

    private final List<SweepImage> images = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final SteppedTime time = new SteppedTime(8_000, this::idle);
    private Consumer<Runnable> duringSweep = free -> {};
    private Runnable whenIdle = () -> {};
    private final SweepingBus bus = new SweepingBus(free -> duringSweep.accept(free), () -> time.nowMillis);
    private final LineWork beside = new LineWork(OneLine.ROSTER, bus, (kind, subject, text) -> {}, time.wallClock(),
            time.monotonicClock(), () -> 0);
    private final LineThread thread = thread();

    private void idle() {
        whenIdle.run();
    }

    private LineThread thread() {
        ModuleRegister register = new ModuleRegister(
                new OneLine.NoMemory(), time.wallClock(), (kind, subject, text) -> {}, Runnable::run);
        LineCare care = new LineCare(OneLine.ROSTER, bus, register, 0);
        LineSweeper sweeper = new LineSweeper(OneLine.ROSTER, bus, care,
                new RelayCare(OneLine.ROSTER, bus, PERIOD_MILLIS), OrderBox.of(OneLine.ROSTER),
                () -> CalibrationColumns.NONE,
                time.wallClock(), time.monotonicClock());
        return new LineThread("L1", sweeper, beside, bus, time, PERIOD_MILLIS, images::add);
    }

    private void work() {
        assertThatThrownBy(thread::work).isInstanceOf(InterruptedException.class);
    }

    @Test
    void sweepsOncePerPeriodAndHandsTheImagesOn() {
        work();
        assertThat(bus.sweeps).containsExactly(0L, 1_000L, 2_000L, 3_000L, 4_000L, 5_000L, 6_000L, 7_000L, 8_000L);
        assertThat(images).hasSize(9);
    }

    @Test
    void keepsToTheGridAfterALongSweep() {
        duringSweep = free -> time.nowMillis += bus.sweeps.size() == 2 ? 2_300 : 0;
        work();
        assertThat(bus.sweeps).containsExactly(0L, 1_000L, 4_000L, 5_000L, 6_000L, 7_000L, 8_000L);
    }

    @Test
    void runsCommandsBetweenTwoSweeps() {
        whenIdle = () -> {
            if (time.nowMillis == 3_000) {
                whenIdle = () -> {};
                thread.submit(() -> done.add("command after sweep " + images.size()));
            }
        };
        work();
        assertThat(done).containsExactly("command after sweep 4");
        assertThat(bus.sweeps).hasSize(9);
    }

    @Test
    void runsCommandsWheneverTheLineIsFreeDuringASweep() {
        duringSweep = free -> {
            if (bus.sweeps.size() == 2) {
                thread.submit(() -> done.add("a"));
                thread.submit(() -> done.add("b"));
                free.run();
                done.add("sweep goes on");
            }
        };
        work();
        assertThat(done).containsExactly("a", "b", "sweep goes on");
    }

    @Test
    void survivesACommandThatFailsWithoutLosingTheSweep() {
        duringSweep = free -> {
            if (bus.sweeps.size() == 2) {
                thread.submit(() -> {
                    throw new IllegalStateException("a mistake of ours");
                });
                thread.submit(() -> done.add("next"));
                free.run();
            }
        };
        work();
        assertThat(done).containsExactly("next");
        assertThat(images).hasSize(9);
    }

    @Test
    void survivesASweepThatFails() {
        duringSweep = free -> {
            if (bus.sweeps.size() == 2) {
                throw new IllegalStateException("a mistake of ours");
            }
        };
        work();
        assertThat(bus.sweeps).hasSize(9);
        assertThat(images).hasSize(8);
    }

    @Test
    void doesWorkBesideInStepsBetweenTheSweeps() {
        whenIdle = () -> {
            if (time.nowMillis == 3_000) {
                whenIdle = () -> {};
                assertThat(beside.start(new LineOrder.Check(100))).isEmpty();
                thread.wake();
            }
        };
        work();
        assertThat(bus.echoes).hasSize(300).startsWith(3_000L, 3_005L, 3_010L).endsWith(4_495L);
        assertThat(bus.sweeps).as("go on").hasSize(9);
        assertThat(beside.report().orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void doesOneStepWheneverTheLineIsFreeDuringASweep() {
        assertThat(beside.start(new LineOrder.Check(1))).isEmpty();
        duringSweep = free -> {
            free.run();
            time.nowMillis += 20;
            free.run();
            free.run();
            done.add(bus.echoes.size() + " after sweep " + bus.sweeps.size());
        };
        work();
        assertThat(done).startsWith("2 after sweep 1", "3 after sweep 2");
        assertThat(beside.report().orElseThrow().progress().checks()).hasSize(3)
                .allSatisfy(device -> assertThat(device.lost() + device.corrupt()).isEqualTo(1));
    }

    @Test
    void closesTheBusAtTheEnd() {
        work();
        assertThat(bus.closed).isTrue();
        assertThat(time.mailboxClosed).isTrue();
    }

    @Test
    void refusesMoreCommandsThanItsMailboxHolds() {
        int taken = 0;
        while (taken < 1_000 && thread.submit(() -> {})) {
            taken++;
        }
        assertThat(taken).isEqualTo(256);
    }
}
