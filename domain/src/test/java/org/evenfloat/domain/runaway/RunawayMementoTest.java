// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.evenfloat.domain.Seed;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.state.StringState;
import org.junit.jupiter.api.Test;

class RunawayMementoTest {

    private static final int RUNS = 12;

    /** A wild string: any quality, gaps, discharges, equalizing on and off, hot blocks, learning anew. */
    private static void wild(Rig rig, Random random) {
        rig.millis += random.nextInt(40) == 0 ? random.nextInt(4_000_000) : 20_000 + random.nextInt(160_000);
        for (int i = 0; i < rig.centi.length; i++) {
            rig.centi[i] += random.nextInt(41) - 20 + (i == 2 ? 3 : 0) + (random.nextInt(2000) == 0 ? 2_000 : 0);
            rig.centi[i] = Math.max(-4_100, Math.min(11_500, rig.centi[i]));
            rig.temperatureQuality[i] = random.nextInt(20) == 0 ? (byte) random.nextInt(4) : rig.temperatureQuality[i];
            rig.millivolts[i] += random.nextInt(11) - 5;
            rig.voltageQuality[i] = random.nextInt(20) == 0 ? (byte) random.nextInt(4) : rig.voltageQuality[i];
            rig.limited[i] = random.nextInt(300) == 0 != rig.limited[i];
            rig.duty[i] = Math.max(0, Math.min(1000, rig.duty[i] + random.nextInt(41) - 20));
        }
        if (random.nextInt(15) == 0) {
            Arrays.fill(rig.temperatureQuality, Quality.GOOD.code());
            Arrays.fill(rig.voltageQuality, Quality.GOOD.code());
        }
        rig.milliamps = random.nextInt(900) == 0 ? -3_000 : 20 + random.nextInt(120);
        rig.currentQuality = random.nextInt(30) == 0 ? (byte) random.nextInt(4) : Rig.GOOD;
        rig.ambientQuality = random.nextInt(30) == 0 ? (byte) random.nextInt(4) : Rig.GOOD;
        rig.state = random.nextInt(400) == 0 ? StringState.values()[random.nextInt(6)]
                : random.nextInt(20) == 0 ? StringState.FLOAT : rig.state;
        rig.equalizing = random.nextInt(500) == 0 != rig.equalizing;
        rig.converged = random.nextInt(100) == 0 != rig.converged;
    }

    @Test
    void goesOnBitForBit() {
        Random seeds = Seed.random();
        boolean learnt = false;
        boolean alarmed = false;
        for (int run = 0; run < RUNS; run++) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            String note = Seed.note() + ", run " + run + ", seed " + seed;
            GuardedString string = Rig.string(1 + random.nextInt(30)).withClassic(new ClassicRule(6, 0.05, 600));
            Rig rig = new Rig(string);
            int before = 200 + random.nextInt(1_500);
            for (int step = 0; step < before; step++) {
                wild(rig, random);
                rig.fill(rig.sample);
                rig.guard.step(rig.sample);
            }
            RunawayGuard other = new RunawayGuard(string, RunawayConstants.STANDARD);
            other.restore(rig.guard.memento());
            assertThat(other.memento()).as(note).isEqualTo(rig.guard.memento());
            assertThat(other.finding()).as(note).isEqualTo(rig.guard.finding());
            for (int step = 0; step < 400; step++) {
                wild(rig, random);
                rig.fill(rig.sample);
                boolean changed = rig.guard.step(rig.sample);
                assertThat(other.step(rig.sample)).as(note).isEqualTo(changed);
                assertThat(other.finding()).as(note).isEqualTo(rig.guard.finding());
                alarmed |= rig.guard.stage() != RunawayStage.NORMAL;
            }
            assertThat(other.memento()).as(note).isEqualTo(rig.guard.memento());
            learnt |= rig.finding().learning() != LearningState.WAITING;
        }
        assertThat(learnt).as("something was learnt, " + Seed.note()).isTrue();
        assertThat(alarmed).as("something was found, " + Seed.note()).isTrue();
    }

    @Test
    void oneOfAnotherStringIsRefused() {
        RunawayGuard guard = Rig.of(20).steps(10).guard;
        RunawayMemento before = guard.memento();
        assertThatIllegalArgumentException().isThrownBy(() -> guard.restore(Rig.of(21).steps(10).guard.memento()))
                .withMessageContaining("20 blocks");
        assertThatIllegalArgumentException().isThrownBy(() -> guard.restore(new RunawayMemento(
                RunawayMemento.VERSION + 1, 20, "", before.wholes(), before.numbers(), before.rings())));
        assertThat(guard.memento()).isEqualTo(before);
    }
}
