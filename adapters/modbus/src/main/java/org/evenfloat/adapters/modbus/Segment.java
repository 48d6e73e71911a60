// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;

/**
 * Registers that lie together: rows of the same fields. Rows beyond {@code most} are served under the next unit id, at the
 * same addresses.
 *
 * @param name for people
 * @param subject what its rows are
 * @param base address of the first register, counted from 0
 * @param stride registers from row to row
 * @param most rows under one unit id
 * @param always whether all of them are there, installed or not
 * @param writable how it may be written, for people; empty for never
 * @param fields of a row
 */
record Segment(
        String name, PointSubject subject, int base, int stride, int most, boolean always, Optional<String> writable,
        List<Field> fields) {

    /** A segment that is only read, and only as far as something is installed. */
    Segment(String name, PointSubject subject, int base, int stride, int most, List<Field> fields) {
        this(name, subject, base, stride, most, false, Optional.empty(), fields);
    }

    Segment {
        fields = List.copyOf(fields);
        for (Field field : fields) {
            if (field.offset() + field.form().registers() > stride) {
                throw new IllegalArgumentException(name + ", " + field.name() + ": beyond its row of " + stride);
            }
        }
    }

    /** Returns whether further rows are under further unit ids. */
    boolean paged() {
        return subject == PointSubject.STRING && !always || subject == PointSubject.BLOCK;
    }

    /** Returns the first row that is served on a page. */
    int firstRow(int page) {
        return paged() ? page * most : 0;
    }

    /** Returns how many rows of a site are served on a page. */
    int rows(PointTable table, int page) {
        return Math.max(0, Math.min(most, table.rows(subject) - firstRow(page)));
    }

    /** Returns how many registers are served on a page. */
    int span(PointTable table, int page) {
        return always ? most * stride : rows(table, page) * stride;
    }

    /** Returns how many pages it takes to serve all rows. */
    int pages(PointTable table) {
        return paged() ? Math.max(1, (table.rows(subject) + most - 1) / most) : 1;
    }
}
