// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A gzipped table of numbers: comma, one header line, decimal point, no quotes, no empty fields. */
final class CsvTable {

    // The largest reference table has 400,000 fields; this keeps a wrong file from eating the heap
    private static final int MAX_FIELDS = 20_000_000;

    private final Path file;
    private final Map<String, Integer> header;
    private final List<double[]> rows;

    private CsvTable(Path file, Map<String, Integer> header, List<double[]> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    static CsvTable read(Path file) throws MalformedSetException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String first = reader.readLine();
            if (first == null) {
                throw new MalformedSetException(file, "empty - a header line");
            }
            String[] names = first.split(",", -1);
            Map<String, Integer> header = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                if (header.put(names[i], i) != null) {
                    throw new MalformedSetException(file, "column " + names[i] + ": twice - once");
                }
            }
            List<double[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(row(file, rows.size() + 2, line, names));
                if ((long) rows.size() * names.length > MAX_FIELDS) {
                    throw new MalformedSetException(file, "more than " + MAX_FIELDS + " fields - at most so many");
                }
            }
            if (rows.isEmpty()) {
                throw new MalformedSetException(file, "no rows - at least one");
            }
            return new CsvTable(file, header, rows);
        } catch (NoSuchFileException e) {
            throw new MalformedSetException(file, "no such file");
        } catch (IOException e) {
            throw new MalformedSetException(file, "cannot be read: " + e.getMessage());
        }
    }

    private static double[] row(Path file, int line, String text, String[] names) throws MalformedSetException {
        String[] fields = text.split(",", -1);
        if (fields.length != names.length) {
            throw new MalformedSetException(
                    file, "line " + line + ": " + fields.length + " fields - " + names.length);
        }
        double[] values = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            try {
                values[i] = Double.parseDouble(fields[i]);
            } catch (NumberFormatException e) {
                values[i] = Double.NaN;
            }
            if (!Double.isFinite(values[i])) {
                throw new MalformedSetException(
                        file, "line " + line + ", " + names[i] + ": \"" + fields[i] + "\" - a number");
            }
        }
        return values;
    }

    Path file() {
        return file;
    }

    int rows() {
        return rows.size();
    }

    /** Returns where that column stands, for {@link #at}. */
    int column(String name) throws MalformedSetException {
        Integer column = header.get(name);
        if (column == null) {
            throw new MalformedSetException(file, "column " + name + ": missing - needed");
        }
        return column;
    }

    /** Returns where columns {@code name0}, {@code name1} … stand, exactly {@code count} of them. */
    int[] columns(String name, int count) throws MalformedSetException {
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            columns[i] = column(name + i);
        }
        if (header.containsKey(name + count)) {
            throw new MalformedSetException(file, "columns " + name + "0...: more than " + count + " - " + count);
        }
        return columns;
    }

    /** Returns how many columns {@code name0}, {@code name1} … there are. */
    int count(String name) {
        int count = 0;
        while (header.containsKey(name + count)) {
            count++;
        }
        return count;
    }

    double at(int row, int column) {
        return rows.get(row)[column];
    }
}
