// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.domain.measure.Quality;

/** Where the number of a register comes from. */
@FunctionalInterface
interface Source {

    /** Returns the number for a row, {@link Form#UNKNOWN} when nobody knows it. */
    int of(NorthboundImage image, int row);

    /** Returns how far that number may be trusted. */
    default Quality quality(NorthboundImage image, int row) {
        return of(image, row) == Form.UNKNOWN ? Quality.MISSING : Quality.GOOD;
    }

    /** The values of a column, as they are. */
    static Source column(PointColumn column) {
        return new Column(column, 1);
    }

    /** The values of a column, divided and rounded. */
    static Source column(PointColumn column, int divisor) {
        return new Column(column, divisor);
    }

    /** Always the same. */
    static Source always(int value) {
        return (image, row) -> value;
    }

    /** The values of a column, divided and rounded unless the divisor is 1. */
    record Column(PointColumn column, int divisor) implements Source {

        @Override
        public int of(NorthboundImage image, int row) {
            if (!image.known(column, row)) {
                return Form.UNKNOWN;
            }
            int value = image.value(column, row);
            return divisor == 1 ? value : (int) Math.round((double) value / divisor);
        }

        @Override
        public Quality quality(NorthboundImage image, int row) {
            return image.quality(column, row);
        }
    }
}
