// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.evenfloat.application.northbound.PointColumn.*;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;

/** Our own MIB about strings and blocks. */
final class OwnBattery {

    static final int STRINGS = 4;
    static final int BLOCKS = 5;

    /** Number of the column by which the equalizing of a string is paused. */
    static final int EQUALIZING_ALLOWED = 27;

    private static final String OF_STRING = "evenfloatString";
    private static final String OF_BLOCK = "evenfloatBlock";
    private static final Syntax PHASE = Syntax.ofWords("off", "paused", "working", "converged", "notCorrectable");

    private OwnBattery() {}

    static MibGroup strings() {
        List<MibObject> objects = new ArrayList<>(List.of(
                OwnSite.index(OF_STRING), OwnSite.id(OF_STRING, PointSubject.STRING),
                MibObject.of(3, OF_STRING + "Name", Syntax.TEXT, "what people call it",
                        (to, moment, row) -> to.octets(Texts.utf8(moment.words().string(row))))));
        Object[] syntaxesAndColumns = {
            Syntax.UNSIGNED, STRING_BLOCKS, Syntax.UNSIGNED, STRING_FIRST, Syntax.GAUGE, STRING_VOLTAGE,
            Syntax.INTEGER, STRING_CURRENT, Syntax.GAUGE, STRING_MEAN, Syntax.GAUGE, STRING_LOWEST,
            Syntax.UNSIGNED, STRING_LOWEST_BLOCK, Syntax.GAUGE, STRING_HIGHEST, Syntax.UNSIGNED, STRING_HIGHEST_BLOCK,
            Syntax.INTEGER, STRING_AMBIENT, Syntax.INTEGER, STRING_COOLEST, Syntax.INTEGER, STRING_HOTTEST,
            Syntax.UNSIGNED, STRING_HOTTEST_BLOCK, Syntax.GAUGE, STRING_TARGET,
            Syntax.ofWords("unknown", "float", "boost", "recharge", "discharge", "rest"), STRING_STATE,
            Syntax.UNSIGNED, STRING_STATE_SINCE, PHASE, STRING_PHASE, Syntax.GAUGE, STRING_DUTY,
            Syntax.GAUGE, STRING_GOOD, Syntax.ofWords("normal", "warning", "alarm", "trip"), STRING_RUNAWAY,
            Syntax.KINDS, STRING_WARNINGS, Syntax.KINDS, STRING_ALARM_KINDS, Syntax.TRUTH, STRING_CHARGER};
        for (int i = 0; i < syntaxesAndColumns.length; i += 2) {
            objects.add(MibObject.column(objects.size() + 1, OF_STRING, (Syntax) syntaxesAndColumns[i],
                    (PointColumn) syntaxesAndColumns[i + 1]));
        }
        objects.add(new MibObject(EQUALIZING_ALLOWED, OF_STRING + "EqualizingAllowed", Syntax.TRUTH, "", true,
                "whether it may be equalized; write false to pause that, true to let it go on",
                (to, moment, row) -> {
                    if (moment.image().known(STRING_PHASE, row)) {
                        to.integer(moment.image().value(STRING_PHASE, row) == 0 ? 2 : 1);
                    } else {
                        to.none();
                    }
                }));
        return new MibGroup(OF_STRING, Arcs.entry(STRINGS), PointSubject.STRING, "a string", objects);
    }

    static MibGroup blocks(PointTable table) {
        return new MibGroup(OF_BLOCK, Arcs.entry(BLOCKS), PointSubject.BLOCK, "a block with its battery module", List.of(
                OwnSite.index(OF_BLOCK), OwnSite.id(OF_BLOCK, PointSubject.BLOCK),
                MibObject.of(3, OF_BLOCK + "Label", Syntax.TEXT, "what people have written on it",
                        (to, moment, row) -> to.octets(Texts.utf8(moment.words().block(row)))),
                MibObject.of(4, OF_BLOCK + "StringIndex", Syntax.INDEX,
                        "place of its string among those of the site, from 1",
                        (to, moment, row) -> to.integer(string(table, row) + 1)),
                MibObject.of(5, OF_BLOCK + "Number", Syntax.INDEX, "its place in the string, from 1 at the positive end",
                        (to, moment, row) -> to.integer(row - table.firstBlock(string(table, row)) + 1)),
                MibObject.column(6, OF_BLOCK, Syntax.GAUGE, BLOCK_VOLTAGE),
                MibObject.column(7, OF_BLOCK, Syntax.INTEGER, BLOCK_TEMPERATURE),
                MibObject.column(8, OF_BLOCK, Syntax.GAUGE, BLOCK_RESISTANCE),
                MibObject.column(9, OF_BLOCK, Syntax.GAUGE, BLOCK_DUTY),
                MibObject.quality(10, OF_BLOCK, BLOCK_VOLTAGE), MibObject.quality(11, OF_BLOCK, BLOCK_TEMPERATURE),
                MibObject.quality(12, OF_BLOCK, BLOCK_RESISTANCE), MibObject.quality(13, OF_BLOCK, BLOCK_DUTY),
                MibObject.column(14, OF_BLOCK, Syntax.KINDS, BLOCK_WARNINGS),
                MibObject.column(15, OF_BLOCK, Syntax.KINDS, BLOCK_ALARM_KINDS),
                MibObject.column(16, OF_BLOCK, Syntax.ofWords("takesPart", "leftOut", "notCorrectable"), BLOCK_EQUALIZING)));
    }

    /** Returns the string of a block: the last one that begins with it or before it. */
    private static int string(PointTable table, int block) {
        int low = 0;
        int high = table.rows(PointSubject.STRING) - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (table.firstBlock(middle) <= block) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
