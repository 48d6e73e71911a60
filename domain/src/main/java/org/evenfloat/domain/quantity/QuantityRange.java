// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

import java.util.OptionalLong;

/**
 * The quantities that a key accepts.
 *
 * @param dimension what it measures
 * @param min smallest amount
 * @param max largest amount
 * @param allowed what is allowed in words, such as {@code a charge such as 80 Ah, 0.5 Ah to 20000 Ah}
 */
public record QuantityRange(Dimension dimension, long min, long max, String allowed) {

    /** Returns the range of the quantities written as texts. */
    public static QuantityRange of(Dimension dimension, String min, String max, String example) {
        return new QuantityRange(
                dimension,
                QuantityText.parse(min, dimension).orElseThrow(),
                QuantityText.parse(max, dimension).orElseThrow(),
                dimension.words() + " such as " + example + ", " + min + " to " + max);
    }

    /** Returns the amount, or empty when the text is not a quantity of this range. */
    public OptionalLong parse(String text) {
        OptionalLong amount = QuantityText.parse(text, dimension);
        return amount.isPresent() && amount.getAsLong() >= min && amount.getAsLong() <= max
                ? amount : OptionalLong.empty();
    }
}
