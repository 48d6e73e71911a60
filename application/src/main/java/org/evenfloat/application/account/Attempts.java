// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.Optional;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.DirectoryAnswer;
import org.evenfloat.application.access.DirectorySignIn;
import org.evenfloat.application.access.Guest;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.application.port.in.SignIn.Verdict;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.User;

/**
 * One attempt after the other to show who one is: counted, compared, written down. What it answers and how long it
 * takes does not tell whether there is a user of that name.
 */
final class Attempts {

    /** What a name is in the audit that is nobody's: it could be a password that was typed in the wrong place. */
    static final String UNKNOWN = "unknown";

    private static final long BUSY_MILLIS = 2_000;
    private static final double SECOND_MILLIS = 1_000;

    private final Passwords passwords;
    private final SecondFactors factors;
    private final LockOut lockOut;
    private final DirectorySignIn directories;
    private final Witness witness;

    /** @param directories are asked about names that no user of this server has */
    Attempts(
            Passwords passwords, SecondFactors factors, LockOut lockOut, DirectorySignIn directories, Witness witness) {
        this.passwords = passwords;
        this.factors = factors;
        this.lockOut = lockOut;
        this.directories = directories;
        this.witness = witness;
    }

    /**
     * What has come of an attempt.
     *
     * @param refusal the answer that he gets; empty when he is who he says
     * @param guest who he is, when a directory knows him and no user of this server has his name
     */
    record Tried(Optional<Answer> refusal, Optional<Guest> guest) {

        private static Tried refused(Answer answer) {
            return new Tried(Optional.of(answer), Optional.empty());
        }
    }

    /**
     * Compares what somebody shows.
     *
     * @param user who has that name; empty when no user of this server has
     * @param name as it was typed
     * @param counted as it is counted and remembered
     */
    Tried tried(Optional<User> user, String name, String counted, String password, String code, String from) {
        String origin = Origins.key(from);
        String key = counted(user, counted, origin);
        LockOut.Turn turn = lockOut.begin(key, origin);
        if (!turn.allowed()) {
            return Tried.refused(later(turn.waitMillis()));
        }
        try {
            boolean right = passwords.right(password, user);
            if (user.isEmpty()) {
                return elsewhere(name, password, from, turn, key, origin);
            }
            if (!right || user.get().disabled()) {
                failed(user, from, right ? "disabled" : "wrong password", turn);
                return Tried.refused(answer(Verdict.DENIED, directories.denial() + hint(turn)));
            }
        } catch (HashBusy busy) {
            lockOut.takeBack(key, origin);
            return Tried.refused(new Answer(
                    Verdict.WAIT, "Too many people sign in at this moment. Try again in some seconds.", "", 0, BUSY_MILLIS));
        }
        return new Tried(withoutCode(user.get(), code, from, turn, key, origin), Optional.empty());
    }

    /** Asks the directories; who shows them the right password has not guessed, whatever he may here. */
    private Tried elsewhere(
            String name, String password, String from, LockOut.Turn turn, String key, String origin) {
        DirectoryAnswer found = directories.check(name, password);
        if (found.guest().isPresent()) {
            lockOut.succeeded(key, origin);
            return new Tried(Optional.empty(), found.guest());
        }
        if (found.known()) {
            lockOut.takeBack(key, origin);
            Actor who = new Actor(Actor.Kind.PERSON, name, from, Grants.of(Role.VIEW));
            witness.write(who, "SIGN_IN_FAILED", Target.server(), Outcome.DENIED, Deed.failed(found.sentence()));
            return Tried.refused(answer(Verdict.DENIED, found.sentence()));
        }
        failed(Optional.empty(), from, "no such user", turn);
        return Tried.refused(answer(Verdict.DENIED, found.sentence() + hint(turn)));
    }

    /** Returns empty when that is the password of somebody who is in already; else why not. Counted like any attempt. */
    Optional<Answer> wrongPassword(User user, String password, String from) {
        User withoutFactor = new User(
                user.name(), user.grants(), user.passwordHash(), "", user.disabled(), user.emergency(),
                user.createdAtMillis(), user.passwordAtMillis());
        return tried(Optional.of(withoutFactor), user.name(), user.name(), password, "", from).refusal();
    }

    private Optional<Answer> withoutCode(
            User user, String code, String from, LockOut.Turn turn, String counted, String origin) {
        if (!user.secondFactor().isEmpty()) {
            if (code.isBlank()) {
                lockOut.takeBack(counted, origin);
                return Optional.of(answer(Verdict.CODE_WANTED, "Type the code that your authenticator shows now."));
            }
            if (!factors.use(user.name(), user.secondFactor(), code)) {
                failed(Optional.of(user), from, "wrong code of the second factor", turn);
                return Optional.of(answer(Verdict.CODE_WANTED,
                        "The code is wrong or was used before: wait for the next one." + hint(turn)));
            }
        }
        lockOut.succeeded(counted, origin);
        return Optional.empty();
    }

    /** Nobody shall be able to lock the account behind glass for everybody: it is counted for each origin apart. */
    private static String counted(Optional<User> user, String name, String origin) {
        return user.isPresent() && user.get().emergency() ? name + " " + origin : name;
    }

    private void failed(Optional<User> user, String from, String why, LockOut.Turn turn) {
        Actor who = new Actor(
                Actor.Kind.PERSON, user.map(User::name).orElse(UNKNOWN), from,
                user.map(User::grants).orElse(Grants.of(Role.VIEW)));
        String locked = turn.lockedMillis() == 0 ? "" : "; the next attempt has to wait " + seconds(turn.lockedMillis());
        witness.write(who, "SIGN_IN_FAILED", Target.server(), Outcome.DENIED, Deed.failed(why + locked));
    }

    private static String hint(LockOut.Turn turn) {
        return turn.lockedMillis() == 0 ? "" : " The next attempt has to wait " + seconds(turn.lockedMillis()) + ".";
    }

    private static Answer later(long millis) {
        return new Answer(
                Verdict.WAIT, "Too many failed attempts. Try again in " + seconds(millis) + ".", "", 0, millis);
    }

    private static String seconds(long millis) {
        return (long) Math.ceil(millis / SECOND_MILLIS) + " s";
    }

    private static Answer answer(Verdict verdict, String sentence) {
        return new Answer(verdict, sentence, "", 0, 0);
    }
}
