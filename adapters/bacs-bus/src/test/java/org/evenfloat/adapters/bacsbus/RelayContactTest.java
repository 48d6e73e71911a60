// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.contracts.AlarmContactContract;
import org.evenfloat.contracts.RigDevice;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay is relay 4 of module 7, the buzzer relay 3 of module 8. */
final class RelayContactTest extends AlarmContactContract {

    private static final LineRoster ROSTER = Rosters.of(
            new int[] {1}, List.of(Rosters.relays(7), Rosters.relays(8)));

    private WireRig rig;
    private RelayContact contact;

    @Override
    protected AlarmContact openContact() throws Exception {
        rig = WireRig.overTcp(List.of(new RigDevice(1, 1, 20, 13_500, 2_000), new RigDevice(7, 7, 15, 0, 0),
                new RigDevice(8, 8, 15, 0, 0)), ROSTER);
        contact = new RelayContact(Optional.of(output("AUX1/4", 7, 4)), Optional.of(output("AUX2/3", 8, 3)));
        return contact;
    }

    private RelayContact.Output output(String name, int address, int relay) {
        RelayBus relays = rig.bus().relays();
        return new RelayContact.Output(name, relays, relays::attend, address, relay);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Override
    protected boolean relayHolds() {
        return rig.energised(7, 4);
    }

    @Override
    protected boolean buzzes() {
        return rig.energised(8, 3);
    }

    @Override
    protected void breakRelay() {
        rig.silence(7, true);
    }

    /** The next sweep sees that it is back. */
    @Override
    protected void mendRelay() throws Exception {
        rig.silence(7, false);
        sweep();
    }

    private void sweep() throws LineFailure {
        rig.bus().sweep(SweepFill.first(ROSTER), () -> { });
    }

    @Test
    void isNamedAfterItsRelays() {
        assertThat(contact.name()).isEqualTo("relay AUX1/4, buzzer AUX2/3");
    }

    @Test
    void doesNotStandWhenTheModuleHasStartedAnew() throws Exception {
        contact.show(true, false);
        assertThat(contact.stands()).isTrue();
        rig.line().devices().stream().filter(device -> device.address() == 7).forEach(device -> device.restart());
        sweep();
        assertThat(contact.stands()).isFalse();
        contact.show(true, false);
        assertThat(relayHolds()).isTrue();
        assertThat(contact.stands()).isTrue();
    }

    @Test
    void aSilentModuleIsNotAskedAgainAndAgain() throws Exception {
        contact.show(true, false);
        breakRelay();
        assertThatThrownBy(() -> contact.show(false, false)).hasMessageContaining("The relay AUX1/4 cannot be set: ");
        long requests = rig.line().requests();
        assertThatThrownBy(() -> contact.show(false, false)).hasMessageContaining("AUX1/4");
        assertThat(rig.line().requests() - requests).as("only the buzzer's").isEqualTo(1);
        assertThatThrownBy(() -> contact.show(true, false)).as("something new").hasMessageContaining("AUX1/4");
        assertThat(rig.line().requests() - requests).isEqualTo(5);
    }
}
