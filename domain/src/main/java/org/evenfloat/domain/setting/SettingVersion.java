// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

/**
 * All values as somebody has left them.
 *
 * @param number counted from 1; higher ones are newer
 * @param base number of the version it was made from; 0 when there was none
 * @param atMillis when, epoch ms on the wall clock
 * @param who name of the actor
 * @param from channel and address
 * @param why what for, in his words; one line
 * @param changes in how many settings it differs from its base
 * @param values all values given
 */
public record SettingVersion(
        long number, long base, long atMillis, String who, String from, String why, int changes,
        SettingValues values) {

    /** Before anybody changed anything. */
    public static final SettingVersion FIRST = new SettingVersion(0, 0, 0, "", "", "", 0, SettingValues.NONE);
}
