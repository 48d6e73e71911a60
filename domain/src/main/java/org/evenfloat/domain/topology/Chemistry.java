// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/** What a cell is made of; decides which charging rules apply to it. */
public enum Chemistry {
    /** Valve regulated lead-acid with absorbent glass mat. */
    VRLA_AGM(true),
    /** Valve regulated lead-acid with gelled electrolyte. */
    VRLA_GEL(true),
    /** Vented (flooded) lead-acid. */
    FLOODED(true),
    /** Nickel-cadmium. */
    NICD(false),
    /** Nickel-metal hydride. */
    NIMH(false),
    /** Lithium-ion of any kind. */
    LI_ION(false);

    private final boolean leadAcid;

    Chemistry(boolean leadAcid) {
        this.leadAcid = leadAcid;
    }

    /** Returns whether the voltage rules for float, rest and discharge of lead-acid cells apply. */
    public boolean leadAcid() {
        return leadAcid;
    }
}
