// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.util.List;
import java.util.Optional;

/**
 * What a black box says, and whether the same decisions come of the same samples once more.
 *
 * @param box its name
 * @param string id of the string
 * @param breaker id of the breaker that disconnects it; empty for none
 * @param seal SHA-256 of the manifest
 * @param sealProblems which part is not as it was written, a sentence each
 * @param remarks what else has to be known, a sentence each
 * @param story what happened and why, in order
 * @param rises the rise of the hottest block, for a picture
 * @param samples samples of which the guard decided once more
 * @param looks looks and acts of which the policy of the breaker decided once more
 * @param notReplayed samples and looks before anything from which a replay could begin
 * @param gaps gaps in the recording
 * @param differences decisions that are not the same
 * @param firstDifference the first of them, in words
 */
public record Explanation(
        String box, String string, String breaker, String seal, List<String> sealProblems, List<String> remarks,
        List<Happening> story, List<Rise> rises, int samples, int looks, int notReplayed, int gaps, int differences,
        Optional<String> firstDifference) {

    /**
     * Something that happened.
     *
     * @param n its number on the tape
     * @param atMillis when, epoch ms
     * @param kind one of guard, breaker, person, recording, difference
     * @param text one sentence
     */
    public record Happening(long n, long atMillis, String kind, String text) {

        /** What people wrote stays on its line and moves no cursor. */
        public Happening {
            text = text.replaceAll("\\p{Cntrl}", " ");
        }
    }

    /**
     * How far the block that decides was above the air.
     *
     * @param block its id
     * @param kelvin rise, K; NaN when unknown
     * @param warnKelvin limit of a warning then
     * @param alarmKelvin limit of an alarm then
     * @param tripKelvin limit of TRIP 1 then
     */
    public record Rise(
            long atMillis, String block, double kelvin, double warnKelvin, double alarmKelvin, double tripKelvin) {}

    public Explanation {
        sealProblems = List.copyOf(sealProblems);
        remarks = List.copyOf(remarks);
        story = List.copyOf(story);
        rises = List.copyOf(rises);
    }

    /** Returns whether every part is as it was written and every decision is the same. */
    public boolean good() {
        return sealProblems.isEmpty() && differences == 0 && samples + looks > 0;
    }
}
