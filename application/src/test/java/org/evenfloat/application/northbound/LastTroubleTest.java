// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastTroubleTest {

    private final LastTrouble last = new LastTrouble();

    @Test
    void theLastOneIsToldWithHowLongAgoItWas() {
        assertThat(last.text()).isEmpty();
        assertThat(last.told(5_000_000)).isEmpty();
        last.happened("a broken frame", 1_000_000);
        last.happened("no such community", 7_000_000);
        assertThat(last.text()).isEqualTo("no such community");
        assertThat(last.told(10_000_000)).contains(new ProtocolStatus.Trouble("no such community", 3));
    }
}
