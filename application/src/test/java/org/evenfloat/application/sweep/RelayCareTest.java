// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.relay.MemoryRelays;
import org.evenfloat.application.relay.RelaySite;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;

class RelayCareTest {

    private final LineRoster roster = RelaySite.site().roster("L1");
    private final ScriptedBus bus = new ScriptedBus(roster);
    private final MemoryRelays relays = new MemoryRelays();
    private RelayCare care = care(2_000);

    private RelayCare care(long periodMillis) {
        bus.relays = relays;
        bus.modules.put(901, new ScriptedBus.Module());
        return new RelayCare(roster, bus, periodMillis);
    }

    private void sweep(boolean answers, boolean attention) throws LineFailure {
        SweepFill fill = SweepFill.first(roster);
        if (answers) {
            fill.setRelays(0, new RelayWord(0, 0, 0, 0, attention));
        }
        care.note(fill);
        care.work();
        care.work();
    }

    @Test
    void aModuleIsToldWhenItAppears() throws Exception {
        sweep(false, false);
        assertThat(relays.silences).isEmpty();
        sweep(true, true);
        sweep(true, false);
        assertThat(relays.silences).as("relays 3 and 4 rest, after 60 s").containsExactly("901 12 60");
        sweep(false, false);
        sweep(true, false);
        assertThat(relays.silences).as("it was away").hasSize(2);
    }

    @Test
    void aModuleThatHasStartedAnewIsToldAnew() throws Exception {
        sweep(true, false);
        sweep(true, true);
        assertThat(relays.silences).hasSize(2);
        assertThat(bus.count("status")).isEqualTo(2);
    }

    @Test
    void aModuleThatDidNotTakeNoticeIsToldAgain() throws Exception {
        relays.deaf = true;
        sweep(true, false);
        relays.deaf = false;
        sweep(true, false);
        sweep(true, false);
        assertThat(relays.silences).hasSize(2);
    }

    @Test
    void aSlowLineIsSilentLater() throws Exception {
        care = care(30_000);
        sweep(true, false);
        care = care(120_000);
        sweep(true, false);
        assertThat(relays.silences).containsExactly("901 12 90", "901 12 250");
    }
}
