// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** One recorded case of the test resources: a gzipped table of numbers and its entry in {@code expected.json}. */
public final class PhysicsCase {

    private final List<String> header;
    private final double[][] rows;
    private final String entry;

    public PhysicsCase(String name) {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(open(name + ".csv.gz")), StandardCharsets.US_ASCII))) {
            header = List.of(table.readLine().split(","));
            rows = table.lines()
                    .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
                    .toArray(double[][]::new);
            entry = entry(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return PhysicsCase.class.getResourceAsStream("/physics/" + file);
    }

    private static String entry(String name) throws IOException {
        try (InputStream json = open("expected.json")) {
            String all = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            int start = all.indexOf('"' + name + '"');
            return all.substring(start, all.indexOf('}', start));
        }
    }

    public int rows() {
        return rows.length;
    }

    public double at(int row, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(column + " - one of " + header);
        }
        return rows[row][index];
    }

    public double number(String key) {
        Matcher found = Pattern.compile('"' + key + "\": *([-0-9.eE+]+)").matcher(entry);
        if (!found.find()) {
            throw new IllegalArgumentException(key + " - one of " + entry);
        }
        return Double.parseDouble(found.group(1));
    }

    public List<String> words(String key) {
        Matcher found = Pattern.compile('"' + key + "\": *\\[([^]]*)]").matcher(entry);
        if (!found.find()) {
            throw new IllegalArgumentException(key + " - one of " + entry);
        }
        return Arrays.stream(found.group(1).split(",")).map(word -> word.trim().replace("\"", "")).toList();
    }
}
