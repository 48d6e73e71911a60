// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client that looks at a battery as the field's monitoring plug-in for BACS does: it takes the agent for a BACS by its
 * sysObjectID, walks settings, modules and strings, and applies the scales of public guides.
 */
final class BacsPlugin {

    private static final String DETECTED = ".1.3.6.1.2.1.33";
    private static final String SETTINGS = "1.3.6.1.2.1.33.5.1";
    private static final String MODULES = "1.3.6.1.2.1.33.5.2.5.1";
    private static final String STRINGS = "1.3.6.1.2.1.33.5.2.7.1";

    private final NetSnmp snmp;

    /**
     * What it shows of a battery module.
     *
     * @param number from 1, whatever the agent counts from
     */
    record SeenModule(int number, double volts, double degrees, Optional<Double> milliohms, int state) {}

    /** What it shows of a string. */
    record SeenString(double amperes, double volts, double meanVolts) {}

    BacsPlugin(NetSnmp snmp) {
        this.snmp = snmp;
    }

    /** Returns whether it takes the agent for one of its kind. */
    boolean detects() throws Exception {
        return snmp.one("1.3.6.1.2.1.1.2.0").startsWith(DETECTED);
    }

    /** Returns the modules; none unless there are settings too, which it wants. */
    List<SeenModule> modules() throws Exception {
        if (snmp.walk(SETTINGS).isEmpty()) {
            return List.of();
        }
        Map<Integer, Map<Integer, String>> rows = table(MODULES);
        int first = rows.keySet().stream().mapToInt(row -> Integer.parseInt(rows.get(row).get(1))).min().orElse(1);
        List<SeenModule> modules = new ArrayList<>();
        rows.values().forEach(row -> modules.add(new SeenModule(
                Integer.parseInt(row.get(1)) + (first == 0 ? 1 : 0), scaled(row.get(2), 100), scaled(row.get(3), 10),
                Optional.ofNullable(row.get(5)).map(value -> scaled(value, 100)), Integer.parseInt(row.get(6)))));
        return modules;
    }

    /** Returns the strings. */
    List<SeenString> strings() throws Exception {
        List<SeenString> strings = new ArrayList<>();
        table(STRINGS).values().forEach(row -> strings.add(new SeenString(
                row.containsKey(2) ? scaled(row.get(2), 100) : Double.NaN, scaled(row.get(3), 100),
                scaled(row.get(4), 100))));
        return strings;
    }

    private static double scaled(String value, int steps) {
        return Integer.parseInt(value) / (double) steps;
    }

    /** Returns the columns of each row of a table. */
    private Map<Integer, Map<Integer, String>> table(String entry) throws Exception {
        Map<Integer, Map<Integer, String>> rows = new LinkedHashMap<>();
        snmp.walk(entry).forEach((name, value) -> {
            String[] numbers = name.substring(entry.length() + 1).split("\\.");
            rows.computeIfAbsent(Integer.valueOf(numbers[1]), row -> new LinkedHashMap<>())
                    .put(Integer.valueOf(numbers[0]), value);
        });
        return rows;
    }
}
