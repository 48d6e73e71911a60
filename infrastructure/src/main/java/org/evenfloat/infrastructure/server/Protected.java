// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.evenfloat.application.protection.ProtectionDesk;
import org.evenfloat.application.protection.ProtectionKeeper;
import org.evenfloat.infrastructure.threads.GuardThread;
import org.evenfloat.infrastructure.threads.SafetyThread;

/** Guards and breaker policies of a server: started before its lines, stopped after them. */
@Singleton
final class Protected {

    private final ProtectionDesk desk;
    private final ProtectionKeeper keeper;
    private final GuardThread guard;
    private final SafetyThread safety;

    @Inject
    Protected(ProtectionDesk desk, ProtectionKeeper keeper, GuardThread guard, SafetyThread safety) {
        this.desk = desk;
        this.keeper = keeper;
        this.guard = guard;
        this.safety = safety;
    }

    /** Goes on from where an earlier run was. */
    void restore() {
        keeper.restore(desk);
    }

    void start() {
        safety.start();
        guard.start();
    }

    /** Stops the guard. */
    void stop() {
        guard.close();
    }

    /** Keeps what the guard has said until its end. */
    void keep() {
        safety.close();
    }
}
