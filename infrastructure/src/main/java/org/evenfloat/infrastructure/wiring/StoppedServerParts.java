// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Component;
import jakarta.inject.Singleton;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.port.in.ChangeSettings;

/** What commands need of a server that does not run; none is made before a command asks for it. */
@Singleton
@Component(modules = {StoppedServerWiring.class, AccessWiring.class})
public interface StoppedServerParts {

    /** Returns the parts over a locked data folder. */
    static StoppedServerParts of(StoppedServerWiring given) {
        return DaggerStoppedServerParts.builder().stoppedServerWiring(given).build();
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
