// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.evenfloat.application.access.Guest;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.application.port.out.SessionStore;
import org.evenfloat.application.port.out.SessionStore.KeptSession;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.User;

/**
 * Who is signed in. A session is good for the access that its user had when it began: another password, other roles,
 * disabling and removing end it, whichever process changed them. Read from the disk when they are first asked for.
 * A guest, whom this server does not keep, has what he was given when he came in, and only while the server runs: what
 * he may is decided elsewhere and asked for anew each day. Safe for several threads.
 */
final class Sessions {

    /** Ends what nobody uses: a shift. Whoever comes back the next morning signs in. */
    static final long IDLE_MILLIS = 8 * 3_600_000L;

    /** Ends everything else: a page that hangs on a wall signs in once a week. */
    static final long LONGEST_MILLIS = 7 * 24 * 3_600_000L;

    /** Ends the session of a guest: who leaves the company is out after a working day. */
    static final long GUEST_MILLIS = 12 * 3_600_000L;

    static final int MOST_OF_USER = 32;
    static final int MOST = 256;

    /** Times of use are written to the disk no more often. */
    static final long KEEP_MILLIS = 60_000;

    private static final int ID_LENGTH = 12;

    private final SessionStore store;
    private final SecretSource secrets;
    private final InstantSource wallClock;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, Grants> guests = new HashMap<>();
    private Map<String, KeptSession> sessions;
    private long changes;
    private long writtenChanges;
    private long usedAtWrite;

    /** @param wallClock real time, also in a simulation: it is about people */
    Sessions(SessionStore store, SecretSource secrets, InstantSource wallClock) {
        this.store = store;
        this.secrets = secrets;
        this.wallClock = wallClock;
    }

    /** Who has a session, and what he may now. */
    record Holder(String name, Grants grants) {}

    /** A new session and the secret that opens it. */
    record Begun(String secret, KeptSession session) {}

    /** Returns the public name of a session. */
    static String id(KeptSession session) {
        return session.fingerprint().substring(0, ID_LENGTH);
    }

    /** Returns what an access looks like, so that a change of it shows. */
    static String stamp(User user) {
        return Fingerprints.of(String.join("\n", user.name(), user.passwordHash(), AccountRules.words(user.grants()),
                String.valueOf(user.disabled()), String.valueOf(user.emergency()),
                String.valueOf(user.createdAtMillis())));
    }

    /** Begins a session with a secret that nobody has seen before. The one used longest ago makes room. */
    Begun begin(User user, String from) {
        return begin(user.name(), stamp(user), LONGEST_MILLIS, from, Optional.empty());
    }

    /** Begins a session of a guest. */
    Begun begin(Guest guest, String from) {
        return begin(guest.user(), "", GUEST_MILLIS, from, Optional.of(guest.grants()));
    }

    private Begun begin(String user, String stamp, long longestMillis, String from, Optional<Grants> guest) {
        Begun begun;
        synchronized (this) {
            long now = wallClock.millis();
            String secret = secrets.secret();
            KeptSession session = new KeptSession(
                    Fingerprints.of(secret), user, stamp, from, now, now, now + longestMillis);
            makeRoom(other -> other.user().equals(user), MOST_OF_USER);
            makeRoom(other -> true, MOST);
            all().put(session.fingerprint(), session);
            guest.ifPresent(grants -> guests.put(session.fingerprint(), grants));
            changes++;
            begun = new Begun(secret, session);
        }
        write(true);
        return begun;
    }

    private void makeRoom(Predicate<KeptSession> those, int most) {
        List<KeptSession> found = all().values().stream()
                .filter(those)
                .sorted(Comparator.comparingLong(KeptSession::usedAtMillis))
                .toList();
        found.stream().limit(Math.max(0, found.size() - most + 1)).forEach(old -> remove(old.fingerprint()));
    }

    private void remove(String fingerprint) {
        all().remove(fingerprint);
        guests.remove(fingerprint);
    }

    /** Returns whose session that secret opens, and notes the use; empty when it opens none any more. */
    Optional<Holder> use(String secret, AccessBook book) {
        boolean ended;
        Optional<Holder> holder;
        synchronized (this) {
            KeptSession session = all().get(Fingerprints.of(secret));
            if (session == null) {
                return Optional.empty();
            }
            holder = holder(session, book);
            ended = holder.isEmpty();
            if (ended) {
                remove(session.fingerprint());
                changes++;
            } else {
                all().put(session.fingerprint(), session.usedAt(wallClock.millis()));
            }
        }
        write(ended);
        return holder;
    }

    /** Returns whose session that is now; empty when it is nobody's any more. */
    synchronized Optional<Holder> holder(KeptSession session, AccessBook book) {
        long now = wallClock.millis();
        if (now >= session.untilMillis() || now - session.usedAtMillis() >= IDLE_MILLIS) {
            return Optional.empty();
        }
        Grants guest = guests.get(session.fingerprint());
        return guest != null
                ? Optional.of(new Holder(session.user(), guest))
                : book.user(session.user()).filter(user -> !user.disabled() && stamp(user).equals(session.stamp()))
                        .map(user -> new Holder(user.name(), user.grants()));
    }

    /** Returns the sessions that are good now, the last used first. */
    synchronized List<KeptSession> good(AccessBook book) {
        return all().values().stream()
                .filter(session -> holder(session, book).isPresent())
                .sorted(Comparator.comparingLong(KeptSession::usedAtMillis).reversed())
                .toList();
    }

    /** Ends some, and returns how many there were. */
    int end(Predicate<KeptSession> those) {
        int before;
        int after;
        synchronized (this) {
            before = all().size();
            all().values().removeIf(those);
            guests.keySet().retainAll(all().keySet());
            after = all().size();
            changes += before - after;
        }
        write(true);
        return before - after;
    }

    /** Returns the session that a secret opens, good or not. */
    synchronized Optional<KeptSession> find(String secret) {
        return Optional.ofNullable(all().get(Fingerprints.of(secret)));
    }

    /** Lets one session go on with the access as it is now, and ends the others of that user. */
    void endOthers(User user, String secret) {
        synchronized (this) {
            String kept = Fingerprints.of(secret);
            all().values().removeIf(session -> session.user().equals(user.name()) && !session.fingerprint().equals(kept));
            all().computeIfPresent(kept, (fingerprint, session) ->
                    session.user().equals(user.name()) ? session.stamped(stamp(user)) : session);
            changes++;
        }
        write(true);
    }

    private Map<String, KeptSession> all() {
        if (sessions == null) {
            sessions = new LinkedHashMap<>();
            store.load().stream().limit(MOST).forEach(session -> sessions.put(session.fingerprint(), session));
        }
        return sessions;
    }

    /** Writes what has changed; times of use alone wait for their minute, and never for somebody who is writing. */
    private void write(boolean wait) {
        if (wait) {
            writing.lock();
        } else if (!writing.tryLock()) {
            return;
        }
        try {
            List<KeptSession> snapshot;
            synchronized (this) {
                long now = wallClock.millis();
                if (changes == writtenChanges && Math.abs(now - usedAtWrite) < KEEP_MILLIS) {
                    return;
                }
                writtenChanges = changes;
                usedAtWrite = now;
                snapshot = all().values().stream().filter(each -> !guests.containsKey(each.fingerprint())).toList();
            }
            store.keep(snapshot);
        } finally {
            writing.unlock();
        }
    }
}
