// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.Locale;
import org.evenfloat.application.port.out.SecretSource;

/**
 * The code that makes the first administrator. Whoever reads the console of the server owns it. Lives as long as the
 * process; void after ten wrong tries. Safe for several threads.
 */
public final class ClaimCode {

    static final int MOST_TRIES = 10;

    /** 32 letters and digits that nobody mixes up when they are read aloud: 5 bits each. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 2;
    private static final int GROUP = 4;

    private final SecretSource secrets;
    private String letters;
    private int wrongTries;

    public ClaimCode(SecretSource secrets) {
        this.secrets = secrets;
    }

    /** Returns the code as it is printed: two groups of four, 40 bits. */
    public synchronized String text() {
        return letters().substring(0, GROUP) + "-" + letters().substring(GROUP);
    }

    private String letters() {
        if (letters == null) {
            StringBuilder drawn = new StringBuilder();
            for (byte random : secrets.bytes(GROUPS * GROUP)) {
                drawn.append(ALPHABET.charAt(random & 0x1F));
            }
            letters = drawn.toString();
        }
        return letters;
    }

    /** Returns whether that is it and it is not void. A wrong one counts. Small letters, blanks and dashes do not matter. */
    synchronized boolean opens(String typed) {
        boolean same = Fingerprints.same(letters(), typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
        if (same && wrongTries < MOST_TRIES) {
            return true;
        }
        wrongTries = Math.min(MOST_TRIES, wrongTries + 1);
        return false;
    }

    /** Returns how many wrong tries are left. */
    synchronized int triesLeft() {
        return MOST_TRIES - wrongTries;
    }
}
