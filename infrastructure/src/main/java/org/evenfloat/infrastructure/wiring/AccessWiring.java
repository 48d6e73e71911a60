// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.evenfloat.adapters.access.audit.AuditFiles;
import org.evenfloat.adapters.access.audit.AuditReader;
import org.evenfloat.adapters.web.Admission;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedAudit;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.account.ClaimCode;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.ApproveRequests;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.in.RequireSecondPerson;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The guard, what it asks, what it writes to, and who somebody is. */
@Module
final class AccessWiring {

    private AccessWiring() {}

    @Provides
    @Singleton
    static AccessParts parts(SiteConfiguration configuration, Timekeeper time, EventSink events) {
        return AccessParts.ofServer(configuration, time.wallClock(), events);
    }

    @Provides
    @Singleton
    static ReadAudit readAudit(Guard guard, Witness witness, SiteConfiguration configuration) {
        return new GuardedAudit(guard, witness, AuditReader.server(AuditFiles.folder(configuration.dataFolder())));
    }

    @Provides
    static AccessStore store(AccessParts parts) {
        return parts.store();
    }

    @Provides
    static Witness witness(AccessParts parts) {
        return parts.witness();
    }

    @Provides
    static Approvals approvals(AccessParts parts) {
        return parts.approvals();
    }

    @Provides
    static ApproveRequests approveRequests(AccessParts parts) {
        return parts.approvals();
    }

    @Provides
    static Guard guard(AccessParts parts) {
        return parts.guard();
    }

    @Provides
    static ClaimCode claimCode(AccessParts parts) {
        return parts.claimCode();
    }

    @Provides
    static SignIn signIn(AccessParts parts) {
        return parts.accounts().signIn();
    }

    @Provides
    static ManageUsers manageUsers(AccessParts parts) {
        return parts.accounts().manageUsers();
    }

    @Provides
    static OwnAccess ownAccess(AccessParts parts) {
        return parts.accounts().ownAccess();
    }

    @Provides
    static RequireSecondPerson secondPerson(AccessParts parts) {
        return parts.secondPerson();
    }

    @Provides
    static Admission admission(AccessParts parts) {
        return new Admission(
                parts.accounts().signIn(), parts.elsewhere(), parts.accounts().manageUsers(),
                parts.accounts().ownAccess(), parts.approvals(), parts.secondPerson());
    }
}
