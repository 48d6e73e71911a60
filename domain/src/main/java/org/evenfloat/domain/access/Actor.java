// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

/**
 * Who does something, and from where. Made only by what has checked that he is it.
 *
 * @param kind what sort of actor
 * @param name name of the user or token, as it is written down; never empty
 * @param from channel and address, such as {@code web 10.0.0.7}; {@code console} at the machine itself
 * @param grants what he may
 */
public record Actor(Kind kind, String name, String from, Grants grants) {

    /** Sorts of actors. Names are stored: never rename. */
    public enum Kind {
        /** A person who has signed in. */
        PERSON,
        /** A program with a token. */
        SCRIPT,
        /** Somebody with the rights of the server's own operating-system user. */
        CONSOLE,
        /** The server by itself. */
        SERVER
    }

    public Actor {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name: empty - an actor has a name");
        }
    }

    /**
     * Returns whether he is a person whose password and groups are kept elsewhere: no user of this server has an
     * {@code @} in his name, and every guest has.
     */
    public boolean guest() {
        return kind == Kind.PERSON && name.indexOf('@') >= 0;
    }

    /** Returns the server itself, which may everything that it does by itself. */
    public static Actor server() {
        return new Actor(Kind.SERVER, "server", "server", Grants.of(Role.ADMIN));
    }
}
