// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** What of the protection is not there. */
public enum LostProtection {
    /** No current: no alarm or trip by a risen float current; a discharge is seen by the voltage only. */
    NO_CURRENT("no string current: a risen float current is neither alarmed nor trips, a discharge is seen by its voltage"
            + " only, a hot equalized block is not confirmed by its duty"),
    /** Nobody knows the capacity: the current says nothing. */
    NO_CAPACITY("capacity unknown: a risen float current is neither alarmed nor trips"),
    /** No air temperature: a substitute is taken from the blocks, which hides a slow rise of the whole string. */
    NO_AMBIENT("no air temperature: it is taken from the coolest blocks, so a whole string that warms up is seen by its"
            + " current and from 50 °C on"),
    /** Too few voltages: a single hot block is confirmed by nothing but its neighbours. */
    NO_VOLTAGES("too few voltages: a single hot block is not confirmed by its sag, a discharge is seen by its current only"),
    /** Sensors are not corrected yet, sag and normal current are not known. */
    NOT_LEARNT("nothing learnt yet: sensors are not corrected, a single hot block is not confirmed by its sag, the normal"
            + " float current is not known"),
    /** Some blocks have no temperature that counts. */
    BLIND_BLOCKS("some blocks without a temperature: these are not watched"),
    /** Not lead-acid: neither sag nor the usual float current applies. */
    OTHER_CHEMISTRY("not lead-acid: a single hot block is not confirmed by its sag");

    private final String meaning;

    LostProtection(String meaning) {
        this.meaning = meaning;
    }

    /** Returns what it means, as part of a sentence. */
    public String meaning() {
        return meaning;
    }
}
