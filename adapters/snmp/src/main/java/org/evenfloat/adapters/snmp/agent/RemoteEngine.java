// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.concurrent.TimeUnit;

/** The engine of a receiver of informs, which has to be found out first. Source: RFC 3414 section 4. Used by one thread. */
final class RemoteEngine {

    /** What a message says that asks for the engine. */
    static final Envelope.Authority UNKNOWN = new Envelope.Authority(new byte[0], 0, 0);

    private static final int SHORTEST_ID = 5;
    private static final int LONGEST_ID = 32;

    private final User user;
    private final TrapLimits limits;
    private Envelope.Authority told;
    private long toldNanos;
    private Keys.Localized keys;
    private int asked = -1;
    private int tries;
    private long dueNanos;
    private boolean everAsked;

    RemoteEngine(User user, TrapLimits limits) {
        this.user = user;
        this.limits = limits;
    }

    boolean isKnown() {
        return told != null;
    }

    /** Returns whether it is time to ask for it. */
    boolean isToBeAsked(long now) {
        return !everAsked || dueNanos - now <= 0;
    }

    long dueNanos() {
        return dueNanos;
    }

    /** Takes down that a message asks for it now, and returns its number. */
    int ask(int messageId, long now) {
        everAsked = true;
        asked = messageId;
        long wait = tries < limits.tries() ? limits.firstWaitMillis() << tries : limits.pauseMillis();
        tries = Math.min(tries + 1, limits.tries());
        dueNanos = now + TimeUnit.MILLISECONDS.toNanos(wait);
        return messageId;
    }

    /** Takes a report that answers the question for it; returns whether it was one. */
    boolean isAnswered(InformAnswer answer, long now) {
        int length = answer.authority().id().length;
        if (isKnown() || answer.messageId() != asked || length < SHORTEST_ID || length > LONGEST_ID) {
            return false;
        }
        keys = user.of(answer.authority().id());
        tries = 0;
        everAsked = false;
        learn(answer.authority(), now);
        return true;
    }

    /** Takes its time. */
    void learn(Envelope.Authority authority, long now) {
        told = authority;
        toldNanos = now;
    }

    void forget() {
        told = null;
        keys = null;
    }

    /** Returns it with its time of now. */
    Envelope.Authority authority(long now) {
        return new Envelope.Authority(
                told.id(), told.boots(), told.seconds() + (int) TimeUnit.NANOSECONDS.toSeconds(now - toldNanos));
    }

    /** Returns the keys of the user there; null as long as it is not known. */
    Keys.Localized keys() {
        return keys;
    }
}
