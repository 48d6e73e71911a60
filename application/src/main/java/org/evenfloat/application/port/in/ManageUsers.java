// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.User;

/**
 * Users, their sessions, and tokens of scripts. Whatever is wrong is returned as problems, each {@code where: what was
 * given - what is allowed}, and nothing is changed then; no problems means done. Each needs its verb, else it throws
 * {@link NotAllowed}. There is always an administrator who can sign in.
 */
public interface ManageUsers {

    /**
     * A session as people see it.
     *
     * @param id short public name of it; not its secret
     * @param user name of the user
     * @param from channel and address it began from
     * @param beganAtMillis since when, epoch ms
     * @param usedAtMillis when it was used last, epoch ms
     * @param untilMillis until when it is good at the latest, epoch ms
     */
    record Session(String id, String user, String from, long beganAtMillis, long usedAtMillis, long untilMillis) {}

    /**
     * A new token.
     *
     * @param token to be shown once; empty when there are problems
     * @param problems what is wrong
     */
    record NewToken(String token, List<String> problems) {}

    /**
     * Returns all users by name, without their secrets: no password hash, and for the second factor only whether it is
     * empty. Needs MANAGE_USERS.
     */
    List<User> users(Actor who);

    /** Adds a user. Needs MANAGE_USERS. */
    List<String> add(Actor who, String name, Grants grants, String password, boolean emergency);

    /** Gives a user other roles. Needs MANAGE_USERS. */
    List<String> grant(Actor who, String name, Grants grants);

    /** Lets a user sign in or not; disabling ends his sessions. Needs MANAGE_USERS. */
    List<String> disable(Actor who, String name, boolean disabled);

    /** Sets the password of a user and ends his sessions; also takes his second factor away. Needs MANAGE_USERS. */
    List<String> resetPassword(Actor who, String name, String password);

    /** Takes a user out. Needs MANAGE_USERS. */
    List<String> remove(Actor who, String name);

    /** Returns all tokens by name. Needs MANAGE_TOKENS. */
    List<ScriptToken> tokens(Actor who);

    /**
     * Makes a token. Needs MANAGE_TOKENS.
     *
     * @param days how long it is good, 1 to 731
     */
    NewToken addToken(Actor who, String name, Grants grants, int days);

    /** Takes a token away. Needs MANAGE_TOKENS. */
    List<String> removeToken(Actor who, String name);

    /** Returns all sessions, the last used first. Needs MANAGE_SESSIONS. */
    List<Session> sessions(Actor who);

    /** Ends a session. Needs MANAGE_SESSIONS, or to be its user. */
    List<String> endSession(Actor who, String id);
}
