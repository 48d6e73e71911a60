// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Optional;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Chemistry;

/**
 * What the guard has to know of a string.
 *
 * @param id its id
 * @param blocks number of blocks
 * @param cells cells of a block
 * @param ampHours nominal C10 capacity, Ah; 0 when nobody knows it, which costs every rule about the current
 * @param bypassAmps current of a module's bypass at full duty, A
 * @param selfAmps what a module draws itself, A
 * @param chemistry decides which rules apply
 * @param currentSensor whether there is a sensor of the string current
 * @param ambientSensor whether there is one of the air
 * @param tripInDischarge whether it may trip while the string feeds the load
 * @param classic the classic rule, where the user wants it beside the others
 */
public record GuardedString(
        String id, int blocks, int cells, double ampHours, double bypassAmps, double selfAmps, Chemistry chemistry,
        boolean currentSensor, boolean ambientSensor, boolean tripInDischarge, Optional<ClassicRule> classic) {

    /** Refuses what no string can be. */
    public GuardedString {
        if (blocks < 1 || cells < 1 || !(ampHours >= 0)) {
            throw new IllegalArgumentException("string " + id + ": " + blocks + " blocks of " + cells + " cells, " + ampHours
                    + " Ah - 1 or more, 1 or more, 0 or more");
        }
    }

    /** Returns what a site says of a string; it never trips in a discharge, and not by the classic rule. */
    public static GuardedString of(BatteryString string) {
        return new GuardedString(
                string.id(), string.size(), string.blockType().cells(), string.blockType().capacity().ampHours(),
                string.moduleType().equalizeCurrent().amperes(), string.moduleType().selfCurrentMicroamps() / 1e6,
                string.blockType().profile().chemistry(), string.currentSensor().isPresent(),
                string.ambientSensor().isPresent(), false, Optional.empty());
    }

    /** Returns this string with the classic rule. */
    public GuardedString withClassic(ClassicRule rule) {
        return new GuardedString(id, blocks, cells, ampHours, bypassAmps, selfAmps, chemistry, currentSensor, ambientSensor,
                tripInDischarge, Optional.of(rule));
    }

    /** Returns this string, allowed to trip or not while it feeds the load. */
    public GuardedString withTripInDischarge(boolean allowed) {
        return new GuardedString(id, blocks, cells, ampHours, bypassAmps, selfAmps, chemistry, currentSensor, ambientSensor,
                allowed, classic);
    }

    /** Returns whether sag, normal float current and the voltage of a discharge are those of lead-acid. */
    boolean leadAcid() {
        return chemistry.leadAcid();
    }

    /** Returns whether an open breaker would not stop a runaway: a lithium cell that burns brings its own oxygen. */
    public boolean breakerMayNotStopIt() {
        return chemistry == Chemistry.LI_ION;
    }
}
