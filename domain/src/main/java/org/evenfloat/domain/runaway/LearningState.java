// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** How far learning has come. */
public enum LearningState {
    /** The first time in float is not over yet, or a discharge has postponed it. */
    WAITING,
    /** Refused: the string is too warm above the air to be taken as normal. Look for the cause first. */
    REFUSED_WARM,
    /** Refused: the float current is too large to be taken as normal; a person may have it learnt anew. */
    REFUSED_CURRENT,
    /** Learnt. */
    LEARNT
}
