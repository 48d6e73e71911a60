// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

/**
 * What can be done to the server, over whatever channel. Each verb belongs to the least role that may do it. Names are
 * stored and are a contract: append, never rename.
 */
public enum Verb {
    BLINK(Role.OPERATE, "let a module blink"),
    STOP_LINE_WORK(Role.OPERATE, "end the work on a line"),
    ANSWER_REPLACEMENT(Role.SERVICE, "say what was replaced"),
    CALIBRATE(Role.SERVICE, "calibrate a block"),
    WORK_ON_LINE(Role.SERVICE, "scan or check a line"),
    ADDRESS_MODULES(Role.SERVICE, "give addresses to modules"),
    RESET_ADDRESSES(Role.SERVICE, "take the addresses from all modules of a line"),
    READ_LOG(Role.SERVICE, "read the log"),
    COLLECT_SUPPORT(Role.SERVICE, "make a support bundle"),
    CHANGE_SETTINGS(Role.SERVICE, "change settings"),
    READ_AUDIT(Role.SAFETY, "read the audit"),
    MANAGE_USERS(Role.ADMIN, "manage users"),
    MANAGE_TOKENS(Role.ADMIN, "manage tokens of scripts"),
    MANAGE_SESSIONS(Role.ADMIN, "look at the sessions of others and end them"),
    MANAGE_APPROVALS(Role.ADMIN, "decide what needs a second person"),
    CHANGE_OWN_ACCESS(Role.VIEW, "change the own password, second factor and sessions"),
    APPROVE(Role.OPERATE, "approve or refuse what somebody else wants to do"),
    ACKNOWLEDGE_ALARMS(Role.OPERATE, "acknowledge alarms and silence the buzzer"),
    SHELVE_ALARMS(Role.OPERATE, "shelve alarms"),
    OUT_OF_SERVICE(Role.SERVICE, "take alarms out of service"),
    TRIP_BREAKER(Role.SAFETY, "open a breaker"),
    VETO_TRIP(Role.SAFETY, "put a trip off"),
    RELEASE_BREAKER(Role.SAFETY, "release a breaker after a trip"),
    ARM_BREAKER(Role.SAFETY, "let a breaker be opened automatically"),
    DISARM_BREAKER(Role.SAFETY, "keep a breaker from being opened automatically"),
    PROVE_BREAKER(Role.SAFETY, "test a breaker by opening it"),
    LEARN_ANEW(Role.SAFETY, "have a guard learn anew"),
    READ_BLACK_BOX(Role.SERVICE, "export a black box");

    private final Role least;
    private final String words;

    Verb(Role least, String words) {
        this.least = least;
        this.words = words;
    }

    /** Returns the least role that may do it. */
    public Role least() {
        return least;
    }

    /** Returns it as people say it, to be put behind "may not" or "wants to". */
    public String words() {
        return words;
    }
}
