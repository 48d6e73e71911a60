// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Northbound} does, seen by its clients. */
@Timeout(60)
public abstract class NorthboundContract {

    /** Stands for a value that the protocol says is not known. */
    protected static final int NOT_KNOWN = -1;

    /** Blocks that a client reads in one answer. */
    protected static final int BLOCKS = 10;

    private static final int SWAPS = 2_000;
    private static final int STALLED = 5;
    private static final long SHOW_NANOS = 1_000_000_000L;

    private NorthboundRoom room;
    private Rig rig;

    /** A protocol that is served on this machine. */
    protected interface Rig extends AutoCloseable {

        /** Returns what is served. */
        Northbound northbound();

        /** Reads the voltages of the first {@link #BLOCKS} blocks, mV, in one answer. */
        int[] voltages() throws Exception;

        /** Connects a client that asks without end and takes no answer; returns what ends it. */
        AutoCloseable stalledClient() throws Exception;

        /** Sends bytes that are no request, from a client of its own. */
        void garbage(byte[] bytes) throws Exception;
    }

    /** Serves the points of a room. */
    protected abstract Rig rig(NorthboundRoom of) throws Exception;

    @BeforeEach
    final void putUp() throws Exception {
        room = new NorthboundRoom(2, BLOCKS);
        rig = rig(room);
    }

    @AfterEach
    final void takeDown() throws Exception {
        rig.close();
    }

    private void show(int millivolts, Quality quality) {
        room.voltages(block -> millivolts, quality);
        rig.northbound().show(room.image());
    }

    @Test
    void nothingIsKnownBeforeTheFirstImage() throws Exception {
        assertThat(rig.voltages()).hasSize(BLOCKS).containsOnly(NOT_KNOWN);
    }

    @Test
    void theNewestImageIsTold() throws Exception {
        room.voltages(block -> 13_000 + block, Quality.GOOD);
        rig.northbound().show(room.image());
        assertThat(rig.voltages()).startsWith(13_000, 13_001, 13_002).endsWith(13_009);
        show(12_000, Quality.GOOD);
        assertThat(rig.voltages()).containsOnly(12_000);
    }

    @Test
    void whatIsMissingIsNotKnown() throws Exception {
        show(13_500, Quality.GOOD);
        assertThat(rig.voltages()).containsOnly(13_500);
        show(13_500, Quality.MISSING);
        assertThat(rig.voltages()).containsOnly(NOT_KNOWN);
    }

    @Test
    void everyAnswerIsOfOneImage() throws Exception {
        show(10_000, Quality.GOOD);
        AtomicBoolean over = new AtomicBoolean();
        Thread swapper = new Thread(() -> {
            for (int i = 0; i < SWAPS || !over.get(); i++) {
                show(10_000 + i % SWAPS, Quality.GOOD);
                Thread.yield();
            }
        });
        swapper.start();
        Set<Integer> seen = new HashSet<>();
        try {
            for (int i = 0; i < SWAPS; i++) {
                int[] values = rig.voltages();
                assertThat(values).containsOnly(values[0]);
                seen.add(values[0]);
            }
        } finally {
            over.set(true);
            swapper.join();
        }
        assertThat(seen).as("images seen").hasSizeGreaterThan(5);
    }

    @Test
    void clientsThatTakeNothingHoldUpNobody() throws Exception {
        show(13_500, Quality.GOOD);
        List<AutoCloseable> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STALLED; i++) {
                stalled.add(rig.stalledClient());
            }
            for (int i = 0; i < 20; i++) {
                long before = System.nanoTime();
                show(11_000 + i, Quality.GOOD);
                assertThat(System.nanoTime() - before).as("ns to show an image").isLessThan(SHOW_NANOS);
                assertThat(rig.voltages()).containsOnly(11_000 + i);
            }
        } finally {
            for (AutoCloseable each : stalled) {
                each.close();
            }
        }
    }

    @Test
    void garbageDisturbsNobody() throws Exception {
        show(13_500, Quality.GOOD);
        SeededCases.check("garbage disturbs nobody", 50, draw -> {
            rig.garbage(draw.bytes(draw.between(1, 400)));
            assertThat(rig.voltages()).containsOnly(13_500);
        });
    }
}
