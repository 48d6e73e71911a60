// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.PointSubject;

/**
 * Objects that stand together: scalars, or the columns of a table.
 *
 * @param name its descriptor; of a table without "Table"
 * @param parent what its objects are numbered below: a node, or the entry of a table
 * @param subject what there is a row of; SITE for scalars
 * @param words what it is about
 * @param objects in the order of their numbers
 */
record MibGroup(String name, Oid parent, PointSubject subject, String words, List<MibObject> objects) {

    MibGroup {
        List<MibObject> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparingInt(MibObject::id));
        objects = List.copyOf(sorted);
    }

    /** Returns whether its objects are columns of a table. */
    boolean table() {
        return subject != PointSubject.SITE;
    }

    /** Returns the object of that number, null when there is none. */
    MibObject object(int id) {
        return objects.stream().filter(object -> object.id() == id).findFirst().orElse(null);
    }

    /** Returns the name of a value of one of its objects, rows counted from 0. */
    Oid name(MibObject object, int row) {
        return parent.then(object.id(), table() ? row + 1 : 0);
    }
}
