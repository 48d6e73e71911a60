// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;

/**
 * A tree to be read: scalars 1.3.6.1.4.1.99999.1.1.0 (a text), .2.0 (never there), .3.0 (a Counter64), and a table
 * 1.3.6.1.4.1.99999.2.1.COLUMN.BLOCK with columns 2 to 13, voltages in mV, and 14, of which only block 3 is there. What is
 * written to .4.0 acknowledges everything (1), .5.0 equalizes string S1 (0 or 1).
 */
final class TestTree implements SnmpTree {

    static final Oid ROOT = Oid.of(1, 3, 6, 1, 4, 1, 99999);
    static final Oid ENTRY = ROOT.then(2, 1);
    static final int FIRST = 2;
    static final int LAST = 13;

    final List<Notification> toTell = new ArrayList<>();
    private final Names scalars =
            new Names(IntStream.rangeClosed(1, 5).mapToObj(number -> ROOT.then(1, number, 0)).toList());
    private final Names table;
    private final int blocks;

    TestTree(NorthboundImage of) {
        this.blocks = of.table().rows(PointSubject.BLOCK);
        List<Oid> names = new ArrayList<>();
        for (int column = FIRST; column <= LAST + 1; column++) {
            for (int block = 1; block <= blocks; block++) {
                names.add(ENTRY.then(column, block));
            }
        }
        this.table = new Names(names);
    }

    @Override
    public List<Variables> variables(NorthboundImage image, long uptimeHundredths) {
        Values few = new Values(scalars);
        few.text("Röom");
        few.none();
        few.counter64(1L << 40);
        few.integer(0);
        few.integer(1);
        Values many = new Values(table);
        for (int column = FIRST; column <= LAST; column++) {
            for (int block = 0; block < blocks; block++) {
                if (image.known(PointColumn.BLOCK_VOLTAGE, block)) {
                    many.integer(image.value(PointColumn.BLOCK_VOLTAGE, block));
                } else {
                    many.none();
                }
            }
        }
        for (int block = 1; block <= blocks; block++) {
            if (block == 3) {
                many.integer(3);
            } else {
                many.none();
            }
        }
        return List.of(few.variables(), many.variables());
    }

    @Override
    public synchronized List<Notification> news(NorthboundImage image) {
        List<Notification> all = List.copyOf(toTell);
        toTell.clear();
        return all;
    }

    @Override
    public SetPlan plan(NorthboundImage image, List<Oid> names, List<Object> values, Set<NorthboundOrder.Kind> may) {
        List<NorthboundOrder> orders = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!(values.get(i) instanceof Long number)) {
                return new SetPlan(ErrorStatus.WRONG_TYPE, i + 1, List.of());
            }
            if (names.get(i).equals(ROOT.then(1, 4, 0)) && number == 1) {
                orders.add(new NorthboundOrder.AcknowledgeAll());
            } else if (names.get(i).equals(ROOT.then(1, 5, 0)) && number <= 1) {
                orders.add(new NorthboundOrder.Equalize("S1", number == 1));
            } else {
                return new SetPlan(ErrorStatus.WRONG_VALUE, i + 1, List.of());
            }
            if (!may.contains(orders.get(orders.size() - 1).kind())) {
                return new SetPlan(ErrorStatus.NO_ACCESS, i + 1, List.of());
            }
        }
        return new SetPlan(ErrorStatus.NONE, 0, orders);
    }
}
