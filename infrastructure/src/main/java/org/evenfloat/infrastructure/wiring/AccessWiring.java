// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Set;
import org.evenfloat.adapters.access.audit.AuditFiles;
import org.evenfloat.adapters.access.audit.AuditReader;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedAudit;
import org.evenfloat.application.access.WatchedAudit;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The guard, what it asks, and what it writes to. */
final class AccessWiring extends AbstractModule {

    @Provides
    @Singleton
    AuditTrail audit(SiteConfiguration configuration, EventSink events) {
        return new WatchedAudit(new AuditFiles(AuditFiles.folder(configuration.dataFolder())), events);
    }

    @Provides
    @Singleton
    ReadAudit readAudit(Guard guard, Witness witness, SiteConfiguration configuration) {
        return new GuardedAudit(guard, witness, AuditReader.server(AuditFiles.folder(configuration.dataFolder())));
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
    Guard guard(Witness witness, Approvals approvals) {
        return new Guard(witness, approvals);
    }
}
