// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found in one case: figures beside their limits. */
final class Verdict {

    private final List<String> findings = new ArrayList<>();
    private boolean passed = true;

    /** Adds a finding; a failed one is marked. */
    Verdict add(boolean ok, String format, Object... figures) {
        findings.add((ok ? "" : "NOT ") + String.format(Locale.ROOT, format, figures));
        passed &= ok;
        return this;
    }

    /** Adds a figure that must not exceed its limit; NaN fails. */
    Verdict atMost(String what, double figure, double limit, String unit, String format) {
        String pattern = "%s " + format + (unit.isEmpty() ? "" : " ") + "%s <= %s" + (unit.isEmpty() ? "" : " ") + "%s";
        return add(figure <= limit, pattern, what, figure, unit, plain(limit), unit);
    }

    /** Adds a figure for information. */
    Verdict note(String format, Object... figures) {
        findings.add(String.format(Locale.ROOT, format, figures));
        return this;
    }

    private static String plain(double limit) {
        String text = String.format(Locale.ROOT, "%.2f", limit);
        String shorter = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        return shorter.equals("0") && limit != 0 ? String.format(Locale.ROOT, "%.0e", limit) : shorter;
    }

    boolean passed() {
        return passed;
    }

    String text() {
        return String.join("; ", findings);
    }
}
