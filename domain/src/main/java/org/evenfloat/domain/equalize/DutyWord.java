// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/** A duty in the words that users of battery equalizing know. */
public enum DutyWord {
    /** No bypass. */
    OFF("OFF", 0),
    /** Up to 20 %. */
    ECO_PLUS("ECO+", 200),
    /** Above 20 % to 40 %. */
    ECO("ECO", 400),
    /** Above 40 % to 60 %. */
    NORMAL("normal", 600),
    /** Above 60 % to 80 %. */
    POWER("power", 800),
    /** Above 80 %. */
    BOOST("boost", 1000);

    private static final DutyWord[] ASCENDING = values();

    private final String text;
    private final int highestPermille;

    DutyWord(String text, int highestPermille) {
        this.text = text;
        this.highestPermille = highestPermille;
    }

    /** Returns the word for a duty in permille; any bypass at all is more than OFF. */
    public static DutyWord of(int permille) {
        for (DutyWord word : ASCENDING) {
            if (permille <= word.highestPermille) {
                return word;
            }
        }
        return BOOST;
    }

    /** Returns the word as it is shown. */
    public String text() {
        return text;
    }
}
