// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import java.util.concurrent.Callable;

/** A part could not be made; the cause says why, in words for people. */
public final class NotMade extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NotMade(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Returns what that makes.
     *
     * @throws NotMade instead of a checked exception, which no wiring may throw
     */
    static <T> T unless(Callable<T> made) {
        try {
            return made.call();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception failure) {
            throw new NotMade(failure);
        }
    }
}
