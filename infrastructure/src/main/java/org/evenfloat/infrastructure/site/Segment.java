// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.domain.topology.ModuleAddress;

/**
 * Successive addresses of one line.
 *
 * @param line id of the line
 * @param from first address in string order
 * @param to last address in string order; smaller than {@code from} when the string runs against the addresses
 */
record Segment(String line, int from, int to) {

    private static final Pattern TEXT = Pattern.compile("(" + Ids.ID + ") *: *(\\d{1,5})(?: *- *(\\d{1,5}))?");

    /** Reads several addresses. */
    static Optional<Segment> read(Entry entry) {
        Optional<Segment> segment = entry.scalar().flatMap(Segment::parse);
        if (segment.isEmpty()) {
            entry.reject("line and addresses in quotes such as \"L1: 1-64\" or \"L1: 7\", addresses 1 to "
                    + ModuleAddress.MAX);
        }
        return segment;
    }

    /** Reads one address. */
    static Optional<ModuleAddress> readAddress(Entry entry) {
        Optional<Segment> segment = entry.scalar().flatMap(Segment::parse).filter(s -> s.from == s.to);
        if (segment.isEmpty()) {
            entry.reject("line and address in quotes such as \"L1: 60001\", address 1 to " + ModuleAddress.MAX);
        }
        return segment.map(s -> s.address(0));
    }

    private static Optional<Segment> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
        boolean inRange = Math.min(from, to) >= 1 && Math.max(from, to) <= ModuleAddress.MAX;
        return inRange ? Optional.of(new Segment(matcher.group(1), from, to)) : Optional.empty();
    }

    int size() {
        return Math.abs(to - from) + 1;
    }

    /** Returns the address at that place of the segment, counted from 0. */
    ModuleAddress address(int place) {
        return new ModuleAddress(line, to >= from ? from + place : from - place);
    }

    /** Returns the segment as the site file writes it. */
    @Override
    public String toString() {
        return line + ": " + from + (to == from ? "" : "-" + to);
    }
}
