// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number with its unit as text, such as {@code 2.27 V}; amounts are whole numbers of the canonical unit. */
public final class QuantityText {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,9})?) ?([^\\d\\s.]{1,4})");

    private QuantityText() {}

    /** Returns the amount, or empty when the text is not a quantity of that dimension in its resolution. */
    public static OptionalLong parse(String text, Dimension dimension) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        Long factor = dimension.units().get(unit(matcher.group(2)));
        if (factor == null) {
            return OptionalLong.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor)).stripTrailingZeros();
        boolean whole = amount.scale() <= 0;
        boolean fits = amount.precision() - amount.scale() <= 18;
        return whole && fits ? OptionalLong.of(amount.longValueExact()) : OptionalLong.empty();
    }

    /** Returns the amount in the largest unit in which it has at most three decimals and is not below one. */
    public static String format(long amount, Dimension dimension) {
        String unit = dimension.units().keySet().iterator().next();
        for (Map.Entry<String, Long> candidate : dimension.units().entrySet()) {
            long factor = candidate.getValue();
            if (Math.abs(amount) >= factor && Math.multiplyExact(amount % factor, 1000L) % factor == 0) {
                unit = candidate.getKey();
            }
        }
        BigDecimal number = BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(dimension.units().get(unit)));
        return (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()) + " " + unit;
    }

    /** Maps what keyboards and fonts make of µ and Ω to one character each. */
    private static String unit(String written) {
        return written.replace('\u03bc', '\u00b5').replace('\u2126', '\u03a9');
    }
}
