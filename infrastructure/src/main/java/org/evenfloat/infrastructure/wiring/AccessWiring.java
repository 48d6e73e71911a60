// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
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
final class AccessWiring extends AbstractModule {

    @Provides
    @Singleton
    AccessParts parts(SiteConfiguration configuration, Timekeeper time, EventSink events) {
        return AccessParts.ofServer(configuration, time.wallClock(), events);
    }

    @Provides
    @Singleton
    ReadAudit readAudit(Guard guard, Witness witness, SiteConfiguration configuration) {
        return new GuardedAudit(guard, witness, AuditReader.server(AuditFiles.folder(configuration.dataFolder())));
    }

    @Provides
    AccessStore store(AccessParts parts) {
        return parts.store();
    }

    @Provides
    Witness witness(AccessParts parts) {
        return parts.witness();
    }

    @Provides
    Approvals approvals(AccessParts parts) {
        return parts.approvals();
    }

    @Provides
    ApproveRequests approveRequests(AccessParts parts) {
        return parts.approvals();
    }

    @Provides
    Guard guard(AccessParts parts) {
        return parts.guard();
    }

    @Provides
    ClaimCode claimCode(AccessParts parts) {
        return parts.claimCode();
    }

    @Provides
    SignIn signIn(AccessParts parts) {
        return parts.accounts().signIn();
    }

    @Provides
    ManageUsers manageUsers(AccessParts parts) {
        return parts.accounts().manageUsers();
    }

    @Provides
    OwnAccess ownAccess(AccessParts parts) {
        return parts.accounts().ownAccess();
    }

    @Provides
    RequireSecondPerson secondPerson(AccessParts parts) {
        return parts.secondPerson();
    }

    @Provides
    Admission admission(AccessParts parts) {
        return new Admission(
                parts.accounts().signIn(), parts.elsewhere(), parts.accounts().manageUsers(),
                parts.accounts().ownAccess(), parts.approvals(), parts.secondPerson());
    }
}
