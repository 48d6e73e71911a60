// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.state.StringState;

/**
 * How the event of a string that changes its state begins, so that its states can be read back out of the history.
 *
 * @param atMillis when, epoch ms
 * @param before state until then
 * @param after state from then on
 */
public record StateSentence(long atMillis, StringState before, StringState after) {

    private static final Pattern STATES = Pattern.compile(" went from ([A-Z_]+) to ([A-Z_]+):");

    /** Returns how the sentence of the event begins, up to a colon. */
    public static String begin(String string, StringState before, StringState after) {
        return "String " + string + " went from " + before + " to " + after + ":";
    }

    /** Returns what an event says of the states of a string; empty when it is about anything else. */
    public static Optional<StateSentence> of(Event event, String string) {
        String head = "String " + string;
        if (event.kind() != EventKind.STRING_STATE || !event.subject().equals(string) || !event.text().startsWith(head)) {
            return Optional.empty();
        }
        Matcher matcher = STATES.matcher(event.text()).region(head.length(), event.text().length());
        return matcher.lookingAt()
                ? state(matcher.group(1)).flatMap(before -> state(matcher.group(2))
                        .map(after -> new StateSentence(event.atMillis(), before, after)))
                : Optional.empty();
    }

    private static Optional<StringState> state(String word) {
        for (StringState state : StringState.values()) {
            if (state.name().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
