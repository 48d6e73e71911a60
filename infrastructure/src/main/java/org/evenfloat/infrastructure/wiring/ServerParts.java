// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.application.account.ClaimCode;
import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.relay.RelaySwitch;
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Interfaces;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.Server;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** Everything of one server, put together by code that the compiler writes from the wiring. */
@Singleton
@Component(modules = {
    ServerWiring.class, AccessWiring.class, AlarmWiring.class, TransportWiring.class, HistoryWiring.class,
    LinesWiring.class, ProtectionWiring.class, BlackBoxWiring.class, ConductorWiring.class, SystemWiring.class,
    SettingsWiring.class, NorthboundWiring.class
})
public interface ServerParts {

    /** What is there before anything is made. */
    @Component.Factory
    interface Given {

        ServerParts with(
                @BindsInstance SiteConfiguration configuration, @BindsInstance DataFolder folder,
                @BindsInstance Timekeeper time, @BindsInstance WebAccess access,
                @BindsInstance @Named("version") String version);
    }

    /**
     * Returns the parts of a server; none is made before somebody asks for it.
     *
     * @param folder locked
     */
    static ServerParts of(
            SiteConfiguration configuration, DataFolder folder, Timekeeper time, WebAccess access, String version) {
        return DaggerServerParts.factory().with(configuration, folder, time, access, version);
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

    Interfaces interfaces();

    ViewProtection protection();

    HandleProtection handleProtection();
}
