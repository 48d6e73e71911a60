// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How every {@link ModuleBus} finds devices and gives them addresses. Two modules share address 1, one has address 2,
 * two have none.
 */
@Timeout(60)
public abstract class ModuleBusAddressingContract {

    private static final LineRoster ROSTER = Rosters.modules(1, 2);
    private static final long FIRST = 0x0000_00F0L;
    private static final long SECOND = 0x0000_00F1L;
    private static final long THIRD = 0x1234_5678L;
    private static final long FOURTH = 0xE7E7_E7E7L;
    private static final long FIFTH = 0xFFFF_FFFFL;

    private LineRig rig;
    private ModuleBus bus;

    /** Puts up a line with those devices and a bus on it that knows that roster. */
    protected abstract LineRig rig(List<RigDevice> devices, LineRoster roster) throws Exception;

    @BeforeEach
    final void putUp() throws Exception {
        rig = rig(List.of(device(FIRST, 1), device(FIFTH, 1), device(THIRD, 2), device(SECOND, 0), device(FOURTH, 0)),
                ROSTER);
        bus = rig.bus();
    }

    private static RigDevice device(long serial, int address) {
        return new RigDevice(serial, address, RigDevice.MODULE, 13_500, 2_000);
    }

    @AfterEach
    final void takeDown() throws Exception {
        rig.close();
    }

    private static List<Long> serials(List<ModuleIdentity> identities) {
        return identities.stream().map(ModuleIdentity::serial).toList();
    }

    @Test
    void searchFindsAllInOrderOfSerialNumber() throws Exception {
        List<ModuleIdentity> found = bus.search();
        assertThat(serials(found)).containsExactly(FIRST, SECOND, THIRD, FOURTH, FIFTH);
        assertThat(found.stream().map(ModuleIdentity::address)).containsExactly(1, 0, 2, 0, 1);
        assertThat(found.stream().map(ModuleIdentity::typeCode)).containsOnly(RigDevice.MODULE);
    }

    @Test
    void searchGoesOnQuestionByQuestionWithOtherThingsInBetween() throws Exception {
        assertThat(bus.searchOn(true)).as("two collisions take more than one question").isEmpty();
        Optional<List<ModuleIdentity>> found = bus.searchOn(true);
        int questions = 1;
        while (found.isEmpty()) {
            assertThat(bus.identify(2).orElseThrow().serial()).isEqualTo(THIRD);
            assertThat(serials(bus.identifyAll(1))).containsExactly(FIRST, FIFTH);
            found = bus.searchOn(false);
            questions++;
        }
        assertThat(found.orElseThrow()).isEqualTo(bus.search());
        assertThat(questions).isBetween(2, 40);
    }

    @Test
    void twoDevicesWithOneAddressAreToldApart() throws Exception {
        assertThat(serials(bus.identifyAll(1))).containsExactly(FIRST, FIFTH);
        assertThat(serials(bus.identifyAll(2))).containsExactly(THIRD);
    }

    @Test
    void anAssignedAddressIsKeptUntilItIsTakenAway() throws Exception {
        assertThat(bus.assign(FOURTH, 600)).isTrue();
        assertThat(bus.identify(600).orElseThrow().serial()).isEqualTo(FOURTH);
        assertThat(bus.assign(FOURTH, 0)).isTrue();
        assertThat(bus.identify(600)).isEmpty();
    }

    @Test
    void nobodyAgreesToAnUnknownSerialNumber() throws Exception {
        assertThat(bus.assign(0x0BAD_0BADL, 7)).isFalse();
    }

    @Test
    void resetTakesEveryAddress() throws Exception {
        bus.resetAddresses();
        assertThat(bus.search().stream().map(ModuleIdentity::address)).containsOnly(0).hasSize(5);
    }

    @Test
    void buttonsAreReportedInAddressingModeUntilAddressed() throws Exception {
        bus.addressing(true);
        assertThat(bus.pressedButton()).isEmpty();
        rig.pressButton(FOURTH);
        assertThat(bus.pressedButton().orElseThrow().serial()).isEqualTo(FOURTH);
        assertThat(bus.assign(FOURTH, 3)).isTrue();
        assertThat(bus.pressedButton()).isEmpty();
        rig.pressButton(SECOND);
        assertThat(bus.pressedButton().orElseThrow().serial()).isEqualTo(SECOND);
        assertThat(bus.assign(SECOND, 4)).isTrue();
        bus.addressing(false);
        assertThat(serials(bus.identifyAll(3))).containsExactly(FOURTH);
        assertThat(serials(bus.identifyAll(4))).containsExactly(SECOND);
    }
}
