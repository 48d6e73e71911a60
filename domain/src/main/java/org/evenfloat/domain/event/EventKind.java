// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.event;

/** Sorts of events. Names are stored: append only, never rename. */
public enum EventKind {
    SERVER_STARTED,
    SERVER_STOPPED,
    INTERNAL_FAULT,
    STRING_STATE,
    CONVERGED,
    CONVERGENCE_LOST,
    NOT_CORRECTABLE,
    CORRECTABLE_AGAIN,
    BLOCK_EXCLUDED,
    BLOCK_READMITTED,
    CHARGER_MIS_SET,
    CHARGER_WITHIN_LIMITS,
    LINE_DOWN,
    LINE_UP,
    MODULE_LOST,
    MODULE_BACK,
    MODULE_CHANGED,
    MODULE_CHANGE_ANSWERED,
    DUPLICATE_ADDRESS,
    HISTORY_FAILING,
    HISTORY_WORKING,
    CLOCK_JUMPED
}
