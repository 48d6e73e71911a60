// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The map of a protocol for whoever has to enter it elsewhere: a table of what stands where.
 *
 * @param head names of the columns
 * @param numbers names of those columns that hold whole numbers only
 * @param rows cells, as many as the head has
 */
public record PublishedPoints(List<String> head, Set<String> numbers, List<List<String>> rows) {

    /** Returns the lines of a table as RFC 4180 has it, without line ends. */
    public Stream<String> csv() {
        return Stream.concat(Stream.of(String.join(",", head)),
                rows.stream().map(row -> row.stream().map(PublishedPoints::quoted).collect(Collectors.joining(","))));
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Returns the lines of a table in Markdown. */
    public Stream<String> markdown() {
        return Stream.concat(
                Stream.of("| " + String.join(" | ", head) + " |", "|" + "---|".repeat(head.size())),
                rows.stream().map(row -> "| " + String.join(" | ", row) + " |"));
    }
}
