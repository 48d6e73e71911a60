// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;

/** Keeps the sessions over a restart, so that an open page comes back by itself. Safe for several threads. */
public interface SessionStore {

    /**
     * A session.
     *
     * @param fingerprint SHA-256 of its secret in hexadecimal
     * @param user name of the user
     * @param stamp what his access looked like when it began, as a fingerprint: it is good while that is so
     * @param from channel and address it began from
     * @param beganAtMillis since when, epoch ms
     * @param usedAtMillis when it was used last, epoch ms; kept to the minute
     * @param untilMillis when it ends whatever happens, epoch ms
     */
    record KeptSession(
            String fingerprint, String user, String stamp, String from, long beganAtMillis, long usedAtMillis,
            long untilMillis) {

        /** Returns the same session, used at another time. */
        public KeptSession usedAt(long millis) {
            return new KeptSession(fingerprint, user, stamp, from, beganAtMillis, millis, untilMillis);
        }

        /** Returns the same session for an access that looks like that now. */
        public KeptSession stamped(String newStamp) {
            return new KeptSession(fingerprint, user, newStamp, from, beganAtMillis, usedAtMillis, untilMillis);
        }
    }

    /** Returns what was kept; empty when nothing was or it cannot be read, so that people sign in anew. */
    List<KeptSession> load();

    /** Keeps these and only these. What cannot be kept is logged: people sign in anew after a restart then. */
    void keep(List<KeptSession> sessions);
}
