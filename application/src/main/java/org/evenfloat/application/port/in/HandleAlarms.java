// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.domain.access.Actor;

/**
 * What people do about alarms. Each method takes ids of alarms ({@link org.evenfloat.domain.alarm.AlarmPoint#id()}) and
 * does it to all of them or to none: problems are returned, each {@code where: what was given - what is allowed}; none
 * means done and kept on the disk. Each needs its verb on the strings of all of them, else it throws {@link NotAllowed}.
 */
public interface HandleAlarms {

    /** Longest time for which an alarm may be shelved. */
    long LONGEST_SHELF_MILLIS = 30L * 24 * 3_600_000;

    /** Most characters of a comment or reason. */
    int LONGEST_COMMENT = 200;

    /** Most alarms at once. */
    int MOST = 1_000;

    /** The only problem of something that is done all the same. */
    String NOT_KEPT = "alarms: it is done, but cannot be kept over a restart - allowed: to try again when the disk works;"
            + " the log says what is wrong";

    /** Says that somebody knows. Needs ACKNOWLEDGE_ALARMS; the comment may be empty. */
    List<String> acknowledge(Actor who, List<String> ids, String comment);

    /** Lets latched alarms go whose condition is gone. Needs ACKNOWLEDGE_ALARMS. */
    List<String> reset(Actor who, List<String> ids, String comment);

    /** Hides alarms for a time, also ones that are not there yet. Needs SHELVE_ALARMS and a reason. */
    List<String> shelve(Actor who, List<String> ids, long millis, String reason);

    /** Shows shelved alarms again. Needs SHELVE_ALARMS. */
    List<String> unshelve(Actor who, List<String> ids);

    /** Hides alarms while something is worked on, without end. Needs OUT_OF_SERVICE and a reason, such as a work order. */
    List<String> takeOutOfService(Actor who, List<String> ids, String reason);

    /** Puts them into service again. Needs OUT_OF_SERVICE. */
    List<String> returnToService(Actor who, List<String> ids);

    /** Silences the buzzer until there is something new. Needs ACKNOWLEDGE_ALARMS. */
    List<String> mute(Actor who);
}
