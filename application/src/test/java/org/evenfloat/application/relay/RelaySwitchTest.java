// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.application.port.out.RelayOrder.Action;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.RelayUse;
import org.junit.jupiter.api.Test;

class RelaySwitchTest {

    private final MemoryRelays bus = new MemoryRelays();
    private final List<String> woken = new ArrayList<>();
    private final RelayUse use = RelayUse.of(RelaySite.site());
    private final RelaySwitch relays = new RelaySwitch(RelaySite.site(), use, line -> bus, woken::add);

    @Test
    void eachRelayIsEnergisedInItsWay() {
        assertThat(relays.energise(RelaySite.TRIP, "breaker Q1").join().done()).isTrue();
        relays.energise(RelaySite.SECOND, "breaker Q1");
        relays.release(RelaySite.SECOND, "breaker Q1");
        relays.energise(RelaySite.FREE, "a schedule");
        assertThat(bus.orders).containsExactly(
                new RelayOrder(901, 1, Action.PULSE, 400), new RelayOrder(901, 2, Action.ON, 0),
                new RelayOrder(901, 2, Action.OFF, 0), new RelayOrder(901, 4, Action.ON, 0));
        assertThat(woken).containsExactly("L1", "L1", "L1", "L1");
    }

    @Test
    void aBoundRelayIsSwitchedForItsUseAlone() {
        RelayAnswer refused = relays.energise(RelaySite.OTHER, "breaker Q1").join();
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.why()).isEqualTo("Relay AUX1/3 belongs to breaker Q2; give breaker Q1 another one");
        assertThat(relays.release(RelaySite.TRIP, "a schedule").join().done()).isFalse();
        assertThat(bus.orders).isEmpty();
        assertThat(use.bind(RelaySite.FREE, "a siren")).isEmpty();
        assertThat(relays.energise(RelaySite.FREE, "a schedule").join().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(use.bind(RelaySite.FREE, "a door")).contains("a siren");
        assertThat(use.all()).hasSize(4);
    }

    @Test
    void failuresNameTheRelay() {
        bus.answer = new RelayAnswer(Outcome.SILENT, 0, "Line L1: silent");
        assertThat(relays.energise(RelaySite.FREE, "x").join())
                .isEqualTo(new RelayAnswer(Outcome.SILENT, 0, "Relay AUX1/4: Line L1: silent"));
    }

    @Test
    void relaysThatAreNotThereAreOurMistake() {
        assertThatThrownBy(() -> relays.energise(new RelayPoint("AUX2", 1), "x"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("AUX2/1");
        assertThatThrownBy(() -> new RelayOrder(901, 1, Action.PULSE, 19)).hasMessageContaining("20 to 60000");
        assertThatThrownBy(() -> new RelayOrder(901, 1, Action.ON, 100)).hasMessageContaining("0 without a pulse");
    }
}
