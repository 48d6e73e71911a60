// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.access.Actor;

/** Finds out who somebody is. Safe for several threads; signing in waits for the password hash, the rest for nothing. */
public interface SignIn {

    /** What has become of an attempt. */
    enum Verdict {
        /** He is in; there is a session. */
        WELCOME,
        /** The password is right; the code of the second factor is missing or wrong. */
        CODE_WANTED,
        /** Not so. The sentence does not tell which part was wrong. */
        DENIED,
        /** Too many attempts; to be tried again after the time told. */
        WAIT
    }

    /**
     * The answer to an attempt.
     *
     * @param verdict what has become of it
     * @param sentence for people
     * @param session secret of the new session, to be shown with each request; empty unless welcome
     * @param untilMillis until when the session is good at the latest, epoch ms; 0 unless welcome
     * @param waitMillis how long to wait before the next attempt; 0 unless that is the verdict
     */
    record Answer(Verdict verdict, String sentence, String session, long untilMillis, long waitMillis) {}

    /** Returns whether the server belongs to somebody: whether there is a user. */
    boolean claimed();

    /**
     * Makes the first user, an administrator, for who knows the code that stands on the console. Works once.
     *
     * @param code the claim code
     * @param from channel and address
     * @return problems, each {@code where: what was given - what is allowed}; empty when he is made and may sign in
     */
    List<String> claim(String code, String user, String password, String from);

    /**
     * Signs somebody in.
     *
     * @param code of the second factor; empty when none was given
     * @param from channel and address
     */
    Answer signIn(String user, String password, String code, String from);

    /**
     * Returns who has that session; empty when it is none, has ended, or was not used for too long. Counts as use.
     *
     * @param from channel and address of this use
     */
    Optional<Actor> bySession(String session, String from);

    /** Returns which program has that token; empty when it is none or has expired. */
    Optional<Actor> byToken(String token, String from);

    /** Ends a session. */
    void signOut(String session);
}
