// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import java.util.Set;

/**
 * What the members of a group that is kept elsewhere may do here.
 *
 * @param group as the directory calls it: a distinguished name, a value of an attribute, a value of a claim
 * @param role what its members may
 * @param strings ids of the strings on which they may; empty for the whole site
 */
public record GroupRole(String group, Role role, Set<String> strings) {

    public GroupRole {
        strings = Set.copyOf(strings);
    }
}
