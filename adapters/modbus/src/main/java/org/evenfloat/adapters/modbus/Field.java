// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.PointColumn;

/**
 * One number of a segment.
 *
 * @param offset registers from the beginning of its row
 * @param form how it stands in registers
 * @param name unique within its segment
 * @param unit what 1 means, such as {@code 0.1 V}; empty for counts, codes and bits
 * @param published whether its place and meaning are those of published maps; else they are ours
 * @param words what it says
 * @param source where it comes from
 */
record Field(int offset, Form form, String name, String unit, boolean published, String words, Source source) {

    /** Makes a field of ours out of a column, in the unit of the column. */
    static Field of(int offset, Form form, PointColumn column) {
        String unit = column.unit().isEmpty() || Character.isDigit(column.unit().charAt(0))
                ? column.unit() : "1 " + column.unit();
        return new Field(offset, form, column.key(), unit, false, column.words(), Source.column(column));
    }
}
