// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** Adds, changes and removes users, so that there is always an administrator who can sign in. */
final class UserRegister {

    /** A server in a cellar is used by a few; the book is read as a whole. */
    static final int MOST = 200;

    private static final String LAST = " is the last administrator who can sign in - allowed: with another one who can";

    private final Guard guard;
    private final Books books;
    private final Passwords passwords;
    private final InstantSource wallClock;
    private final Set<String> strings;

    UserRegister(Guard guard, Books books, Passwords passwords, InstantSource wallClock, Set<String> strings) {
        this.guard = guard;
        this.books = books;
        this.passwords = passwords;
        this.wallClock = wallClock;
        this.strings = strings;
    }

    static String busy(String where) {
        return where + ": cannot be kept now, because too many people sign in at this moment - allowed: to try again in"
                + " some seconds";
    }

    List<User> users(Actor who) {
        guard.require(who, Verb.MANAGE_USERS, Target.of("user", ""));
        return books.book().users().stream()
                .sorted(Comparator.comparing(User::name))
                .map(UserRegister::withoutSecrets)
                .toList();
    }

    /** What nobody needs cannot be shown by mistake. */
    private static User withoutSecrets(User user) {
        return new User(user.name(), user.grants(), "", user.secondFactor().isEmpty() ? "" : "enrolled",
                user.disabled(), user.emergency(), user.createdAtMillis(), user.passwordAtMillis());
    }

    List<String> add(Actor who, String name, Grants grants, String password, boolean emergency) {
        require(who, name);
        List<String> wrong = new ArrayList<>(books.tried((book, problems) -> {
            checkNew(book, name, grants, emergency, problems);
            return book;
        }));
        wrong.addAll(PasswordRules.problems("password", name, password));
        if (!wrong.isEmpty()) {
            return wrong;
        }
        String hash;
        try {
            hash = passwords.hashed(password);
        } catch (HashBusy busy) {
            return List.of(busy("password"));
        }
        return perform(who, name, "add with " + AccountRules.words(grants), (book, problems) -> {
            checkNew(book, name, grants, emergency, problems);
            long now = wallClock.millis();
            return book.with(new User(name, grants, hash, "", false, emergency, now, now));
        });
    }

    private void checkNew(AccessBook book, String name, Grants grants, boolean emergency, List<String> problems) {
        AccountRules.nameProblem(name).ifPresent(problems::add);
        if (book.user(name).isPresent()) {
            problems.add("name: " + name + ", who is there already - allowed: a name that nobody has");
        }
        if (book.users().size() >= MOST) {
            problems.add("users: " + MOST + " already - allowed: at most " + MOST);
        }
        AccountRules.grants(grants, strings, problems);
        if (emergency) {
            Optional<User> other = book.users().stream().filter(User::emergency).findFirst();
            other.ifPresent(user -> problems.add(
                    "emergency: a second account beside " + user.name() + " - allowed: at most one"));
            checkEmergencyRole(grants, problems);
        } else if (book.users().isEmpty() && grants.site() != Role.ADMIN) {
            problems.add("role: " + grants.site().word() + " - allowed: admin, because it is the first user");
        }
    }

    private static void checkEmergencyRole(Grants grants, List<String> problems) {
        if (!grants.equals(Grants.of(Role.ADMIN))) {
            problems.add("role: " + AccountRules.words(grants) + " - allowed: admin, for the emergency account");
        }
    }

    List<String> grant(Actor who, String name, Grants grants) {
        return change(who, name, "give " + AccountRules.words(grants), (user, problems) -> {
            AccountRules.grants(grants, strings, problems);
            if (user.emergency()) {
                checkEmergencyRole(grants, problems);
            }
            return new User(user.name(), grants, user.passwordHash(), user.secondFactor(), user.disabled(),
                    user.emergency(), user.createdAtMillis(), user.passwordAtMillis());
        });
    }

    List<String> disable(Actor who, String name, boolean disabled) {
        return change(who, name, disabled ? "disable" : "enable", (user, problems) -> new User(
                user.name(), user.grants(), user.passwordHash(), user.secondFactor(), disabled, user.emergency(),
                user.createdAtMillis(), user.passwordAtMillis()));
    }

    List<String> resetPassword(Actor who, String name, String password) {
        require(who, name);
        List<String> wrong = new ArrayList<>(books.tried((book, problems) -> {
            absent(book, name, problems);
            return book;
        }));
        wrong.addAll(PasswordRules.problems("password", name, password));
        if (!wrong.isEmpty()) {
            return wrong;
        }
        String hash;
        try {
            hash = passwords.hashed(password);
        } catch (HashBusy busy) {
            return List.of(busy("password"));
        }
        return change(who, name, "set a new password, without a second factor", (user, problems) -> new User(
                user.name(), user.grants(), hash, "", user.disabled(), user.emergency(), user.createdAtMillis(),
                wallClock.millis()));
    }

    List<String> remove(Actor who, String name) {
        return checkedAndPerformed(who, name, "remove", (book, problems) -> {
            absent(book, name, problems);
            AccessBook next = book.withoutUser(name);
            return keepsAdmin(book, next, name, problems);
        });
    }

    /** Makes another user of the present one. */
    @FunctionalInterface
    private interface UserChange {

        User apply(User user, List<String> problems);
    }

    private List<String> change(Actor who, String name, String wanted, UserChange change) {
        return checkedAndPerformed(who, name, wanted, (book, problems) -> {
            Optional<User> user = book.user(name);
            if (user.isEmpty()) {
                absent(book, name, problems);
                return book;
            }
            return keepsAdmin(book, book.with(change.apply(user.get(), problems)), name, problems);
        });
    }

    private static void absent(AccessBook book, String name, List<String> problems) {
        if (book.user(name).isEmpty()) {
            problems.add("name: " + AccountRules.quoted(name) + " - allowed: a user that there is");
        }
    }

    private static AccessBook keepsAdmin(AccessBook before, AccessBook after, String name, List<String> problems) {
        if (admins(before) > 0 && admins(after) == 0) {
            problems.add("name: " + name + LAST);
        }
        return after;
    }

    private static long admins(AccessBook book) {
        return book.users().stream().filter(user -> !user.disabled() && user.grants().site() == Role.ADMIN).count();
    }

    private void require(Actor who, String name) {
        guard.require(who, Verb.MANAGE_USERS, target(name));
    }

    private static Target target(String name) {
        return Target.of("user", AccountRules.quoted(name));
    }

    private List<String> checkedAndPerformed(Actor who, String name, String wanted, Books.Change change) {
        require(who, name);
        List<String> wrong = books.tried(change);
        return wrong.isEmpty() ? perform(who, name, wanted, change) : wrong;
    }

    private List<String> perform(Actor who, String name, String wanted, Books.Change change) {
        UnaryOperator<String> none = words -> words.isEmpty() ? "none" : words;
        return guard.perform(who, Verb.MANAGE_USERS, target(name), wanted, () -> books.changed(change),
                changed -> changed.problems().isEmpty()
                        ? Deed.changed(none.apply(words(changed.before(), name)), wanted + ": "
                                + none.apply(words(changed.after(), name)))
                        : Deed.failed(wanted + ": " + String.join("; ", changed.problems()))).problems();
    }

    private static String words(AccessBook book, String name) {
        return book.user(name)
                .map(user -> AccountRules.words(user.grants())
                        + (user.disabled() ? ", disabled" : "")
                        + (user.emergency() ? ", emergency account" : "")
                        + (user.secondFactor().isEmpty() ? "" : ", second factor"))
                .orElse("");
    }
}
