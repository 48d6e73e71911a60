// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.in.RequireSecondPerson;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** Which verbs need a second person, as the book says. */
public final class SecondPersonPolicy implements RequireSecondPerson {

    /**
     * Verbs that only look, that concern nobody else, or that answer something which only the one who asks may see:
     * nobody would know a token that was made after a second person has approved it.
     */
    private static final Set<Verb> NEVER = EnumSet.of(
            Verb.READ_LOG, Verb.READ_AUDIT, Verb.COLLECT_SUPPORT, Verb.CHANGE_OWN_ACCESS, Verb.APPROVE,
            Verb.MANAGE_TOKENS);

    private final Guard guard;
    private final Books books;

    public SecondPersonPolicy(Guard guard, AccessStore store) {
        this.guard = guard;
        this.books = new Books(store);
    }

    /** Returns whether a verb needs a second person now; so it does when nobody can read the book. */
    public static boolean needed(AccessStore store, Verb verb) {
        try {
            return store.book().secondPerson().contains(verb);
        } catch (AccessFailure failure) {
            return true;
        }
    }

    @Override
    public Set<Verb> possible() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(NEVER)));
    }

    @Override
    public Set<Verb> verbs(Actor who) {
        guard.require(who, Verb.MANAGE_APPROVALS, target());
        return books.book().secondPerson();
    }

    @Override
    public List<String> require(Actor who, Set<Verb> verbs) {
        guard.require(who, Verb.MANAGE_APPROVALS, target());
        Books.Change change = (book, problems) -> {
            check(book, verbs, problems);
            return book.withSecondPerson(verbs);
        };
        List<String> wrong = books.tried(change);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        String wanted = words(verbs);
        return guard.perform(who, Verb.MANAGE_APPROVALS, target(), wanted, () -> books.changed(change),
                changed -> changed.problems().isEmpty()
                        ? Deed.changed(words(changed.before().secondPerson()), wanted)
                        : Deed.failed(wanted + ": " + String.join("; ", changed.problems()))).problems();
    }

    private void check(AccessBook book, Set<Verb> verbs, List<String> problems) {
        for (Verb verb : new TreeSet<>(verbs)) {
            if (NEVER.contains(verb)) {
                problems.add("verb: " + verb + " - allowed: " + possible().stream().map(Verb::name)
                        .collect(Collectors.joining(", ")));
            } else if (able(book, verb) < 2) {
                problems.add("verb: " + verb + ", which fewer than two users may - allowed: with two users who have the"
                        + " role " + verb.least().word());
            }
        }
    }

    private static long able(AccessBook book, Verb verb) {
        return book.users().stream()
                .filter(user -> !user.disabled())
                .map(User::grants)
                .filter(grants -> grants.site().includes(verb.least()))
                .count();
    }

    private static Target target() {
        return Target.of("policy", "second person");
    }

    private static String words(Set<Verb> verbs) {
        List<String> names = new ArrayList<>();
        new TreeSet<>(verbs).forEach(verb -> names.add(verb.name()));
        return names.isEmpty() ? "nothing needs a second person" : "a second person for " + String.join(", ", names);
    }
}
