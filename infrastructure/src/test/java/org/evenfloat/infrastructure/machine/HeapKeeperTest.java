// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapKeeperTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long SECOND = 1_000_000_000L;

    private long taken = 20 * MEGABYTE;
    private long inUse = 15 * MEGABYTE;
    private long now = Long.MAX_VALUE - 5 * SECOND; // this clock may run over its end
    private long worked = 7 * SECOND;
    private long pause = SECOND / 50;
    private long waiting;
    private int collections;

    private final HeapKeeper keeper = new HeapKeeper(() -> taken, () -> now, () -> worked, () -> {
        collections++;
        taken = inUse;
        worked += pause;
        now += pause + waiting;
    });

    @Test
    void collectsAfterTheStartAndThenWhenTheHeapHasGrown() {
        look(0);
        assertThat(collections).isEqualTo(1);
        look(60);
        assertThat(collections).as("nothing has grown").isEqualTo(1);
        taken = inUse + 2 * MEGABYTE - 1;
        look(60);
        assertThat(collections).as("a little less than 2 MB").isEqualTo(1);
        taken++;
        look(60);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void largeHeapsMayGrowByAnEighth() {
        taken = 900 * MEGABYTE;
        inUse = 800 * MEGABYTE;
        look(0);
        taken = 899 * MEGABYTE;
        look(3600);
        assertThat(collections).isEqualTo(1);
        taken = 900 * MEGABYTE;
        look(3600);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void collectionsTakeAThousandthOfTheTimeAtMost() {
        pause = SECOND;
        look(0);
        taken = 200 * MEGABYTE;
        look(998);
        assertThat(collections).as("within 1,000 s after a pause of 1 s").isEqualTo(1);
        look(2);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void aHeapThatTakesLongMayGrowToTwiceOfWhatIsInUse() {
        pause = SECOND / 2;
        taken = 900 * MEGABYTE;
        inUse = 400 * MEGABYTE;
        look(0);
        taken = 800 * MEGABYTE - 1;
        look(3600);
        assertThat(collections).isEqualTo(1);
        taken++;
        look(3600);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void aCollectionThatWaitsForABusyProcessorIsNotALongOne() {
        waiting = 10 * SECOND;
        look(0);
        taken = inUse + 2 * MEGABYTE;
        look(60);
        assertThat(collections).isEqualTo(2);
    }

    private void look(int secondsLater) {
        now += secondsLater * SECOND;
        keeper.look();
    }
}
