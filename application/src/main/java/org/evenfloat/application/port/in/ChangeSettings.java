// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingProposal;
import org.evenfloat.domain.setting.SettingVersion;

/**
 * What people change in operation: looked at, proposed, applied, rolled back. What is applied is kept first and in force
 * when the answer comes. Everything that changes or proposes something needs CHANGE_SETTINGS on what it belongs to,
 * else it throws {@link NotAllowed}. Safe for several threads; waits for the disk.
 */
public interface ChangeSettings {

    /** Most characters of a reason. */
    int LONGEST_WHY = 200;

    /** Most versions that one look returns. */
    int MOST_VERSIONS = 200;

    /**
     * The settings as they are now.
     *
     * @param book every setting of the site
     * @param version the version in force; number 0 before anybody changed anything
     * @param withoutEffect keys of kept values that have no effect here: unknown, given in the site file, not allowed
     */
    record Present(SettingBook book, SettingVersion version, List<String> withoutEffect) {}

    /** What has become of a change. */
    enum Verdict {
        /** It is kept and in force. */
        DONE,
        /** Something is wrong with it. */
        INVALID,
        /** Somebody was faster. */
        OUTDATED,
        /** It could not be kept. */
        NOT_KEPT
    }

    /**
     * The answer to a change.
     *
     * @param verdict what has become of it
     * @param sentence for people; empty when it is done
     * @param problems what is wrong, each {@code where: what was given - what is allowed}; empty unless invalid
     * @param changes what has changed; empty unless done
     * @param version the version in force after it
     */
    record Answer(
            Verdict verdict, String sentence, List<String> problems, List<SettingChange> changes,
            SettingVersion version) {}

    /**
     * What a text would change.
     *
     * @param changes what it would change; empty when there are problems
     * @param problems what is wrong, each {@code line N, key: what was given - what is allowed}
     */
    record TextCheck(List<SettingChange> changes, List<String> problems) {}

    /** Returns the settings as they are now. */
    Present present();

    /** Returns what a change would do; nothing is changed. Empty values go back to the default. */
    SettingProposal check(Actor who, Map<String, Optional<String>> wanted);

    /**
     * Changes settings: all of them, or none.
     *
     * @param against number of the version that it was made against
     * @param wanted new values by key; empty ones go back to the default
     * @param why what for; 1 to {@link #LONGEST_WHY} characters
     */
    Answer apply(Actor who, long against, Map<String, Optional<String>> wanted, String why);

    /**
     * Makes a new version that has the values of an old one; 0 takes everything back that anybody ever changed.
     *
     * @param against number of the version in force, as it was seen
     */
    Answer rollBack(Actor who, long against, long to, String why);

    /** Returns the settings in force as a text to be kept, edited, or given to another server. */
    String text();

    /** Returns what a text would change; nothing is changed. */
    TextCheck checkText(Actor who, String text);

    /** Changes the settings that a text names: all of them, or none. */
    Answer applyText(Actor who, long against, String text, String why);

    /**
     * Returns versions below a number, the newest first.
     *
     * @param most 1 to {@link #MOST_VERSIONS}
     */
    List<SettingVersion> versions(long before, int most) throws SettingsFailure;

    /** Returns one version; empty when it is not kept. */
    Optional<SettingVersion> version(long number) throws SettingsFailure;

    /** Returns what a version changed in the one it was made from; empty when it is not kept. */
    Optional<List<SettingChange>> difference(long number) throws SettingsFailure;
}
