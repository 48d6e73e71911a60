// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.Optional;
import java.util.function.Function;

/** Lets somebody have something done on the guard's thread, and waits for it a few seconds at most. */
@FunctionalInterface
public interface OnGuardThread {

    /** Said when the guard's thread did not do it in time; it is not done later either. */
    String BUSY = "The guard did not answer within 3 s; nothing was done. Look at the log, and open the breaker by hand if"
            + " there is danger.";

    /** Does something there; returns why it was not done, for people, or empty when it was. */
    Optional<String> ask(Function<ProtectionDesk, Optional<String>> deed);
}
