// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.function.UnaryOperator;
import org.evenfloat.domain.access.AccessBook;

/**
 * Keeps who may do what. Safe for several threads and several processes: the commands of the console change it while
 * the server runs, which sees the change within a second.
 */
public interface AccessStore {

    /**
     * Returns what is kept; {@link AccessBook#EMPTY} when nothing ever was. Costs next to nothing when nothing changed.
     *
     * @throws AccessFailure when it cannot be read, or is damaged; nobody gets in then
     */
    AccessBook book() throws AccessFailure;

    /**
     * Changes what is kept, alone: all or nothing, and on the disk when this returns.
     *
     * @param change makes the new book of the present one; what it throws goes through, and nothing is changed
     * @return the new book
     * @throws AccessFailure when it could not be kept
     */
    AccessBook update(UnaryOperator<AccessBook> change) throws AccessFailure;
}
