// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.evenfloat.application.northbound.PointColumn.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;

/**
 * Our own map, version {@value #VERSION}: everything the published blocks have no place for. A later version may add rows
 * and fill places that read 0; it changes none.
 */
final class OwnSegments {

    /** Version of the map, in register 2001. */
    static final int VERSION = 1;

    static final int HEADER = 2000;
    static final int STRINGS = 2100;
    static final int MOST_STRINGS = 128;
    static final int ALARMS = 6200;
    static final int RELAY_MODULES = 7000;
    static final int BREAKERS = 8000;
    static final int LINES = 9400;
    static final int BLOCKS = 10_000;
    static final int MOST_BLOCKS = 3_750;

    private static final int MARK = 'E' << 8 | 'F';
    private static final int HEADER_SPAN = 32;
    private static final int STRING_STRIDE = 32;
    private static final int ALARM_STRIDE = 16;
    private static final int RELAY_STRIDE = 4;
    private static final int BREAKER_STRIDE = 6;
    private static final int LINE_STRIDE = 8;
    private static final int BLOCK_STRIDE = 8;
    private static final int MOST_OF_SWITCHGEAR = 200;
    private static final int MOST_LINES = 64;
    private static final int MOST_ALARMS = 50;
    private static final int QUALITY_BITS = 4;

    private OwnSegments() {}

    static List<Segment> segments() {
        return List.of(header(), strings(), alarms(), relayModules(), breakers(), lines(), blocks());
    }

    /** Places the columns one behind the other; what may be large takes two registers. */
    private static List<Field> fields(int offset, Object... formsAndColumns) {
        List<Field> fields = new ArrayList<>();
        int next = offset;
        for (int i = 0; i < formsAndColumns.length; i += 2) {
            Form form = (Form) formsAndColumns[i];
            fields.add(Field.of(next, form, (PointColumn) formsAndColumns[i + 1]));
            next += form.registers();
        }
        return fields;
    }

    private static Segment header() {
        List<Field> fields = new ArrayList<>(List.of(
                new Field(0, Form.U16, "mark", "", false, "0x4546, \"EF\": this map is here", Source.always(MARK)),
                new Field(1, Form.U16, "map-version", "", false, "version of this map", Source.always(VERSION)),
                new Field(2, Form.U32, "image-number", "", false, "counts the images; it stands still when the server does",
                        (image, row) -> (int) image.number())));
        fields.addAll(fields(4,
                Form.U32, SITE_TIME, Form.U16, SITE_STRINGS, Form.U16, SITE_BLOCKS, Form.U16, SITE_LINES,
                Form.U16, SITE_RELAY_MODULES, Form.U16, SITE_BREAKERS, Form.U16, SITE_ALARMS,
                Form.U16, SITE_UNACKNOWLEDGED, Form.U16, SITE_HIDDEN, Form.FLAG, SITE_GENERAL_ALARM,
                Form.U16, SITE_BUZZER, Form.U16, SITE_PRIORITY, Form.FLAG, SITE_FLOOD, Form.BITS, SITE_WARNINGS,
                Form.BITS, SITE_ALARM_KINDS, Form.U16, SITE_LINES_DOWN, Form.U16, SITE_MISSING,
                Form.FLAG, SITE_HISTORY));
        return new Segment("site", PointSubject.SITE, HEADER, HEADER_SPAN, 1, fields);
    }

    private static Segment strings() {
        return new Segment("string", PointSubject.STRING, STRINGS, STRING_STRIDE, MOST_STRINGS, fields(0,
                Form.U32, STRING_VOLTAGE, Form.S32, STRING_CURRENT, Form.U16, STRING_MEAN, Form.U16, STRING_LOWEST,
                Form.U16, STRING_LOWEST_BLOCK, Form.U16, STRING_HIGHEST, Form.U16, STRING_HIGHEST_BLOCK,
                Form.S16, STRING_AMBIENT, Form.S16, STRING_COOLEST, Form.S16, STRING_HOTTEST,
                Form.U16, STRING_HOTTEST_BLOCK, Form.U16, STRING_TARGET, Form.U16, STRING_STATE,
                Form.U32, STRING_STATE_SINCE, Form.U16, STRING_PHASE, Form.U16, STRING_DUTY, Form.U16, STRING_GOOD,
                Form.U16, STRING_BLOCKS, Form.U32, STRING_FIRST, Form.U16, STRING_RUNAWAY, Form.BITS, STRING_WARNINGS,
                Form.BITS, STRING_ALARM_KINDS, Form.FLAG, STRING_CHARGER));
    }

