// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;

/** Where the number of a register comes from. */
@FunctionalInterface
interface Source {

    /** Returns the number for a row, {@link Form#UNKNOWN} when nobody knows it. */
    int of(NorthboundImage image, int row);

    /** The values of a column, as they are. */
    static Source column(PointColumn column) {
        return (image, row) -> image.known(column, row) ? image.value(column, row) : Form.UNKNOWN;
    }

    /** The values of a column, divided and rounded. */
    static Source column(PointColumn column, int divisor) {
        return (image, row) ->
                image.known(column, row) ? (int) Math.round((double) image.value(column, row) / divisor) : Form.UNKNOWN;
    }

    /** Always the same. */
    static Source always(int value) {
        return (image, row) -> value;
    }
}
