// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

import java.math.BigDecimal;

/** Decimal text of an integer with a fixed number of decimals. */
final class Decimal {

    private Decimal() {}

    static String text(int amount, int decimals, String unit) {
        return BigDecimal.valueOf(amount, decimals).toPlainString() + " " + unit;
    }
}
