// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;

/**
 * Registers 1000 to 1059, where a BACS manager tells of its battery. Places are public; what 1001 and 1002 say and the
 * scales of the strings are not, so they are ours. A string that is not installed reads 0, a value that is not known 0x8000.
 */
final class BacsSegments {

    static final int FLAGS = 1000;
    static final int STRINGS = 1010;
    static final int MOST_STRINGS = 10;
    private static final int STRIDE = 5;

    private BacsSegments() {}

    static List<Segment> segments(BacsScales scales) {
        return List.of(
                new Segment("BACS", PointSubject.SITE, FLAGS, STRINGS - FLAGS, 1, true, Optional.empty(), List.of(
                        new Field(0, Form.BITS, "general-status", "", true, "0x0001 running, 0x0004 module lost,"
                                + " 0x0008 discharging, 0x0010 charging, 0x0040 float, 0x0080 equalizing, 0x0100 system"
                                + " failure, 0x0200 voltage, 0x0400 temperature, 0x0800 resistance out of range",
                                BacsFlags::general),
                        new Field(1, Form.BITS, "battery-status", "", false, "kinds of warnings that are active",
                                BacsFlags::warnings),
                        new Field(2, Form.BITS, "alarm-flags", "", false,
                                "kinds of alarms that are active; 0x8000 while the general alarm stands",
                                BacsFlags::alarms),
                        new Field(3, Form.U16, "strings", "", true, "strings installed",
                                Source.column(PointColumn.SITE_STRINGS)),
                        new Field(4, Form.U16, "modules", "", true, "battery modules installed",
                                Source.column(PointColumn.SITE_BLOCKS)))),
                new Segment("BACS string", PointSubject.STRING, STRINGS, STRIDE, MOST_STRINGS, true, Optional.empty(),
                        List.of(
                                scaled(0, "dc-current", scales.currentMilliamps(), "A", PointColumn.STRING_CURRENT),
                                scaled(1, "voltage", scales.sumMillivolts(), "V", PointColumn.STRING_VOLTAGE),
                                scaled(2, "mean-voltage", scales.meanMillivolts(), "V", PointColumn.STRING_MEAN),
                                new Field(3, Form.S16, "ac-current", "", true, "not measured",
                                        Source.always(Form.UNKNOWN)))));
    }

    private static Field scaled(int offset, String name, int milli, String unit, PointColumn column) {
        return new Field(offset, Form.S16, name, Amount.text(milli, unit), true, column.words(),
                Source.column(column, milli));
    }
}
