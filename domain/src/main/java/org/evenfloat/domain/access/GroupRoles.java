// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns groups that are kept elsewhere into what their members may here. Who is in no group that is named here may
 * nothing at all, not even look.
 *
 * @param all what each group may; one group may stand here several times
 */
public record GroupRoles(List<GroupRole> all) {

    public GroupRoles {
        all = List.copyOf(all);
    }

    /** Returns every group that means something here. */
    public Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        all.forEach(each -> groups.add(each.group()));
        return groups;
    }

    /**
     * Returns what a member of those groups may: the highest of their roles, for the site and for each string. A role
     * for strings alone lets him only look at the rest.
     *
     * @param groups all his groups, spelled as here; others are passed over
     * @return empty when none of them means anything here
     */
    public Optional<Grants> grants(Collection<String> groups) {
        Role site = null;
        Map<String, Role> strings = new HashMap<>();
        for (GroupRole each : all) {
            if (!groups.contains(each.group())) {
                continue;
            }
            Role everywhere = each.strings().isEmpty() ? each.role() : Role.VIEW;
            site = site == null ? everywhere : higher(site, everywhere);
            each.strings().forEach(string -> strings.merge(string, each.role(), GroupRoles::higher));
        }
        if (site == null) {
            return Optional.empty();
        }
        Role least = site;
        strings.values().removeIf(least::includes);
        return Optional.of(new Grants(site, strings));
    }

    private static Role higher(Role one, Role other) {
        return one.includes(other) ? one : other;
    }
}
