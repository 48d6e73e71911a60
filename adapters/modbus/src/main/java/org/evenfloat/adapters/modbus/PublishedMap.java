// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.PublishedPoints;

/** The registers for people and programs: of one site row by row, and of every site as a document. */
public final class PublishedMap {

    private static final List<String> HEAD = List.of(
            "unit", "address", "registers", "segment", "subject", "name", "form", "scale", "map", "access", "what");

    private PublishedMap() {}

    /** Returns how many unit ids a site takes, one after the other. */
    public static int unitIds(PointTable table) {
        return new RegisterMap(table, BacsScales.STANDARD).pages();
    }

    /** Returns every register of a site, in the order of unit ids and addresses. */
    public static List<MapRow> of(PointTable table, ModbusSettings settings) {
        return of(new RegisterMap(table, settings.scales()), settings.unit());
    }

    static List<MapRow> of(RegisterMap map, int unit) {
        List<MapRow> rows = new ArrayList<>();
        RegisterWalk.over(map, (page, segment, row, field) -> rows.add(new MapRow(
                unit + page, segment.base() + row * segment.stride() + field.offset(), field.form().registers(),
                segment.name(), RegisterWalk.subject(map.table(), segment, page, row), field.name(), field.form().word(),
                field.unit(), field.published(), segment.writable().isPresent(), field.words())));
        return rows;
    }

    /** Returns the same as a table. */
    public static PublishedPoints table(PointTable table, ModbusSettings settings) {
        return table(new RegisterMap(table, settings.scales()), settings.unit());
    }

    static PublishedPoints table(RegisterMap map, int unit) {
        return new PublishedPoints(HEAD, Set.of("unit", "address", "registers"),
                of(map, unit).stream().map(PublishedMap::cells).toList());
    }

    private static List<String> cells(MapRow row) {
        return List.of(Integer.toString(row.unit()), Integer.toString(row.address()), Integer.toString(row.registers()),
                row.segment(), row.subject(), row.name(), row.form(), row.scale(), row.published() ? "published" : "ours",
                row.writable() ? "read and write" : "read", row.words());
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
