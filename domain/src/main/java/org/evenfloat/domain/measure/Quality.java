// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/** How far a measured value may be trusted. Columns hold the {@linkplain #code() code}. */
public enum Quality {
    /** Measured in this sweep and plausible. */
    GOOD,
    /** Measured in this sweep, but implausible. */
    SUSPECT,
    /** Measured in an earlier sweep. */
    STALE,
    /** Never measured, or given up after retries. */
    MISSING;

    private static final Quality[] BY_CODE = values();

    /** Returns the byte that stands for this quality in columns and in stored history: 0 to 3 in order. */
    public byte code() {
        return (byte) ordinal();
    }

    /** Returns the quality of that code; an unknown code is MISSING. */
    public static Quality of(byte code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : MISSING;
    }
}