    private static Segment alarms() {
        return new Segment("alarm", PointSubject.ALARM, ALARMS, ALARM_STRIDE, MOST_ALARMS, fields(0,
                Form.U32, ALARM_SEQUENCE, Form.U16, ALARM_CODE, Form.U16, ALARM_STATE, Form.U16, ALARM_LEVEL,
                Form.U16, ALARM_PRIORITY, Form.U16, ALARM_SUBJECT, Form.U32, ALARM_ROW, Form.S32, ALARM_VALUE,
                Form.S32, ALARM_LIMIT, Form.U32, ALARM_RAISED));
    }

    private static Segment relayModules() {
        List<Field> fields = new ArrayList<>(fields(0,
                Form.BITS, RELAY_ENERGISED, Form.BITS, RELAY_INPUTS, Form.BITS, RELAY_CHANGES));
        fields.add(new Field(3, Form.U16, "quality", "", false, "0 good, 1 suspect, 2 stale, 3 missing",
                (image, row) -> image.quality(RELAY_INPUTS, row).code()));
        return new Segment("relay module", PointSubject.RELAY_MODULE, RELAY_MODULES, RELAY_STRIDE, MOST_OF_SWITCHGEAR,
                fields);
    }

    private static Segment breakers() {
        List<Field> fields = new ArrayList<>(fields(0,
                Form.U16, BREAKER_POSITION, Form.U16, BREAKER_MODE, Form.U16, BREAKER_PHASE, Form.U16, BREAKER_LEFT,
                Form.FLAG, BREAKER_READY));
        fields.add(new Field(5, Form.U16, "quality", "", false, "of the position: 0 good, 1 suspect, 2 stale, 3 missing",
                (image, row) -> image.quality(BREAKER_POSITION, row).code()));
        return new Segment("breaker", PointSubject.BREAKER, BREAKERS, BREAKER_STRIDE, MOST_OF_SWITCHGEAR, fields);
    }

    private static Segment lines() {
        return new Segment("line", PointSubject.LINE, LINES, LINE_STRIDE, MOST_LINES, fields(0,
                Form.FLAG, LINE_UP, Form.U16, LINE_MODULES, Form.U16, LINE_MISSING, Form.U32, LINE_SWEEPS,
                Form.U32, LINE_SWEPT, Form.U16, LINE_MILLIS));
    }

    private static Segment blocks() {
        List<Field> fields = new ArrayList<>(fields(0,
                Form.U16, BLOCK_VOLTAGE, Form.S16, BLOCK_TEMPERATURE, Form.U32, BLOCK_RESISTANCE, Form.U16, BLOCK_DUTY));
        fields.add(new Field(5, Form.BITS, "state", "", false,
                "bits 0 to 7 kinds of alarms that are active, bits 8 to 13 kinds of warnings 0 to 5; bit 14 left out of"
                        + " equalizing, bit 15 cannot be brought into the band",
                OwnSegments::state));
        fields.add(new Field(6, Form.BITS, "quality", "", false, "of voltage, temperature, resistance, duty, four bits each,"
                + " voltage lowest: 0 good, 1 suspect, 2 stale, 3 missing", OwnSegments::qualities));
        return new Segment("block", PointSubject.BLOCK, BLOCKS, BLOCK_STRIDE, MOST_BLOCKS, fields);
    }

    private static int state(NorthboundImage image, int row) {
        int equalizing = image.value(BLOCK_EQUALIZING, row);
        return image.value(BLOCK_ALARM_KINDS, row) & 0xFF | (image.value(BLOCK_WARNINGS, row) & 0x3F) << 8
                | (equalizing == 1 ? 1 << 14 : 0) | (equalizing == 2 ? 1 << 15 : 0);
    }

    private static int qualities(NorthboundImage image, int row) {
        return image.quality(BLOCK_VOLTAGE, row).code()
                | image.quality(BLOCK_TEMPERATURE, row).code() << QUALITY_BITS
                | image.quality(BLOCK_RESISTANCE, row).code() << 2 * QUALITY_BITS
                | image.quality(BLOCK_DUTY, row).code() << 3 * QUALITY_BITS;
    }
}
