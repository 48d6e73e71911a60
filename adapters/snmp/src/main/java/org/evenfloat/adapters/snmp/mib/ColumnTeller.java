// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.domain.measure.Quality;

/**
 * Tells a column of the points, in steps rounded half up.
 *
 * @param syntax how its numbers are told
 * @param column of the points
 * @param step so many of its units are 1
 */
record ColumnTeller(Syntax syntax, PointColumn column, int step) implements Teller {

    @Override
    public void tell(Values to, Moment moment, int row) {
        if (!moment.image().known(column, row)) {
            to.none();
            return;
        }
        int value = moment.image().value(column, row);
        syntax.tell(to, step == 1 ? value : Math.floorDiv(value + step / 2, step));
    }

    @Override
    public Quality quality(Moment moment, int row) {
        return moment.image().quality(column, row);
    }
}
