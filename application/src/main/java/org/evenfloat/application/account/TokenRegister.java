// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.in.ManageUsers.NewToken;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** Makes and removes tokens of scripts. */
final class TokenRegister {

    static final int MOST = 100;

    /** Two years and a day to change it in. */
    static final int MOST_DAYS = 731;

    private static final long DAY_MILLIS = ChronoUnit.DAYS.getDuration().toMillis();

    private final Guard guard;
    private final Books books;
    private final SecretSource secrets;
    private final InstantSource wallClock;
    private final Set<String> strings;

    TokenRegister(Guard guard, Books books, SecretSource secrets, InstantSource wallClock, Set<String> strings) {
        this.guard = guard;
        this.books = books;
        this.secrets = secrets;
        this.wallClock = wallClock;
        this.strings = strings;
    }

    List<ScriptToken> tokens(Actor who) {
        guard.require(who, Verb.MANAGE_TOKENS, Target.of("token", ""));
        return books.book().tokens().stream().sorted(Comparator.comparing(ScriptToken::name)).toList();
    }

    NewToken add(Actor who, String name, Grants grants, int days) {
        guard.require(who, Verb.MANAGE_TOKENS, target(name));
        List<String> wrong = new ArrayList<>(books.tried((book, problems) -> {
            check(book, name, grants, days, problems);
            return book;
        }));
        if (!wrong.isEmpty()) {
            return new NewToken("", wrong);
        }
        String token = secrets.secret();
        String wanted = "make with " + AccountRules.words(grants) + " for " + days + (days == 1 ? " day" : " days");
        List<String> problems = perform(who, name, wanted, (book, found) -> {
            check(book, name, grants, days, found);
            long now = wallClock.millis();
            return book.with(new ScriptToken(
                    name, Fingerprints.of(token), grants, who.name(), now, now + days * DAY_MILLIS));
        });
        return new NewToken(problems.isEmpty() ? token : "", problems);
    }

    private void check(AccessBook book, String name, Grants grants, int days, List<String> problems) {
        AccountRules.nameProblem(name).ifPresent(problems::add);
        if (book.token(name).isPresent()) {
            problems.add("name: " + name + ", which is there already - allowed: a name that no token has");
        }
        if (book.tokens().size() >= MOST) {
            problems.add("tokens: " + MOST + " already - allowed: at most " + MOST);
        }
        AccountRules.grants(grants, strings, problems);
        if (days < 1 || days > MOST_DAYS) {
            problems.add("days: " + days + " - allowed: 1 to " + MOST_DAYS);
        }
    }

    List<String> remove(Actor who, String name) {
        guard.require(who, Verb.MANAGE_TOKENS, target(name));
        Books.Change change = (book, problems) -> {
            if (book.token(name).isEmpty()) {
                problems.add("name: " + AccountRules.quoted(name) + " - allowed: a token that there is");
            }
            return book.withoutToken(name);
        };
        List<String> wrong = books.tried(change);
        return wrong.isEmpty() ? perform(who, name, "remove", change) : wrong;
    }

    private static Target target(String name) {
        return Target.of("token", AccountRules.quoted(name));
    }

    private List<String> perform(Actor who, String name, String wanted, Books.Change change) {
        return guard.perform(who, Verb.MANAGE_TOKENS, target(name), wanted, () -> books.changed(change).problems(),
                problems -> problems.isEmpty()
                        ? Deed.done(wanted) : Deed.failed(wanted + ": " + String.join("; ", problems)));
    }
}
