// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.List;
import java.util.Set;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrder;

/** What an agent serves: made from images, without knowing of messages or users. */
public interface SnmpTree {

    /**
     * Returns all variables of an image, in parts that follow each other: every name of a part is greater than all names of
     * the part before. Called by one thread, only when somebody reads.
     *
     * @param uptimeHundredths how long the agent runs, 0.01 s
     */
    List<Variables> variables(NorthboundImage image, long uptimeHundredths);

    /**
     * Returns what has to be told after an image: one alarm that was raised, acknowledged, went or the like is one or more
     * notifications. Called by one thread with every image in their order; the first one only says what is there already.
     */
    List<Notification> news(NorthboundImage image);

    /**
     * Checks a set as a whole: either all of it can be carried out, or it is refused and nothing is.
     *
     * @param image what is there now
     * @param names what is written, at least one
     * @param values new values: a {@link Long} for an integer of any sort, a byte array, or an {@link Oid}
     * @param may what the client may ask for
     */
    SetPlan plan(NorthboundImage image, List<Oid> names, List<Object> values, Set<NorthboundOrder.Kind> may);

    /**
     * What a set comes to.
     *
     * @param error error status of RFC 3416 (noAccess 6, wrongType 7, wrongLength 8, wrongValue 10, noCreation 11,
     *     notWritable 17, ...); 0 when it can be carried out
     * @param index number of the variable that is wrong, from 1; 0 for none
     * @param orders what it asks for
     */
    record SetPlan(int error, int index, List<NorthboundOrder> orders) {}

    /**
     * Something that receivers are told without asking.
     *
     * @param kind which receivers want it
     * @param trap its identifier, the value of snmpTrapOID.0
     * @param enterprise for version 1: the enterprise of the trap
     * @param generic for version 1: 0 coldStart … 6 enterpriseSpecific
     * @param specific for version 1: its number
     * @param variables what is told with it, in the order of its definition: one each, names need not be sorted
     */
    record Notification(Kind kind, Oid trap, Oid enterprise, int generic, int specific, List<Bound> variables) {

        /** Sorts of notifications. */
        public enum Kind {
            /** Of the MIB of this product. */
            OWN,
            /** Of RFC 1628. */
            UPS
        }

        /**
         * One variable of a notification.
         *
         * @param name of the variable
         * @param value the only value of {@code value}, a set of one variable
         */
        public record Bound(Oid name, Variables value) {}
    }
}
