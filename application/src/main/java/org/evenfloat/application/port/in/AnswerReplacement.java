// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.access.Actor;

/** A module with a new serial number has appeared at a known address: a person says what was replaced. */
public interface AnswerReplacement {

    /** What was replaced. */
    enum Replaced {
        /** Only the battery module: the block keeps its place, resistance references start anew. */
        MODULE,
        /** The block under it: references start anew and equalizing leaves the block out for a time. */
        BLOCK
    }

    /**
     * A question that waits for its answer.
     *
     * @param block id of the block
     * @param oldSerial serial number known so far
     * @param newSerial serial number found
     * @param sinceMillis when it was found, epoch ms
     */
    record Question(String block, String oldSerial, String newSerial, long sinceMillis) {}

    /** Returns all questions that wait. */
    List<Question> questions();

    /** Answers the question for a block. Returns what is wrong with the answer, or empty when it was taken. */
    Optional<String> answer(Actor who, String blockId, Replaced replaced);
}
