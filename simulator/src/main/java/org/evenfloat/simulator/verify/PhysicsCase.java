// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenfloat.simulator.plant.CellParameters;

/** One entry of {@code expected.json}: its parameters and where its tables are. */
final class PhysicsCase {

    private final CaseSet set;
    private final String name;
    private final JsonNode entry;

    PhysicsCase(CaseSet set, String name, JsonNode entry) {
        this.set = set;
        this.name = name;
        this.entry = entry;
    }

    CaseSet set() {
        return set;
    }

    String name() {
        return name;
    }

    String kind() throws MalformedSetException {
        return text("kind");
    }

    boolean has(String key) {
        return entry.hasNonNull(key);
    }

    double number(String key) throws MalformedSetException {
        return number(entry, key, "");
    }

    /** Returns a number that must be above 0. */
    double positive(String key) throws MalformedSetException {
        double value = number(key);
        if (!(value > 0)) {
            throw bad(key, String.valueOf(value), "a number above 0");
        }
        return value;
    }

    /** Returns a whole number of 1 to 10,000. */
    int count(String key) throws MalformedSetException {
        double value = number(key);
        if (value != Math.rint(value) || value < 1 || value > 10_000) {
            throw bad(key, String.valueOf(value), "a whole number, 1 to 10000");
        }
        return (int) value;
    }

    String text(String key) throws MalformedSetException {
        JsonNode value = entry.get(key);
        if (value == null || !value.isTextual()) {
            throw bad(key, String.valueOf(value), "a text");
        }
        return value.asText();
    }

    boolean flag(String key) throws MalformedSetException {
        JsonNode value = entry.get(key);
        if (value == null || !value.isBoolean()) {
            throw bad(key, String.valueOf(value), "true or false");
        }
        return value.asBoolean();
    }

    /** Returns a list of texts. */
    String[] texts(String key) throws MalformedSetException {
        JsonNode list = list(key);
        String[] texts = new String[list.size()];
        for (int i = 0; i < texts.length; i++) {
            if (!list.get(i).isTextual()) {
                throw bad(key, list.toString(), "a list of texts");
            }
            texts[i] = list.get(i).asText();
        }
        return texts;
    }

    /** Returns, for each of {@code blocks} blocks, whether the list names it. */
    boolean[] blocks(String key, int blocks) throws MalformedSetException {
        boolean[] named = new boolean[blocks];
        for (JsonNode block : list(key)) {
            if (!block.isInt() || block.asInt() < 0 || block.asInt() >= blocks) {
                throw bad(key, block.toString(), "block numbers, 0 to " + (blocks - 1));
            }
            named[block.asInt()] = true;
        }
        return named;
    }

    /** Returns the numbers that are given for some of {@code blocks} blocks, by block. */
    Map<Integer, Double> byBlock(String key, int blocks) throws MalformedSetException {
        JsonNode node = entry.get(key);
        if (node == null || !node.isObject()) {
            throw bad(key, String.valueOf(node), "numbers by block");
        }
        Map<Integer, Double> numbers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!each.getKey().matches("\\d{1,4}") || Integer.parseInt(each.getKey()) >= blocks) {
                throw bad(key, each.getKey(), "block numbers, 0 to " + (blocks - 1));
            }
            numbers.put(Integer.parseInt(each.getKey()), number(node, each.getKey(), key + "."));
        }
        return numbers;
    }

    /** Returns the entries of a list, each with fields of its own. */
    List<PhysicsCase> entries(String key) throws MalformedSetException {
        List<PhysicsCase> entries = new ArrayList<>();
        for (JsonNode each : list(key)) {
            entries.add(new PhysicsCase(set, name + "." + key + "[" + entries.size() + "]", each));
        }
        return entries;
    }

    private JsonNode list(String key) throws MalformedSetException {
        JsonNode list = entry.get(key);
        if (list == null || !list.isArray()) {
            throw bad(key, String.valueOf(list), "a list");
        }
        return list;
    }

    /** Returns the name of the case's module type; where it has none, the first of its cells and current. */
    String module() throws MalformedSetException {
        if (has("module")) {
            return text("module");
        }
        JsonNode modules = set.meta().path("modules");
        Iterator<String> names = modules.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (ofModule(name, "cells") == count("cells") && ofModule(name, "Imax") == number("Imax")) {
                return name;
            }
        }
        throw bad("cells, Imax", count("cells") + ", " + number("Imax"), "those of one of _meta.modules");
    }

    /** Returns a number of a module type of the set, such as {@code Vmin}. */
    double ofModule(String module, String key) throws MalformedSetException {
        JsonNode type = set.meta().path("modules").path(module);
        return number(type, key, "_meta.modules." + module + ".");
    }

    /** Returns the cell's parameters: those of the set, overridden by those of the case. */
    CellParameters parameters() throws MalformedSetException {
        Map<String, Double> values = new HashMap<>();
        merge(set.meta().path("base_params"), "_meta.base_params.", values);
        if (entry.has("params")) {
            merge(entry.get("params"), "params.", values);
        } else {
            merge(set.meta().path("overrides"), "_meta.overrides.", values);
        }
        try {
            return CellParameters.named(values);
        } catch (IllegalArgumentException e) {
            throw new MalformedSetException(set.expected(), "case " + name + ": parameters: " + e.getMessage());
        }
    }

    private void merge(JsonNode source, String where, Map<String, Double> values) throws MalformedSetException {
        Iterator<String> names = source.fieldNames();
        while (names.hasNext()) {
            String key = names.next();
            values.put(key, number(source, key, where));
        }
    }

    private double number(JsonNode from, String key, String where) throws MalformedSetException {
        JsonNode value = from.get(key);
        if (value == null || !value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw bad(where + key, String.valueOf(value), "a number");
        }
        return value.asDouble();
    }

    /** Returns the charger's current limit, A; infinity where none is given. */
    double chargerLimitAmps() throws MalformedSetException {
        return has("Imax_charger") ? positive("Imax_charger") : Double.POSITIVE_INFINITY;
    }

    /** Returns the table whose name is that of the case. */
    CsvTable table() throws MalformedSetException {
        return CsvTable.read(set.file(name + ".csv.gz"));
    }

    /** Returns the table whose name is that of the case and a suffix. */
    CsvTable table(String suffix) throws MalformedSetException {
        return CsvTable.read(set.file(name + suffix + ".csv.gz"));
    }

    Path initFile() throws MalformedSetException {
        return set.file(text("init"));
    }

    MalformedSetException bad(String key, String given, String allowed) {
        return new MalformedSetException(set.expected(), "case " + name + ": " + key + ": " + given + " - " + allowed);
    }
}
