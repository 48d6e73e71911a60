// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointTable;

/**
 * Every register of a site, the published maps, ours, and the SunSpec models. One unit id has room for {@value
 * OwnSegments#MOST_STRINGS} strings and {@value OwnSegments#MOST_BLOCKS} blocks; a larger site goes on under the unit
 * ids that follow: its pages. Immutable.
 */
final class RegisterMap {

    private final PointTable table;
    private final List<Segment> segments;
    private final int pages;
    private final BitSet[] served;
    private final BitSet[] flags;

    RegisterMap(PointTable table, BacsScales scales) {
        this.table = table;
        this.segments = all(scales);
        segments.add(SunSpecSegment.segment(table));
        this.pages = segments.stream().mapToInt(segment -> segment.pages(table)).max().orElse(1);
        this.served = new BitSet[pages];
        this.flags = new BitSet[pages];
        for (int page = 0; page < pages; page++) {
            served[page] = new BitSet();
            flags[page] = new BitSet();
            for (Segment segment : segments) {
                int end = segment.base() + segment.span(table, page);
                if (served[page].get(segment.base(), end).cardinality() > 0) {
                    throw new IllegalStateException(segment.name() + ": overlaps another segment");
                }
                served[page].set(segment.base(), end);
                mark(flags[page], segment, end);
            }
        }
    }

    private static void mark(BitSet flags, Segment segment, int end) {
        for (Field field : segment.fields()) {
            for (int at = segment.base() + field.offset(); field.form() == Form.FLAG && at < end; at += segment.stride()) {
                flags.set(at);
            }
        }
    }

    /** Returns the segments of every site, in the order of addresses. */
    static List<Segment> all(BacsScales scales) {
        List<Segment> all = new ArrayList<>();
        all.add(UpsSegment.segment());
        all.addAll(BacsSegments.segments(scales));
        all.addAll(OwnSegments.segments());
        all.addAll(CommandSegments.segments());
        all.sort((a, b) -> Integer.compare(a.base(), b.base()));
        return all;
    }

    PointTable table() {
        return table;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Returns how many unit ids the site takes. */
    int pages() {
        return pages;
    }

    /** Returns whether all those registers are there; none at all are not. */
    boolean serves(int page, int register, int count) {
        return register + count <= RegisterImage.REGISTERS
                && served[page].nextClearBit(register) >= register + count;
    }

    /** Returns whether that register is a coil and a discrete input too. */
    boolean isFlag(int page, int register) {
        return flags[page].get(register);
    }

    /** Returns all registers with the values of an image. */
    RegisterImage render(NorthboundImage image) {
        byte[][] bytes = new byte[pages][];
        for (int page = 0; page < pages; page++) {
            bytes[page] = new byte[2 * served[page].length()];
            for (Segment segment : segments) {
                render(segment, image, page, bytes[page]);
            }
        }
        return new RegisterImage(image, bytes);
    }

    private void render(Segment segment, NorthboundImage image, int page, byte[] bytes) {
        int first = segment.firstRow(page);
        int rows = segment.rows(table, page);
        for (Field field : segment.fields()) {
            int at = segment.base() + field.offset();
            for (int row = 0; row < rows; row++) {
                field.form().put(bytes, at, field.source().of(image, first + row));
                at += segment.stride();
            }
        }
    }
}
