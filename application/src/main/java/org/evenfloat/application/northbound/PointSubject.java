// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

/** What a point is about. Each subject has rows, numbered from 0 in the order of the site file. */
public enum PointSubject {
    /** The site as a whole: one row. */
    SITE("the site"),
    /** A string. */
    STRING("string"),
    /** A block; those of the first string come first. */
    BLOCK("block"),
    /** A line. */
    LINE("line"),
    /** A relay module with its relays and inputs. */
    RELAY_MODULE("relay module"),
    /** A breaker. */
    BREAKER("breaker"),
    /** A place in the list of standing alarms, the most urgent first; the list moves. */
    ALARM("place in the list of standing alarms");

    private final String words;

    PointSubject(String words) {
        this.words = words;
    }

    /** Returns it as people say it. */
    public String words() {
        return words;
    }
}
