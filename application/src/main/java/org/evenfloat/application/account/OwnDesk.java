// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** Where people change their own password and second factor. */
final class OwnDesk implements OwnAccess {

    /** A second factor that is not confirmed in that time has to be begun anew. */
    static final long CONFIRM_MILLIS = 10 * 60_000;

    /** So many wrong codes end it too. */
    static final int MOST_TRIES = 10;

    /** What RFC 4226, 4 (R6) recommends: 160 bits. */
    private static final int SECRET_BYTES = 20;

    private final Guard guard;
    private final Books books;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SessionRegister register;
    private final SecretSource secrets;
    private final InstantSource wallClock;
    private final String site;
    private final Map<String, Begun> begun = new LinkedHashMap<>();

    private record Begun(String secret, long atMillis, int triesLeft) {}

    /** @param site name of the site, which the authenticator shows */
    OwnDesk(
            Guard guard, Books books, Passwords passwords, Attempts attempts, SecondFactors factors, Sessions sessions,
            SecretSource secrets, InstantSource wallClock, String site) {
        this.guard = guard;
        this.books = books;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = factors;
        this.sessions = sessions;
        this.register = new SessionRegister(guard, books, sessions);
        this.secrets = secrets;
        this.wallClock = wallClock;
        this.site = site;
    }

    private User self(Actor who) {
        guard.require(who, Verb.CHANGE_OWN_ACCESS, target(who));
        Optional<User> user = who.kind() == Actor.Kind.PERSON ? books.book().user(who.name()) : Optional.empty();
        return user.orElseThrow(() -> new NotAllowed(
                who.name() + " is no user and so has no password and no second factor to change.",
                Verb.CHANGE_OWN_ACCESS.least()));
    }

    private static Target target(Actor who) {
        return Target.of("user", who.name());
    }

    @Override
    public List<String> changePassword(Actor who, String session, String oldPassword, String newPassword) {
        User user = self(who);
        List<String> wrong = new ArrayList<>(wrong("oldPassword", user, oldPassword, who.from()));
        wrong.addAll(PasswordRules.problems("newPassword", user.name(), newPassword));
        if (wrong.isEmpty() && PasswordRules.normalised(newPassword).equals(PasswordRules.normalised(oldPassword))) {
            wrong.add("newPassword: the old one - allowed: another one");
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        String hash;
        try {
            hash = passwords.hashed(newPassword);
        } catch (HashBusy busy) {
            return List.of(UserRegister.busy("newPassword"));
        }
        List<String> problems = perform(who, "change the own password", own -> new User(
                own.name(), own.grants(), hash, own.secondFactor(), own.disabled(), own.emergency(),
                own.createdAtMillis(), wallClock.millis()));
        if (problems.isEmpty()) {
            sessions.endOthers(self(who), session);
        }
        return problems;
    }

    private List<String> wrong(String where, User user, String password, String from) {
        return attempts.wrongPassword(user, password, from)
                .map(answer -> answer.verdict() == SignIn.Verdict.WAIT
                        ? where + ": not looked at - allowed: to wait. " + answer.sentence()
                        : where + ": wrong - allowed: the present password")
                .map(List::of)
                .orElse(List.of());
    }

    private List<String> perform(Actor who, String wanted, UnaryOperator<User> change) {
        Books.Change own = (book, problems) -> {
            Optional<User> user = book.user(who.name());
            if (user.isEmpty()) {
                problems.add("name: " + who.name() + ", who was removed - allowed: a user that there is");
                return book;
            }
            return book.with(change.apply(user.get()));
        };
        return guard.perform(who, Verb.CHANGE_OWN_ACCESS, target(who), wanted, () -> books.changed(own).problems(),
                problems -> problems.isEmpty() ? Deed.done(wanted)
                        : Deed.failed(wanted + ": " + String.join("; ", problems)));
    }

    @Override
    public boolean hasSecondFactor(Actor who) {
        return !self(who).secondFactor().isEmpty();
    }

    @Override
    public Enrolment beginSecondFactor(Actor who) {
        User user = self(who);
        String secret = Base32.encode(secrets.bytes(SECRET_BYTES));
        synchronized (begun) {
            begun.remove(user.name());
            if (begun.size() >= UserRegister.MOST) {
                begun.remove(begun.keySet().iterator().next());
            }
            begun.put(user.name(), new Begun(secret, wallClock.millis(), MOST_TRIES));
        }
        String issuer = site.isEmpty() ? "Evenfloat" : "Evenfloat " + site.replace(":", " ");
        return new Enrolment(secret, "otpauth://totp/" + percent(issuer) + ":" + percent(user.name()) + "?secret="
                + secret + "&issuer=" + percent(issuer) + "&algorithm=SHA1&digits=" + TimeCodes.DIGITS + "&period="
                + TimeCodes.STEP_MILLIS / 1_000);
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<String> confirmSecondFactor(Actor who, String code) {
        User user = self(who);
        Optional<Begun> own = taken(user.name());
        if (own.isEmpty()) {
            return List.of("code: " + AccountRules.quoted(code) + ", but no second factor was begun in the last "
                    + CONFIRM_MILLIS / 60_000 + " minutes - allowed: to begin one");
        }
        String secret = own.get().secret();
        if (!factors.use(user.name(), secret, code)) {
            synchronized (begun) {
                if (own.get().triesLeft() > 1) {
                    begun.putIfAbsent(
                            user.name(), new Begun(secret, own.get().atMillis(), own.get().triesLeft() - 1));
                }
            }
            return List.of("code: wrong - allowed: the six digits that the authenticator shows now; its clock has to be"
                    + " right within half a minute");
        }
        return perform(who, "confirm a second factor", now -> withFactor(now, secret));
    }

    private Optional<Begun> taken(String user) {
        synchronized (begun) {
            return Optional.ofNullable(begun.remove(user))
                    .filter(one -> Math.abs(wallClock.millis() - one.atMillis()) < CONFIRM_MILLIS);
        }
    }

    private static User withFactor(User user, String secret) {
        return new User(user.name(), user.grants(), user.passwordHash(), secret, user.disabled(), user.emergency(),
                user.createdAtMillis(), user.passwordAtMillis());
    }

    @Override
    public List<String> dropSecondFactor(Actor who, String password) {
        User user = self(who);
        if (user.secondFactor().isEmpty()) {
            return List.of("second factor: none - allowed: to give up one that there is");
        }
        List<String> wrong = wrong("password", user, password, who.from());
        return wrong.isEmpty() ? perform(who, "give up the second factor", now -> withFactor(now, "")) : wrong;
    }

    @Override
    public List<ManageUsers.Session> ownSessions(Actor who) {
        guard.require(who, Verb.CHANGE_OWN_ACCESS, target(who));
        return register.of(who.guest() ? who.name() : self(who).name());
    }
}
