// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/** Why a block does not take part in equalizing. */
public enum Exclusion {
    /** It takes part. */
    NONE("takes part in equalizing"),
    /** Somebody switched it off. */
    USER("left out of equalizing by the user"),
    /** It is new and must settle first. */
    REPLACED("replaced lately: left out of equalizing until it has settled"),
    /** Nobody knows how warm it is. */
    TEMPERATURE_SENSOR("its temperature sensor is not trusted: left out of equalizing"),
    /** It stays far below all others, as with a shorted cell. */
    SHORT("more than 0.12 V per cell below the others for 10 minutes, as with a shorted cell: check and replace it"),
    /** Its last voltage lies outside of what its battery module can measure; ends with the next one inside. */
    OUT_OF_RANGE("its voltage is outside the range of its battery module: check the block and the wiring"),
    /** It has been silent for too long. */
    LOST("no trusted voltage for 3 minutes: check the block, its battery module and the bus");

    private final String remark;

    Exclusion(String remark) {
        this.remark = remark;
    }

    /** Returns what to say of the block to people, without its name. */
    public String remark() {
        return remark;
    }
}
