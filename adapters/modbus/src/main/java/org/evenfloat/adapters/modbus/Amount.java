// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.math.BigDecimal;

/** Scales as people write them. */
final class Amount {

    private static final int MILLI = 3;

    private Amount() {}

    /** Returns thousandths of a unit as a number of it, such as {@code 0.1 V} for 100. */
    static String text(int milli, String unit) {
        return BigDecimal.valueOf(milli, MILLI).stripTrailingZeros().toPlainString() + " " + unit;
    }
}
