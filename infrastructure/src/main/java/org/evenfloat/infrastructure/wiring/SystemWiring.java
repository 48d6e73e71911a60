// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedSystem;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.infrastructure.machine.ServerSupport;
import org.evenfloat.infrastructure.machine.ServerSystem;
import org.evenfloat.infrastructure.server.Journal;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** What the server says about itself and its machine. */
@Module
final class SystemWiring {

    private SystemWiring() {}

    @Provides
    @Singleton
    static GuardedSystem system(
            Guard guard, SiteConfiguration configuration, Timekeeper time, ViewHealth health, Journal journal,
            WebAccess access) {
        return new GuardedSystem(
                guard, new ServerSystem(configuration.dataFolder(), time, health, journal),
                new ServerSupport(configuration, List.of(access.bearerToken(), access.browserToken())));
    }
}
