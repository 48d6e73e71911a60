// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.List;

/**
 * What a proposal makes of the present values.
 *
 * @param changes what it changes, by key; means something only when there are no problems
 * @param problems everything that is wrong with it
 * @param after the values with it; the present ones when there are problems
 */
public record SettingProposal(List<SettingChange> changes, List<SettingProblem> problems, SettingValues after) {

    public SettingProposal {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }
}
