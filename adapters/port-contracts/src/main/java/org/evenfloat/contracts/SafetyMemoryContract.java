// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.SafetyMemory;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.domain.runaway.RunawayMemento;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SafetyMemory} does. */
public abstract class SafetyMemoryContract {

    private static final List<String> TEXTS = List.of("", "Eva", "Süd_電.", "🔋 zu heiß, 61,3 °C\n\"x\"");

    private SafetyMemory memory;

    /** Opens the memory, at first empty; once more on what was kept before, as after a restart or a kill. */
    protected abstract SafetyMemory openMemory() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        memory = openMemory();
    }

    /** Draws a guard with so many numbers: of any bits, among them every sort of NaN. */
    protected static KeptGuard drawnGuard(SeededCases.Draw draw, String string, int most) {
        long[] wholes = new long[draw.between(0, most)];
        Arrays.setAll(wholes, i -> bits(draw));
        double[] numbers = new double[draw.between(0, most)];
        Arrays.setAll(numbers, i -> draw.permille(200)
                ? Double.longBitsToDouble(0x7FF0_0000_0000_0000L | bits(draw)) : Double.longBitsToDouble(bits(draw)));
        short[] rings = new short[draw.between(0, 4 * most)];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = (short) draw.bits();
        }
        RunawayMemento memento = new RunawayMemento(
                draw.between(1, 9), draw.between(1, 600), draw.pick(TEXTS), wholes, numbers, rings);
        return new KeptGuard(string, bits(draw), bits(draw), memento);
    }

    /** Draws a breaker with so many deeds and proof tests at most. */
    protected static KeptBreaker drawnBreaker(SeededCases.Draw draw, String breaker, int mostDeeds, int mostProofs) {
        TripMemento trip = new TripMemento(
                drawn(draw, TripMode.values()), drawn(draw, TripPhase.values()), bits(draw), draw.permille(500),
                draw.permille(500), draw.bits(), draw.permille(500), drawn(draw, TripHold.values()), draw.permille(500),
                draw.permille(500), draw.permille(500), bits(draw), drawn(draw, TripOrder.values()));
        List<BreakerPast.Deed> deeds = new ArrayList<>();
        for (int i = draw.between(0, mostDeeds); i > 0; i--) {
            deeds.add(deed(draw, drawn(draw, TripNews.values()), drawn(draw, TripMode.values())));
        }
        List<BreakerPast.Proof> proofs = new ArrayList<>();
        for (int i = draw.between(0, mostProofs); i > 0; i--) {
            proofs.add(new BreakerPast.Proof(bits(draw), new ProofResult(draw.permille(500), draw.pick(TEXTS), bits(draw),
                    bits(draw), draw.permille(500), draw.pick(TEXTS))));
        }
        return new KeptBreaker(breaker, bits(draw), trip, new BreakerPast(deeds, proofs));
    }

    private static BreakerPast.Deed deed(SeededCases.Draw draw, TripNews news, TripMode mode) {
        return new BreakerPast.Deed(bits(draw), news, mode, draw.pick(TEXTS), draw.bits(), draw.pick(TEXTS));
    }

    private static <E> E drawn(SeededCases.Draw draw, E[] values) {
        return values[draw.between(0, values.length - 1)];
    }

    private static long bits(SeededCases.Draw draw) {
        return (long) draw.bits() << 32 ^ draw.bits() & 0xFFFF_FFFFL;
    }

    /** Compares what {@code equals} does not tell apart: the bits of NaN. */
    private static void same(Optional<KeptGuard> read, KeptGuard kept) {
        assertThat(read).contains(kept);
        assertThat(Arrays.stream(read.orElseThrow().memento().numbers()).mapToLong(Double::doubleToRawLongBits).toArray())
                .isEqualTo(Arrays.stream(kept.memento().numbers()).mapToLong(Double::doubleToRawLongBits).toArray());
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(memory.guard("A1")).isEmpty();
        assertThat(memory.breaker("Q1")).isEmpty();
    }

    @Test
    void returnsAGuardBitForBit() throws Exception {
        SeededCases.check("a guard that is kept comes back", 25, draw -> {
            KeptGuard one = drawnGuard(draw, "A1", 400);
            KeptGuard other = drawnGuard(draw, "B_2.x", 400);
            memory.keep(one);
            memory.keep(other);
            same(memory.guard("A1"), one);
            same(openMemory().guard("A1"), one);
            same(openMemory().guard("B_2.x"), other);
        });
    }

    @Test
    void hasRoomForTheGuardOfAThousandBlocks() throws Exception {
        SeededCases.Draw draw = SeededCases.one();
        KeptGuard large = drawnGuard(draw, "A1", 120_000);
        memory.keep(large);
        same(openMemory().guard("A1"), large);
    }

    @Test
    void returnsABreakerAsItWas() throws Exception {
        SeededCases.check("a breaker that is kept comes back", 25, draw -> {
            KeptBreaker one = drawnBreaker(draw, "Q1", 20, 10);
            KeptBreaker other = drawnBreaker(draw, "Q2", BreakerPast.MOST_DEEDS, BreakerPast.MOST_PROOFS);
            memory.keep(one);
            memory.keep(other);
            assertThat(memory.breaker("Q1")).contains(one);
            assertThat(openMemory().breaker("Q1")).contains(one);
            assertThat(openMemory().breaker("Q2")).contains(other);
        });
    }

    @Test
    void knowsEveryNews() throws Exception {
        SeededCases.Draw draw = SeededCases.one();
        List<BreakerPast.Deed> deeds = new ArrayList<>();
        for (TripNews news : TripNews.values()) {
            for (TripMode mode : TripMode.values()) {
                deeds.add(deed(draw, news, mode));
            }
        }
        for (TripPhase phase : TripPhase.values()) {
            for (TripHold hold : TripHold.values()) {
                for (TripOrder wanted : TripOrder.values()) {
                    KeptBreaker breaker = new KeptBreaker("Q1", 1, new TripMemento(TripMode.ARMED, phase, 2, true, false, 3,
                            true, hold, false, true, false, TripMemento.NO_FLOW, wanted), new BreakerPast(deeds, List.of()));
                    memory.keep(breaker);
                    assertThat(openMemory().breaker("Q1")).contains(breaker);
                }
            }
        }
    }

    @Test
    void aGuardAndABreakerOfTheSameNameAreTwoThings() throws Exception {
        SeededCases.Draw draw = SeededCases.one();
        KeptGuard guard = drawnGuard(draw, "A1", 10);
        KeptBreaker breaker = drawnBreaker(draw, "A1", 3, 3);
        memory.keep(guard);
        memory.keep(breaker);
        same(openMemory().guard("A1"), guard);
        assertThat(openMemory().breaker("A1")).contains(breaker);
    }
}
