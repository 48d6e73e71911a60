// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what: everything that is kept about it.
 *
 * @param users by name
 * @param tokens by name
 * @param secondPerson verbs that need a second person
 */
public record AccessBook(List<User> users, List<ScriptToken> tokens, Set<Verb> secondPerson) {

    /** A book in which nobody is written. */
    public static final AccessBook EMPTY = new AccessBook(List.of(), List.of(), Set.of());

    public AccessBook {
        users = List.copyOf(users);
        tokens = List.copyOf(tokens);
        secondPerson = Set.copyOf(secondPerson);
    }

    /** Returns the user of that name. */
    public Optional<User> user(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** Returns the token of that name. */
    public Optional<ScriptToken> token(String name) {
        return tokens.stream().filter(token -> token.name().equals(name)).findFirst();
    }

    /** Returns the book with that user added, or in the place of the one of his name. */
    public AccessBook with(User user) {
        List<User> all = new ArrayList<>(users);
        all.removeIf(other -> other.name().equals(user.name()));
        all.add(user);
        return new AccessBook(all, tokens, secondPerson);
    }

    /** Returns the book without the user of that name. */
    public AccessBook withoutUser(String name) {
        return new AccessBook(
                users.stream().filter(user -> !user.name().equals(name)).toList(), tokens, secondPerson);
    }

    /** Returns the book with that token added, or in the place of the one of its name. */
    public AccessBook with(ScriptToken token) {
        List<ScriptToken> all = new ArrayList<>(tokens);
        all.removeIf(other -> other.name().equals(token.name()));
        all.add(token);
        return new AccessBook(users, all, secondPerson);
    }

    /** Returns the book without the token of that name. */
    public AccessBook withoutToken(String name) {
        return new AccessBook(
                users, tokens.stream().filter(token -> !token.name().equals(name)).toList(), secondPerson);
    }

    /** Returns the book with another policy. */
    public AccessBook withSecondPerson(Set<Verb> verbs) {
        return new AccessBook(users, tokens, verbs);
    }
}
