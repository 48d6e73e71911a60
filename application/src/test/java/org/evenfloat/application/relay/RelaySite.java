// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.TestSite;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayModule.BusLoss;
import org.evenfloat.domain.topology.RelayModule.Contact;
import org.evenfloat.domain.topology.RelayModule.Input;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Site;

/** A site with relay module AUX1 at L1:901, on which breaker Q1 hangs, and a breaker Q2 without a status input. */
public final class RelaySite {

    public static final RelayPoint TRIP = new RelayPoint("AUX1", 1);
    public static final RelayPoint SECOND = new RelayPoint("AUX1", 2);
    public static final RelayPoint OTHER = new RelayPoint("AUX1", 3);
    public static final RelayPoint FREE = new RelayPoint("AUX1", 4);

    private RelaySite() {}

    public static Site site() {
        RelayModule module = new RelayModule("AUX1", new ModuleAddress("L1", 901),
                List.of(new Relay(1, Contact.NO, Mode.PULSE, 400, BusLoss.HOLD),
                        new Relay(2, Contact.NC, Mode.MAINTAINED, 0, BusLoss.HOLD),
                        new Relay(3, Contact.NO, Mode.PULSE, 500, BusLoss.REST),
                        new Relay(4, Contact.NO, Mode.MAINTAINED, 0, BusLoss.REST)),
                List.of(new Input(1, "Breaker Q1", Contact.NO), new Input(2, "Door", Contact.NC)));
        return TestSite.oneString(2).withRelays(List.of(module), List.of(
                new Breaker("Q1", List.of("S1"), TRIP, Optional.of(SECOND), Optional.of(new InputPoint("AUX1", 1)),
                        false),
                new Breaker("Q2", List.of(), OTHER, Optional.empty(), Optional.empty(), true)));
    }
}
