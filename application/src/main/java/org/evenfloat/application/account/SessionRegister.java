// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.in.ManageUsers.Session;
import org.evenfloat.application.port.out.SessionStore.KeptSession;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** Shows who is signed in, and ends sessions. */
final class SessionRegister {

    private final Guard guard;
    private final Books books;
    private final Sessions sessions;

    SessionRegister(Guard guard, Books books, Sessions sessions) {
        this.guard = guard;
        this.books = books;
        this.sessions = sessions;
    }

    List<Session> all(Actor who) {
        guard.require(who, Verb.MANAGE_SESSIONS, Target.of("session", ""));
        return sessions.good(books.book()).stream().map(SessionRegister::shown).toList();
    }

    List<Session> of(String user) {
        return sessions.good(books.book()).stream()
                .filter(session -> session.user().equals(user))
                .map(SessionRegister::shown)
                .toList();
    }

    /** Ends all sessions of a user whose access was changed. */
    void endOf(String user) {
        sessions.end(session -> session.user().equals(user));
    }

    List<String> end(Actor who, String id) {
        Optional<KeptSession> found = sessions.good(books.book()).stream()
                .filter(session -> Sessions.id(session).equals(id))
                .findFirst();
        boolean own = who.kind() == Actor.Kind.PERSON
                && found.map(KeptSession::user).filter(who.name()::equals).isPresent();
        Verb verb = own ? Verb.CHANGE_OWN_ACCESS : Verb.MANAGE_SESSIONS;
        Target target = Target.of("session", AccountRules.quoted(id));
        guard.require(who, verb, target);
        if (found.isEmpty()) {
            return List.of("session: " + AccountRules.quoted(id) + " - allowed: one that there is");
        }
        return guard.perform(who, verb, target, "end a session of " + found.get().user(),
                () -> {
                    sessions.end(session -> session.fingerprint().equals(found.get().fingerprint()));
                    return List.<String>of();
                },
                ended -> Deed.done("ended, of " + found.get().user()));
    }

    private static Session shown(KeptSession session) {
        return new Session(Sessions.id(session), session.user(), session.from(), session.beganAtMillis(),
                session.usedAtMillis(), session.untilMillis());
    }
}
