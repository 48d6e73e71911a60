// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a number of a protocol means, for people. Codes and bits are looked up in the words of their point, such as
 * {@code 0 off, 1 paused}: that list is their contract, so it stands there and nowhere else.
 */
public final class Meaning {

    private static final Pattern SCALE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) (.+)");
    private static final Pattern BEFORE_LIST = Pattern.compile("^[^0-9:]*: (?=[0-9])");
    private static final String BETWEEN = ", (?=[0-9])";
    private static final Pattern CODE = Pattern.compile("([0-9]+) (?!while |when )(.+)");
    private static final Pattern BIT = Pattern.compile("0x([0-9A-F]+):? (.+)");
    private static final int HEXADECIMAL = 16;

    private Meaning() {}

    /**
     * Returns what a number means; empty when it says all itself.
     *
     * @param scale what 1 means, such as {@code 0.1 V}; empty for counts, codes and bits
     * @param words what its point says
     */
    public static String of(long number, String scale, String words) {
        if (words.contains("seconds since 1970")) {
            return Instant.ofEpochSecond(number).toString();
        }
        Matcher scaled = SCALE.matcher(scale);
        if (scaled.matches()) {
            return new BigDecimal(scaled.group(1)).multiply(BigDecimal.valueOf(number)).toPlainString() + " "
                    + scaled.group(2);
        }
        if (words.startsWith("kinds of ")) {
            return kinds(number);
        }
        if (words.contains(" bits each")) {
            return ""; // several codes side by side
        }
        return listed(number, BEFORE_LIST.matcher(words).replaceFirst("").split(BETWEEN));
    }

    private static String kinds(long number) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < AlarmKinds.NAMES.size(); bit++) {
            if ((number >> bit & 1) == 1) {
                names.add(AlarmKinds.NAMES.get(bit));
            }
        }
        return String.join(", ", names);
    }

    private static String listed(long number, String[] parts) {
        List<String> bits = new ArrayList<>();
        for (String part : parts) {
            Matcher bit = BIT.matcher(part);
            Matcher code = CODE.matcher(part);
            if (bit.matches()) {
                long mask = Long.parseLong(bit.group(1), HEXADECIMAL);
                if ((number & mask) == mask) {
                    bits.add(bit.group(2));
                }
            } else if (parts.length > 1 && code.matches() && Long.parseLong(code.group(1)) == number) {
                return code.group(2);
            }
        }
        return String.join(", ", bits);
    }
}
