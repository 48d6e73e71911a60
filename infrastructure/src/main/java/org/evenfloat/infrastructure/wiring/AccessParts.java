// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenfloat.adapters.access.Argon2Hash;
import org.evenfloat.adapters.access.FileAccessStore;
import org.evenfloat.adapters.access.FileSessionStore;
import org.evenfloat.adapters.access.StrongSecrets;
import org.evenfloat.adapters.access.audit.AuditFiles;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.WatchedAudit;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.account.Accounts;
import org.evenfloat.application.account.ClaimCode;
import org.evenfloat.application.account.LoudTrail;
import org.evenfloat.application.account.SecondPersonPolicy;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.SignInElsewhere;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.application.port.out.SessionStore;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.RealTimekeeper;

/** Who may do what on one data folder: put together in the same way for the server and for commands beside it. */
public final class AccessParts {

    /** Sessions are those of the server: it sees by itself that an access has changed. */
    private static final SessionStore NO_SESSIONS = new SessionStore() {
        @Override
        public List<KeptSession> load() {
            return List.of();
        }

        @Override
        public void keep(List<KeptSession> sessions) {}
    };

    private final AccessStore store;
    private final Witness witness;
    private final Approvals approvals;
    private final Guard guard;
    private final ClaimCode claimCode;
    private final Accounts accounts;
    private final SignInElsewhere elsewhere;
    private final SecondPersonPolicy secondPerson;

    private AccessParts(
            SiteConfiguration configuration, AccessStore store, SessionStore sessions, AuditTrail audit,
            InstantSource stamps, Predicate<Verb> policy) {
        this.store = store;
        witness = new Witness(audit, stamps);
        approvals = new Approvals(policy, witness, stamps);
        guard = new Guard(witness, approvals);
        SecretSource secrets = new StrongSecrets();
        claimCode = new ClaimCode(secrets);
        Set<String> strings = configuration.site().strings().map(BatteryString::id).collect(Collectors.toSet());
        Accounts.Stores stores = new Accounts.Stores(store, sessions, new Argon2Hash(secrets), secrets);
        // Sessions, tokens and codes are about people: their time is real, also in a simulation.
        RealTimekeeper time = new RealTimekeeper();
        accounts = new Accounts(stores, guard, witness, claimCode, time.wallClock(), time.monotonicClock(), strings,
                configuration.site().name(),
                local -> Directories.signIn(configuration.signIn(), local, time.wallClock()));
        elsewhere = Directories.provider(
                configuration.signIn(), secrets, accounts.local(), accounts.sessionDoor(), time.wallClock());
        secondPerson = new SecondPersonPolicy(guard, store);
    }

    /**
     * Returns the parts of a server.
     *
     * @param stamps of the audit
     * @param events where the use of the emergency account is said aloud
     */
    static AccessParts ofServer(SiteConfiguration configuration, InstantSource stamps, EventSink events) {
        AccessStore store = store(configuration.dataFolder());
        AuditTrail audit = new LoudTrail(new WatchedAudit(trail(configuration.dataFolder()), events), store, events);
        return new AccessParts(
                configuration, store, new FileSessionStore(configuration.dataFolder()), audit, stamps,
                verb -> SecondPersonPolicy.needed(store, verb));
    }

    /** Returns the parts of a command at the machine itself, whose user needs no second person. */
    public static AccessParts ofConsole(SiteConfiguration configuration) {
        return new AccessParts(
                configuration, store(configuration.dataFolder()), NO_SESSIONS, trail(configuration.dataFolder()),
                InstantSource.system(), verb -> false);
    }

    private static AccessStore store(Path dataFolder) {
        return new FileAccessStore(dataFolder);
    }

    private static AuditTrail trail(Path dataFolder) {
        return new AuditFiles(AuditFiles.folder(dataFolder));
    }

    public AccessStore store() {
        return store;
    }

    public Witness witness() {
        return witness;
    }

    public Approvals approvals() {
        return approvals;
    }

    public Guard guard() {
        return guard;
    }

    public ClaimCode claimCode() {
        return claimCode;
    }

    public Accounts accounts() {
        return accounts;
    }

    public SignInElsewhere elsewhere() {
        return elsewhere;
    }

    public SecondPersonPolicy secondPerson() {
        return secondPerson;
    }
}
