// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;

class SweepCodecTest {

    private static final long SEED = Long.getLong("seed", 31_415L);

    private static SweepCells random(Random random) {
        int sweeps = 1 + random.nextInt(12);
        int rows = random.nextInt(20);
        SweepCells cells = SweepCells.empty(sweeps, 1 + random.nextInt(5), rows, random.nextInt(4));
        Arrays.setAll(cells.atMillis(), i -> random.nextLong() >> random.nextInt(64));
        for (int kind = 0; kind < cells.kinds(); kind++) {
            int shift = random.nextInt(32);
            Arrays.setAll(cells.values()[kind], i -> random.nextInt() >> shift);
            fill(random, cells.qualities()[kind]);
        }
        fill(random, cells.states());
        Arrays.setAll(cells.sensorValues(), i -> random.nextInt());
        fill(random, cells.sensorQualities());
        return cells;
    }

    private static void fill(Random random, byte[] codes) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) random.nextInt(4);
        }
    }

    private static void forgetMissing(int[] values, byte[] qualities) {
        for (int i = 0; i < values.length; i++) {
            values[i] = qualities[i] == Quality.MISSING.code() ? 0 : values[i];
        }
    }

    private static Object[] parts(SweepCells cells) {
        return new Object[] {
            cells.rows(), cells.sensors(), cells.atMillis(), cells.values(), cells.qualities(), cells.states(),
            cells.sensorValues(), cells.sensorQualities()
        };
    }

    @Test
    void everyCellThatMeansSomethingSurvives() throws DataFormatException {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            SweepCells before = random(random);
            SweepCells after = SweepCodec.decode(SweepCodec.encode(before));
            for (SweepCells cells : new SweepCells[] {before, after}) {
                for (int kind = 0; kind < cells.kinds(); kind++) {
                    forgetMissing(cells.values()[kind], cells.qualities()[kind]);
                }
                forgetMissing(cells.sensorValues(), cells.sensorQualities());
            }
            assertThat(Arrays.deepEquals(parts(after), parts(before))).as("seed %d run %d", SEED, run).isTrue();
        }
    }

    @Test
    void damageIsAnErrorOrOtherValuesButNeverAnythingElse() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int run = 0; run < 2_000; run++) {
            byte[] payload = SweepCodec.encode(random(random));
            if (random.nextBoolean()) {
                payload = Arrays.copyOf(payload, random.nextInt(payload.length));
            } else {
                payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                SweepCodec.decode(payload);
            } catch (DataFormatException expected) {
                refused++;
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + SEED + " run " + run, other);
            }
        }
        assertThat(refused).as("seed %d", SEED).isGreaterThan(1_000);
    }

    @Test
    void refusesAnotherFormatVersion() {
        byte[] payload = SweepCodec.encode(SweepCells.empty(1, 4, 2, 0));
        payload[0] = 2;
        assertThatThrownBy(() -> SweepCodec.decode(payload)).hasMessage("not format version 1");
    }

    /** Pins the format: what this version writes today must be readable for ever. */
    @Test
    void readsABlockWrittenByTheFirstVersion() throws DataFormatException {
        byte[] stored = HexFormat.of().parseHex(FirstVersion.PAYLOAD);
        SweepCells cells = SweepCodec.decode(stored);
        assertThat(cells.atMillis()).containsExactly(1_700_000_000_000L, 1_700_001_200_000L);
        assertThat(cells.rows()).isEqualTo(2);
        assertThat(cells.values()[0]).containsExactly(13_500, 13_502, 13_490, 13_495);
        assertThat(cells.values()[1]).containsExactly(2_500, 2_501, -100, -101);
        assertThat(cells.qualities()[1]).containsExactly(0, 0, 1, 2);
        assertThat(cells.states()).containsExactly(0, 3, 0, 3);
        assertThat(cells.sensorValues()).containsExactly(-120_000, 250);
    }

    @Test
    void aBlockOfNoisySweepsTakesLessThanTwoBytesAModule() {
        LineRoster roster = ForkedServer.roster(600);
        NoisySweeps noise = new NoisySweeps(roster, SEED);
        int sweeps = SweepTable.sweepsOfABlock(600);
        SweepCells block = SweepCells.empty(sweeps, 4, 600, 2);
        int single = 0;
        for (int i = 0; i < sweeps; i++) {
            SweepCells cells = SweepCells.of(noise.next(i * 1_200_000L), new byte[600]);
            single += SweepCodec.encode(cells).length;
            block.put(i, cells);
        }
        double moduleSamples = 600.0 * sweeps;
        assertThat(SweepCodec.encode(block).length / moduleSamples).isBetween(1.0, 2.2);
        assertThat(single / moduleSamples).isBetween(1.0, 6.0);
    }
}
