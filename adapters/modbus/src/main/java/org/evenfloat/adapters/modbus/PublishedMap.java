// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenfloat.application.northbound.PointTable;

/** The registers for people and programs: of one site row by row, and of every site as a document. */
public final class PublishedMap {

    private PublishedMap() {}

    /** Returns how many unit ids a site takes, one after the other. */
    public static int unitIds(PointTable table) {
        return new RegisterMap(table, BacsScales.STANDARD).pages();
    }

    /** Returns every register of a site, in the order of unit ids and addresses. */
    public static List<MapRow> of(PointTable table, ModbusSettings settings) {
        RegisterMap map = new RegisterMap(table, settings.scales());
        List<MapRow> rows = new ArrayList<>();
        for (int page = 0; page < map.pages(); page++) {
            for (Segment segment : map.segments()) {
                int count = segment.always() ? segment.most() : segment.rows(table, page);
                for (int row = 0; row < count; row++) {
                    add(rows, segment, row, settings.unit() + page, subject(table, segment, segment.firstRow(page) + row));
                }
            }
        }
        rows.sort(Comparator.comparingInt(MapRow::unit).thenComparingInt(MapRow::address));
        return rows;
    }

    private static void add(List<MapRow> rows, Segment segment, int row, int unit, String subject) {
        for (Field field : segment.fields()) {
            rows.add(new MapRow(unit, segment.base() + row * segment.stride() + field.offset(), field.form().registers(),
                    segment.name(), subject, field.name(), field.form().word(), field.unit(), field.published(),
                    segment.writable().isPresent(), field.words()));
        }
    }

    private static String subject(PointTable table, Segment segment, int row) {
        return row < table.rows(segment.subject()) ? table.ids(segment.subject()).get(row) : "(not installed)";
    }

    /** Returns the tables of the document: what stands where on any site. */
    public static String document() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : RegisterMap.all(BacsScales.STANDARD)) {
            boolean one = segment.most() == 1;
            int end = segment.base() + segment.most() * segment.stride() - 1;
            text.append("### ").append(segment.base()).append(" to ").append(end).append(": ").append(segment.name())
                    .append("\n\n");
            if (!one) {
                text.append("Register = ").append(segment.base()).append(" + ").append(segment.stride())
                        .append(" × (n − 1) + offset, n = 1 to ").append(segment.most())
                        .append(segment.paged() ? "; more under the next unit id" : "").append(".\n\n");
            }
            text.append(one ? "| Register" : "| Offset").append(" | Name | Form | 1 is | Whose | What |\n")
                    .append("|---|---|---|---|---|---|\n");
            for (Field field : segment.fields()) {
                text.append("| ").append(one ? segment.base() + field.offset() : field.offset()).append(" | ")
                        .append(field.name()).append(" | ").append(field.form().word()).append(" | ")
                        .append(field.unit()).append(" | ").append(field.published() ? "published" : "ours")
                        .append(" | ").append(field.words()).append(" |\n");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
