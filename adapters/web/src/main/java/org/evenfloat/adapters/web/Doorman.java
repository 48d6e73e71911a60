// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;

/**
 * Finds out who sends a request. While the server belongs to nobody, and only on the machine itself, the secrets that
 * it printed at its start are good; from the first user on only sessions of users and tokens of scripts are. The token
 * of the site file stays good on the machine itself.
 */
final class Doorman {

    private static final String BEARER = "Bearer ";

    private final WebAccess access;
    private final SignIn signIn;
    private final boolean loopback;

    /**
     * @param access secrets of this start
     * @param loopback whether only this machine can reach the server
     */
    Doorman(WebAccess access, SignIn signIn, boolean loopback) {
        this.access = access;
        this.signIn = signIn;
        this.loopback = loopback;
    }

    /** Returns whether what was printed at the start is good. */
    boolean printedCounts() {
        return loopback && !signIn.claimed();
    }

    /** Returns the session for the token in the address; empty when it is wrong, has been used, or does not count. */
    Optional<String> exchange(String token) {
        return printedCounts() ? access.exchange(token) : Optional.empty();
    }

    /** Returns who sends a request; empty when nobody can tell. A token counts before a session. */
    Optional<Who> who(Context context) {
        String from = from(context);
        String authorization = context.header("Authorization");
        if (authorization != null) {
            if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                return Optional.empty();
            }
            String token = authorization.substring(BEARER.length()).trim();
            return byToken(token, from).map(actor -> new Who(actor, "", () -> byToken(token, from).isPresent()));
        }
        return bySession(SessionCookie.of(context), from);
    }

    /** Returns who has that session; null is nobody's. */
    Optional<Who> bySession(String session, String from) {
        return sessionActor(session, from)
                .map(actor -> new Who(actor, session, () -> sessionActor(session, from).isPresent()));
    }

    static String from(Context context) {
        return "web " + context.ip();
    }

    private Optional<Actor> byToken(String token, String from) {
        if (loopback && access.bearer(token) && (access.bearerIsConfigured() || !signIn.claimed())) {
            return Optional.of(new Actor(
                    Actor.Kind.SCRIPT, access.bearerIsConfigured() ? "web.token" : "console", from,
                    Grants.of(Role.ADMIN)));
        }
        return token.isEmpty() ? Optional.empty() : signIn.byToken(token, from);
    }

    private Optional<Actor> sessionActor(String session, String from) {
        if (session == null || session.isEmpty()) {
            return Optional.empty();
        }
        Optional<Actor> person = signIn.bySession(session, from);
        if (person.isEmpty() && access.session(session) && printedCounts()) {
            return Optional.of(new Actor(Actor.Kind.CONSOLE, "console", from, Grants.of(Role.ADMIN)));
        }
        return person;
    }
}
