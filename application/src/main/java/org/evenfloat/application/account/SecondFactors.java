// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Checks the codes of second factors, each of which is good once. Which were used is forgotten by a restart. Safe for
 * several threads.
 */
final class SecondFactors {

    private final InstantSource wallClock;
    private final Map<String, Long> usedSteps = new HashMap<>();

    /** @param wallClock what the authenticators go by too: real time, also in a simulation */
    SecondFactors(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /**
     * Returns whether that is a good code, and uses it up.
     *
     * @param user whose; one of the book, so that what is remembered stays bounded
     * @param secret in base32; a broken one matches nothing
     */
    synchronized boolean use(String user, String secret, String code) {
        byte[] key = Base32.decode(secret).orElse(new byte[0]);
        if (key.length == 0) {
            return false;
        }
        String place = user + " " + secret; // another secret has other codes
        OptionalLong step = TimeCodes.matched(
                key, code, wallClock.millis(), usedSteps.getOrDefault(place, Long.MIN_VALUE));
        if (step.isEmpty()) {
            return false;
        }
        usedSteps.keySet().removeIf(other -> other.startsWith(user + " "));
        usedSteps.put(place, step.getAsLong());
        return true;
    }
}
