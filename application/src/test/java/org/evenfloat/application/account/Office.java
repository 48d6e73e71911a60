// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.evenfloat.application.EventLog;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.DirectorySignIn;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.SessionDoor;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.application.port.out.SessionStore;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;

/** The accounts of a server in memory, with a clock that a test moves. */
final class Office {

    static final String GOOD = "a quiet battery room";
    static final String OTHER = "another quiet room";
    static final String FROM = "web 10.0.0.7";
    static final Actor ADMIN = new Actor(Actor.Kind.CONSOLE, "root", "console", Grants.of(Role.ADMIN));

    long nowMillis = 1_900_000_000_000L;
    final List<AuditEntry> audit = new ArrayList<>();
    final EventLog events = new EventLog();
    final MemoryBook book = new MemoryBook();
    final MemorySessions sessions = new MemorySessions();
    final PlainHash hash = new PlainHash();
    final Company company = new Company();
    final ClaimCode claimCode;
    final Approvals approvals;
    final Guard guard;
    boolean auditFails;
    SignIn door;
    ManageUsers users;
    OwnAccess own;
    SessionDoor sessionDoor;
    private final Secrets secrets = new Secrets();
    private final Witness witness;

    Office() {
        InstantSource clock = () -> Instant.ofEpochMilli(nowMillis);
        witness = new Witness(new LoudTrail(new Trail(), book, events), clock);
        approvals = new Approvals(verb -> SecondPersonPolicy.needed(book, verb), witness, clock);
        guard = new Guard(witness, approvals);
        claimCode = new ClaimCode(secrets);
        start();
    }

    /** Begins anew on what is kept. */
    void start() {
        Accounts accounts = new Accounts(
                new Accounts.Stores(book, sessions, hash, secrets), guard, witness, claimCode,
                () -> Instant.ofEpochMilli(nowMillis), () -> nowMillis, Set.of("A1", "A2"), "Hall 3",
                local -> new DirectorySignIn(
                        List.of(new DirectorySignIn.Door(company, Company.ROLES)), local,
                        () -> Instant.ofEpochMilli(nowMillis), (name, failure) -> {}));
        door = accounts.signIn();
        users = accounts.manageUsers();
        own = accounts.ownAccess();
        sessionDoor = accounts.sessionDoor();
    }

    /** Returns an office with an administrator bob and a technician eve. */
    static Office withTwo() {
        Office office = new Office();
        office.add("bob", Role.ADMIN);
        office.add("eve", Role.SERVICE);
        office.audit.clear();
        return office;
    }

    void add(String name, Role role) {
        assertThat(users.add(ADMIN, name, Grants.of(role), GOOD, false)).isEmpty();
    }

    Answer signIn(String user, String password) {
        return door.signIn(user, password, "", FROM);
    }

    /** Signs somebody in and returns the secret of the session. */
    String session(String user) {
        Answer answer = signIn(user, GOOD);
        assertThat(answer.verdict()).as(answer.sentence()).isEqualTo(SignIn.Verdict.WELCOME);
        return answer.session();
    }

    Actor person(String user) {
        return door.bySession(session(user), FROM).orElseThrow();
    }

    /** Returns what was written down as {@code WHO VERB OUTCOME}. */
    List<String> written() {
        return audit.stream().map(entry -> entry.who() + " " + entry.verb() + " " + entry.outcome()).toList();
    }

    String lastWritten() {
        return audit.get(audit.size() - 1).after();
    }

    void later(long millis) {
        nowMillis += millis;
    }

    private final class Trail implements AuditTrail {

        @Override
        public void append(AuditEntry entry) throws AuditFailure {
            probe();
            audit.add(entry);
        }

        @Override
        public void probe() throws AuditFailure {
            if (auditFails) {
                throw new AuditFailure("the disk is full", null);
            }
        }
    }

    /** Keeps the book, or is damaged. */
    static final class MemoryBook implements AccessStore {

        boolean damaged;
        private AccessBook book = AccessBook.EMPTY;

        @Override
        public synchronized AccessBook book() throws AccessFailure {
            if (damaged) {
                throw new AccessFailure("/data/book.json is damaged", null);
            }
            return book;
        }

        @Override
        public synchronized AccessBook update(UnaryOperator<AccessBook> change) throws AccessFailure {
            book = change.apply(book());
            return book;
        }
    }

    /** Keeps sessions and counts how often. */
    static final class MemorySessions implements SessionStore {

        List<KeptSession> kept = List.of();
        int writes;

        @Override
        public List<KeptSession> load() {
            return kept;
        }

        @Override
        public void keep(List<KeptSession> sessions) {
            kept = List.copyOf(sessions);
            writes++;
        }
    }

    /** Shows the password backwards, and counts its work. */
    static final class PlainHash implements PasswordHash {

        int work;
        boolean busy;

        @Override
        public String hash(String password) throws HashBusy {
            spend();
            return "$" + new StringBuilder(password).reverse();
        }

        @Override
        public String unmatched() {
            return "nobody's";
        }

        @Override
        public boolean matches(String password, String hash) throws HashBusy {
            spend();
            return hash.equals("$" + new StringBuilder(password).reverse());
        }

        private void spend() throws HashBusy {
            if (busy) {
                throw new HashBusy();
            }
            work++;
        }
    }

    /** Counts instead of drawing. */
    static final class Secrets implements SecretSource {

        private long last;

        @Override
        public synchronized String secret() {
            return "secret-" + ++last;
        }

        @Override
        public synchronized byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(++last).array();
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) (number[i % Long.BYTES] + 7 * i);
            }
            return bytes;
        }
    }

    static Grants higher(Role site, String string, Role there) {
        return new Grants(site, Map.of(string, there));
    }
}
