// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

/** Runs the cases of one kind. */
interface CaseCheck {

    /** Runs one case and compares it with its tables. */
    Verdict check(PhysicsCase expected) throws MalformedSetException;
}
