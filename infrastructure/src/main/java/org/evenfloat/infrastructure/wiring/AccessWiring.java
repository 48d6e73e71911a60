// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Set;
import org.evenfloat.adapters.web.Admission;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.infrastructure.bench.NoUsers;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.slf4j.LoggerFactory;

/** The guard, what it asks, and what it writes to. */
final class AccessWiring extends AbstractModule {

    @Provides
    @Singleton
    AuditTrail audit() {
        return new AuditTrail() {
            @Override
            public void append(AuditEntry entry) {
                LoggerFactory.getLogger(AccessWiring.class).info("{}", entry);
            }

            @Override
            public void probe() {}
        };
    }

    @Provides
    @Singleton
    Witness witness(AuditTrail audit, Timekeeper time) {
        return new Witness(audit, time.wallClock());
    }

    @Provides
    @Singleton
    Approvals approvals(Witness witness, Timekeeper time) {
        Set<Verb> none = Set.of();
        return new Approvals(none::contains, witness, time.wallClock());
    }

    @Provides
    @Singleton
    Admission admission() {
        return NoUsers.admission();
    }

    @Provides
    @Singleton
    Guard guard(Witness witness, Approvals approvals) {
        return new Guard(witness, approvals);
    }
}
