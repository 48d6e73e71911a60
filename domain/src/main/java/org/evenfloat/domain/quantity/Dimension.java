// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a quantity measures, and the units in which it may be written. */
public enum Dimension {
    /** In mV. */
    VOLTAGE("a voltage", "mV", 1, "V", 1000),
    /** In mA. */
    CURRENT("a current", "mA", 1, "A", 1000),
    /** In µA: what a battery module itself draws. */
    SMALL_CURRENT("a current", "µA", 1, "mA", 1000),
    /** In mAh. */
    CHARGE("a charge", "mAh", 1, "Ah", 1000),
    /** In µΩ. */
    RESISTANCE("a resistance", "µΩ", 1, "mΩ", 1000),
    /** In ms. */
    TIME("a time", "ms", 1, "s", 1000, "min", 60_000, "h", 3_600_000, "d", 86_400_000),
    /** In bytes; the prefixes are decimal, as on the label of a disk. */
    SIZE("a size", "kB", 1000, "MB", 1_000_000, "GB", 1_000_000_000),
    /** In 0.01 °C. */
    TEMPERATURE("a temperature", "°C", 100),
    /** In 0.01 K. */
    TEMPERATURE_DIFFERENCE("a difference of temperatures", "K", 100),
    /** In 1/1000. */
    SHARE("a share", "%", 10);

    private final String words;
    private final Map<String, Long> units = new LinkedHashMap<>();

    Dimension(String words, Object... unitsAndFactors) {
        this.words = words;
        for (int i = 0; i < unitsAndFactors.length; i += 2) {
            units.put((String) unitsAndFactors[i], ((Integer) unitsAndFactors[i + 1]).longValue());
        }
    }

    /** Returns how people call it, with article. */
    public String words() {
        return words;
    }

    /** Returns its units from small to large, each with its factor to the canonical unit. */
    public Map<String, Long> units() {
        return units;
    }
}
