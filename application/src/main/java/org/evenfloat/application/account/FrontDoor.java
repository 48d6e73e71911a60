// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guest;
import org.evenfloat.application.access.SessionDoor;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.SessionStore.KeptSession;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.User;

/** Where everybody comes in who is not in yet. */
final class FrontDoor implements SignIn, SessionDoor {

    private final Books books;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final ClaimCode claimCode;
    private final Witness witness;
    private final InstantSource wallClock;
    private Set<String> toldExpired = Set.of();

    FrontDoor(
            Books books, Passwords passwords, Attempts attempts, Sessions sessions, ClaimCode claimCode, Witness witness,
            InstantSource wallClock) {
        this.books = books;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.claimCode = claimCode;
        this.witness = witness;
        this.wallClock = wallClock;
    }

    @Override
    public boolean claimed() {
        return !books.bookForStrangers().users().isEmpty();
    }

    @Override
    public List<String> claim(String code, String user, String password, String from) {
        if (claimed()) {
            return List.of("claim: this server has users already - allowed: to sign in; an administrator makes more users");
        }
        Actor who = new Actor(Actor.Kind.PERSON, Attempts.UNKNOWN, from, Grants.of(Role.ADMIN));
        boolean wasVoid = claimCode.triesLeft() == 0;
        if (!claimCode.opens(code)) {
            int left = claimCode.triesLeft();
            String told = left == 0
                    ? "code: void after " + ClaimCode.MOST_TRIES + " wrong ones - allowed: the new one that the server"
                            + " prints when it is started again, or 'evenfloat user add' at the machine"
                    : "code: wrong - allowed: the one that the server printed at its start; tries left: " + left;
            if (!wasVoid) {
                witness.write(who, "CLAIM_FAILED", Target.server(), Outcome.DENIED, Deed.failed(told));
            }
            return List.of(told);
        }
        List<String> problems = new ArrayList<>();
        AccountRules.nameProblem(user).ifPresent(problems::add);
        problems.addAll(PasswordRules.problems("password", user, password));
        return problems.isEmpty() ? claimed(user, password, from) : problems;
    }

    private List<String> claimed(String name, String password, String from) {
        String hash;
        try {
            hash = passwords.hashed(password);
        } catch (HashBusy busy) {
            return List.of(UserRegister.busy("password"));
        }
        long now = wallClock.millis();
        User first = new User(name, Grants.of(Role.ADMIN), hash, "", false, false, now, now);
        Actor who = new Actor(Actor.Kind.PERSON, name, from, first.grants());
        return witness.watch(who, "CLAIMED", Target.of("user", name), () -> books.changed((book, problems) -> {
            if (!book.users().isEmpty()) {
                problems.add("claim: somebody else was faster - allowed: to sign in");
            }
            return book.with(first);
        }).problems(), problems -> problems.isEmpty()
                ? Deed.done("admin, with the claim code") : Deed.failed(String.join("; ", problems)));
    }

    @Override
    public Answer signIn(String user, String password, String code, String from) {
        String name = user.strip().toLowerCase(Locale.ROOT);
        Optional<User> known = books.bookForStrangers().user(name);
        Attempts.Tried tried = attempts.tried(known, name, counted(name), password, code, from);
        return tried.refusal().orElseGet(() -> tried.guest()
                .map(guest -> letIn(guest, from))
                .orElseGet(() -> welcome(known.get(), from)));
    }

    @Override
    public Answer letIn(Guest guest, String from) {
        Actor who = new Actor(Actor.Kind.PERSON, guest.user(), from, guest.grants());
        Sessions.Begun begun = witness.watch(who, "SIGN_IN", Target.server(), () -> sessions.begin(guest, from),
                session -> Deed.done("session " + Sessions.id(session.session()) + ", known to " + guest.by() + ", "
                        + AccountRules.words(guest.grants())));
        return welcome(guest.user(), begun);
    }

    @Override
    public void turnedAway(String name, String by, String why, String from) {
        Actor who = new Actor(Actor.Kind.PERSON, name.isEmpty() ? Attempts.UNKNOWN : name, from, Grants.of(Role.VIEW));
        witness.write(who, "SIGN_IN_FAILED", Target.server(), Outcome.DENIED, Deed.failed(by + ": " + why));
    }

    /** Names are remembered while they are counted: none is longer than a name may be. */
    private static String counted(String name) {
        return AccountRules.nameProblem(name).isPresent() ? Attempts.UNKNOWN : name;
    }

    private Answer welcome(User user, String from) {
        Actor who = new Actor(Actor.Kind.PERSON, user.name(), from, user.grants());
        Sessions.Begun begun = witness.watch(who, "SIGN_IN", Target.server(), () -> sessions.begin(user, from),
                session -> Deed.done("session " + Sessions.id(session.session())
                        + (user.secondFactor().isEmpty() ? "" : ", with a second factor")));
        return welcome(user.name(), begun);
    }

    private static Answer welcome(String name, Sessions.Begun begun) {
        return new Answer(
                Verdict.WELCOME, "Welcome, " + name + ".", begun.secret(), begun.session().untilMillis(), 0);
    }

    @Override
    public Optional<Actor> bySession(String session, String from) {
        if (session == null || session.isEmpty()) {
            return Optional.empty();
        }
        return sessions.use(session, books.bookForStrangers())
                .map(holder -> new Actor(Actor.Kind.PERSON, holder.name(), from, holder.grants()));
    }

    @Override
    public Optional<Actor> byToken(String token, String from) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        String fingerprint = Fingerprints.of(token);
        AccessBook book = books.bookForStrangers();
        Optional<ScriptToken> found = book.tokens().stream()
                .filter(kept -> Fingerprints.same(kept.fingerprint(), fingerprint))
                .findFirst();
        if (found.isPresent() && wallClock.millis() >= found.get().expiresAtMillis()) {
            tellExpired(found.get(), from, book);
            return Optional.empty();
        }
        return found.map(kept -> new Actor(Actor.Kind.SCRIPT, kept.name(), from, kept.grants()));
    }

    /** Said once for each token while the server runs: a script tries again and again. */
    private void tellExpired(ScriptToken token, String from, AccessBook book) {
        synchronized (this) {
            if (toldExpired.contains(token.fingerprint())) {
                return;
            }
            List<String> told = new ArrayList<>(List.of(token.fingerprint()));
            book.tokens().stream().map(ScriptToken::fingerprint)
                    .filter(other -> toldExpired.contains(other)).forEach(told::add);
            toldExpired = Set.copyOf(told);
        }
        witness.write(new Actor(Actor.Kind.SCRIPT, token.name(), from, token.grants()), "TOKEN_EXPIRED",
                Target.of("token", token.name()), Outcome.DENIED, Deed.failed("used after its end"));
    }

    @Override
    public void signOut(String session) {
        Optional<KeptSession> found = session == null ? Optional.empty() : sessions.find(session);
        found.ifPresent(kept -> {
            Grants grants = sessions.holder(kept, books.bookForStrangers()).map(Sessions.Holder::grants)
                    .orElse(Grants.of(Role.VIEW));
            sessions.end(other -> other.fingerprint().equals(kept.fingerprint()));
            witness.write(new Actor(Actor.Kind.PERSON, kept.user(), kept.from(), grants), "SIGN_OUT", Target.server(),
                    Outcome.DONE, Deed.done("session " + Sessions.id(kept)));
        });
    }
}
