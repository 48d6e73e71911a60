// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** What commands need of a server that does not run; none is made before a command asks for it. */
@Singleton
@Component(modules = {StoppedServerWiring.class, AccessWiring.class})
public interface StoppedServerParts {

    /** What is there before anything is made. */
    @Component.Factory
    interface Given {

        StoppedServerParts with(
                @BindsInstance SiteConfiguration configuration, @BindsInstance DataFolder folder,
                @BindsInstance Timekeeper time);
    }

    /**
     * Returns the parts; none is made before somebody asks for it.
     *
     * @param folder locked by the command
     */
    static StoppedServerParts of(SiteConfiguration configuration, DataFolder folder, Timekeeper time) {
        return DaggerStoppedServerParts.factory().with(configuration, folder, time);
    }

    /**
     * Returns the settings.
     *
     * @throws NotMade when they cannot be read
     */
    ChangeSettings settings();

    /**
     * Returns the history, open; who asks closes it.
     *
     * @throws NotMade when it cannot be opened
     */
    H2Database history();

    BackTest backTest();
}
