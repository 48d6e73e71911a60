// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.function.Function;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.domain.measure.Quality;

/** Where the value of an object comes from. */
@FunctionalInterface
interface Teller {

    /** Nothing in this server knows it: it is never there, and never 0 instead. */
    Teller NOBODY = (to, moment, row) -> to.none();

    /** Tells one value, or that there is none: exactly one call of {@code to}. */
    void tell(Values to, Moment moment, int row);

    /** Returns how far a value that is there may be trusted. */
    default Quality quality(Moment moment, int row) {
        return Quality.GOOD;
    }

    /** Tells a column of the points. */
    static Teller column(Syntax syntax, PointColumn column) {
        return new ColumnTeller(syntax, column, 1);
    }

    /** Tells a column in steps of so many of its units, rounded half up. */
    static Teller inSteps(PointColumn column, int step) {
        return new ColumnTeller(Syntax.INTEGER, column, step);
    }

    /** Tells how far a value of a column may be trusted: 0 good, 1 suspect, 2 stale, 3 missing. */
    static Teller quality(PointColumn column) {
        return (to, moment, row) -> to.integer(moment.image().quality(column, row).code());
    }

    /** Tells the number of the row, from 1. */
    static Teller index() {
        return (to, moment, row) -> to.integer(row + 1);
    }

    /** Tells a text of the site. */
    static Teller text(Function<Moment, String> text) {
        return (to, moment, row) -> to.octets(Texts.utf8(text.apply(moment)));
    }
}
