// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.PointTable;

/** Goes over every value of a map in the order of unit ids and addresses; nothing is made for one of them. */
final class RegisterWalk {

    private RegisterWalk() {}

    /** Told of each value. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Takes notice of a value.
         *
         * @param row of its segment on the page, from 0
         */
        void at(int page, Segment segment, int row, Field field);
    }

    static void over(RegisterMap map, Visitor visitor) {
        for (int page = 0; page < map.pages(); page++) {
            for (Segment segment : map.segments()) {
                int count = segment.always() ? segment.most() : segment.rows(map.table(), page);
                for (int row = 0; row < count; row++) {
                    for (Field field : segment.fields()) {
                        visitor.at(page, segment, row, field);
                    }
                }
            }
        }
    }

    /** Returns whether there is something behind that row. */
    static boolean installed(PointTable table, Segment segment, int page, int row) {
        return segment.firstRow(page) + row < table.rows(segment.subject());
    }

    /** Returns the id of what that row is about, as the site file has it. */
    static String subject(PointTable table, Segment segment, int page, int row) {
        return installed(table, segment, page, row)
                ? table.ids(segment.subject()).get(segment.firstRow(page) + row) : "(not installed)";
    }
}
