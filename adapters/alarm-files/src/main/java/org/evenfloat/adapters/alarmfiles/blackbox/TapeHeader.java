// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.trip.TripTerms;

/**
 * What a segment of the tape begins with: when and why, and everything a replay has to know.
 *
 * @param format of tape and black box
 * @param n number of this record on the tape of the string; every record has one, and they grow
 * @param reason why the segment was begun
 * @param lost notes that were lost before it
 * @param program version of the program
 * @param java version of the Java machine
 * @param blocks ids of the string's blocks
 * @param guarded what the guard knows of the string
 * @param breaker id of the breaker that disconnects it; empty for none
 * @param breakerStrings ids of the strings that this breaker disconnects
 * @param terms its terms
 * @param constants every number of the detector
 */
record TapeHeader(
        int format, long n, long atMillis, long guardMillis, Reason reason, long lost, String program, String java,
        List<String> blocks, GuardedString guarded, String breaker, List<String> breakerStrings,
        Optional<TripTerms> terms, String constants) {

    static final int FORMAT = 1;

    /** Why a segment begins. */
    enum Reason {
        /** The server was started: guard and policy go on from what they kept, which the tape does not see. */
        START,
        /** The one before was full; nothing is missing between them. */
        FULL,
        /** Notes were lost, or could not be written. */
        GAP,
        /** The end of the one before was damaged; only in a black box. */
        DAMAGED
    }

    TapeHeader {
        blocks = List.copyOf(blocks);
        breakerStrings = List.copyOf(breakerStrings);
    }

    static TapeHeader of(TapedString string, String program, long n, long atMillis, long guardMillis, Reason reason,
            long lost) {
        return new TapeHeader(FORMAT, n, atMillis, guardMillis, reason, lost, program, System.getProperty("java.version"),
                string.blocks(), string.string(), string.breaker().map(TapedBreaker::id).orElse(""),
                string.breaker().map(TapedBreaker::strings).orElse(List.of()), string.breaker().map(TapedBreaker::terms),
                RecordText.shown(RunawayConstants.STANDARD));
    }

    /** Returns the same that begins for another reason. */
    TapeHeader because(Reason other) {
        return new TapeHeader(format, n, atMillis, guardMillis, other, lost, program, java, blocks, guarded, breaker,
                breakerStrings, terms, constants);
    }

    /** Returns whether a replay goes over from the one to the other without other blocks, terms or breakers. */
    boolean sameThing(TapeHeader other) {
        return blocks.equals(other.blocks) && guarded.equals(other.guarded) && breaker.equals(other.breaker)
                && breakerStrings.equals(other.breakerStrings) && terms.equals(other.terms);
    }

    /** Returns it as lines, {@code name: value}. */
    String text() {
        StringBuilder text = new StringBuilder();
        RecordText.of(this).forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    static TapeHeader read(String text) throws IOException {
        return RecordText.read(TapeHeader.class, texts(text), "");
    }

    /** Returns the names and values of such lines; others are passed over. */
    static Map<String, String> texts(String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                texts.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return texts;
    }
}
