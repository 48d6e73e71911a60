// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/**
 * What a relay module says about itself in one sweep. Shapes: bit 0 for relay or input 1, bit 3 for 4.
 *
 * @param energised relays that are energised
 * @param pulsing relays in a pulse, which ends by itself
 * @param closed inputs whose contact is closed
 * @param changes how often each input has changed, modulo 16: bits 3-0 for input 1, bits 15-12 for input 4
 * @param attention whether the module wants to be asked for its status
 */
public record RelayWord(int energised, int pulsing, int closed, int changes, boolean attention) {

    private static final int FOUR = 0x0F;
    private static final int ATTENTION = 1 << 12;

    /** Returns whether that relay, 1 to 4, is energised. */
    public boolean isEnergised(int relay) {
        return (energised >> relay - 1 & 1) != 0;
    }

    /** Returns whether that relay, 1 to 4, is in a pulse. */
    public boolean isPulsing(int relay) {
        return (pulsing >> relay - 1 & 1) != 0;
    }

    /** Returns whether the contact at that input, 1 to 4, is closed. */
    public boolean isClosed(int input) {
        return (closed >> input - 1 & 1) != 0;
    }

    /** Returns how often that input, 1 to 4, has changed, modulo 16. */
    public int changes(int input) {
        return changes >> 4 * (input - 1) & FOUR;
    }

    int packed() {
        return energised | pulsing << 4 | closed << 8 | (attention ? ATTENTION : 0) | changes << 16;
    }

    static RelayWord of(int packed) {
        return new RelayWord(packed & FOUR, packed >> 4 & FOUR, packed >> 8 & FOUR, packed >>> 16,
                (packed & ATTENTION) != 0);
    }
}
