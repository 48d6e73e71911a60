// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lines {@code left = right} of a file in {@code frames/}. */
record GoldenLines(String left, String right) {

    static List<GoldenLines> of(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenLines.class.getResourceAsStream("/frames/" + file), file),
                StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(GoldenLines::split).toList();
        }
    }

    private static GoldenLines split(String line) {
        int equals = line.indexOf(" = ");
        return new GoldenLines(line.substring(0, equals).trim(), line.substring(equals + 3).trim());
    }
}
