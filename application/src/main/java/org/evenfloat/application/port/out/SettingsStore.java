// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.setting.SettingVersion;

/**
 * Keeps the versions of the settings, the newest {@link #KEPT} of them. Safe for several threads; waits for the disk,
 * so never called on a line's, the conductor's or the guard's thread.
 */
public interface SettingsStore {

    /** So many versions are kept; older ones are forgotten. */
    int KEPT = 500;

    /**
     * The newest version that is as it was written.
     *
     * @param version that version; empty when there is none
     * @param last highest number that was ever written and not forgotten, of a damaged version too; 0 when there is none
     * @param damaged newer versions that are not as they were written, each {@code file: what is wrong}
     */
    record Newest(Optional<SettingVersion> version, long last, List<String> damaged) {}

    /** Returns the newest version. */
    Newest newest() throws SettingsFailure;

    /** Returns the version of that number; empty when it is not kept, or not as it was written. */
    Optional<SettingVersion> version(long number) throws SettingsFailure;

    /**
     * Returns versions below a number, the newest first; damaged ones are left out.
     *
     * @param before only lower numbers; {@link Long#MAX_VALUE} for the newest
     * @param most most versions wanted
     */
    List<SettingVersion> before(long before, int most) throws SettingsFailure;

    /**
     * Keeps a version, which is on the disk when this returns: whole, or after a failure not at all.
     *
     * @throws SettingsFailure when it could not be kept, or its number is not above all others
     */
    void append(SettingVersion version) throws SettingsFailure;
}
