// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

/** How the monitor itself is doing, for alarms about it. Never waits: reads what others have found out. */
public interface MonitorHealth {

    /** Returns whether the history cannot be written. */
    boolean historyFailing();

    /** Returns how many sweeps and events wait to be written. */
    long historyBacklog();

    /** Returns the free share of the disk with the data folder, 1/1000; negative when it is not known. */
    int diskFreePermille();

    /** Returns whether the guard has not looked for long, or makes mistakes. */
    boolean guardStalled();

    /** Returns whether what guards and breakers decide cannot be kept. */
    boolean protectionNotKept();
}
