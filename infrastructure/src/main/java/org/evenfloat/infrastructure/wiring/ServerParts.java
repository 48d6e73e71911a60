// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Component;
import jakarta.inject.Singleton;
import org.evenfloat.application.account.ClaimCode;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.relay.RelaySwitch;
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.Server;

/** Everything of one server, put together by code that the compiler writes from the wiring. */
@Singleton
@Component(modules = {
    ServerWiring.class, AccessWiring.class, AlarmWiring.class, TransportWiring.class, HistoryWiring.class,
    LinesWiring.class, ConductorWiring.class, SystemWiring.class, SettingsWiring.class
})
public interface ServerParts {

    /** Returns the parts of a server; none is made before somebody asks for it. */
    static ServerParts of(ServerWiring given) {
        return DaggerServerParts.builder().serverWiring(given).build();
    }

    /**
     * Returns the server.
     *
     * @throws NotMade when its history, spool or certificate cannot be had
     */
    Server server();

    SignIn signIn();

    ClaimCode claimCode();

    RelaySwitch relays();

    SwitchgearView switchgear();

    Lines lines();
}
