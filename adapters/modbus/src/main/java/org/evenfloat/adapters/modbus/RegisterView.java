// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.Meaning;
import org.evenfloat.application.northbound.PointPage;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.SeenPoint;
import org.evenfloat.domain.measure.Quality;

/** Shows people what a client reads: the very registers, and what they mean. */
final class RegisterView {

    private final RegisterMap map;
    private final PointTable table;
    private final int unit;

    /** @param unit unit id of the first page */
    RegisterView(RegisterMap map, int unit) {
        this.map = map;
        this.table = map.table();
        this.unit = unit;
    }

    /** Puts the values that are wanted on a page. */
    void fill(RegisterImage image, PointPage out) {
        RegisterWalk.over(map, (page, segment, row, field) -> {
            if (out.knownOnly() && quality(image, page, segment, row, field) == Quality.MISSING) {
                return;
            }
            boolean wanted = out.searches()
                    ? out.wants(RegisterWalk.subject(table, segment, page, row), segment.name(), field.name(),
                            address(page, segment, row, field))
                    : out.wants();
            if (wanted) {
                out.add(point(image, page, segment, row, field));
            }
        });
    }

    private Quality quality(RegisterImage image, int page, Segment segment, int row, Field field) {
        return RegisterWalk.installed(table, segment, page, row)
                ? field.source().quality(image.of(), segment.firstRow(page) + row) : Quality.MISSING;
    }

    private String address(int page, Segment segment, int row, Field field) {
        return (unit + page) + ":" + register(segment, row, field);
    }

    private static int register(Segment segment, int row, Field field) {
        return segment.base() + row * segment.stride() + field.offset();
    }

    private SeenPoint point(RegisterImage image, int page, Segment segment, int row, Field field) {
        long raw = field.form().read(image, page, register(segment, row, field));
        Quality quality = quality(image, page, segment, row, field);
        return new SeenPoint(address(page, segment, row, field), segment.name(),
                RegisterWalk.subject(table, segment, page, row), field.name(), field.form().word(), field.unit(),
                field.form().text(raw), quality == Quality.MISSING ? "" : Meaning.of(raw, field.unit(), field.words()),
                quality, field.words());
    }
}
