// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.KeptResistances;
import org.evenfloat.application.port.out.ResistanceMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ResistanceMemory} does. */
public abstract class ResistanceMemoryContract {

    private static final int ALL_BLOCKS = 600;

    private ResistanceMemory memory;

    /** Opens the memory, at first empty; once more on what was kept before, as after a restart. */
    protected abstract ResistanceMemory openMemory() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        memory = openMemory();
    }

    /** Draws what is remembered of a block, with so many weeks. */
    protected static KeptResistances drawn(SeededCases.Draw draw, String block, int weeks) {
        int[] open = bits(draw, draw.between(0, KeptResistances.MOST_OPEN));
        return new KeptResistances(
                block, Integer.toUnsignedLong(draw.bits()), draw.between(0, 3_000), draw.bits(), bits(draw, weeks),
                bits(draw, weeks), draw.between(0, 3_000), open, ((long) draw.bits() << 32) + draw.bits());
    }

    private static int[] bits(SeededCases.Draw draw, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = draw.bits();
        }
        return values;
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(memory.load()).isEmpty();
    }

    @Test
    void returnsWhatWasKeptLastAndOnlyThat() throws Exception {
        SeededCases.check("what is kept comes back", 40, draw -> {
            List<KeptResistances> blocks = new ArrayList<>();
            for (int i = draw.between(0, 20); i > 0; i--) {
                blocks.add(drawn(draw, "Süd_電." + draw.pick(List.of("", "A1", "🔋")) + "-" + i,
                        draw.between(0, KeptResistances.MOST_WEEKS)));
            }
            memory.keep(blocks);
            assertThat(memory.load()).isEqualTo(blocks);
            assertThat(openMemory().load()).isEqualTo(blocks);
        });
        memory.keep(List.of());
        assertThat(openMemory().load()).isEmpty();
    }

    @Test
    void hasRoomForALargeSite() throws Exception {
        SeededCases.Draw draw = SeededCases.one();
        List<KeptResistances> blocks = new ArrayList<>();
        for (int i = 1; i <= ALL_BLOCKS; i++) {
            blocks.add(drawn(draw, "A1-" + i, KeptResistances.MOST_WEEKS));
        }
        memory.keep(blocks);
        assertThat(openMemory().load()).as("seed " + draw.seed()).isEqualTo(blocks);
    }
}
