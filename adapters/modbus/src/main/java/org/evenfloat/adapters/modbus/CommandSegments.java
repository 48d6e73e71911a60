// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;

/** What may be written, by clients that may. There is no register for a breaker, and there will be none. */
final class CommandSegments {

    static final int ACKNOWLEDGE_ALL = 9200;
    static final int MUTE = 9201;
    static final int ACKNOWLEDGE_ONE = 9202;
    static final int EQUALIZING = 9210;

    private CommandSegments() {}

    static List<Segment> segments() {
        return List.of(
                new Segment("command", PointSubject.SITE, ACKNOWLEDGE_ALL, 4, 1, true, Optional.of("write"), List.of(
                        new Field(0, Form.FLAG, "acknowledge-all", "", false,
                                "write 1: acknowledges every alarm that waits for it; reads 0", Source.always(0)),
                        new Field(1, Form.FLAG, "mute", "", false,
                                "write 1: silences the buzzer until there is something new; reads 1 while it is silenced",
                                (image, row) -> image.value(PointColumn.SITE_BUZZER, 0) == 2 ? 1 : 0),
                        new Field(2, Form.U32, "acknowledge", "", false,
                                "write the sequence of an alarm with function 16: acknowledges it; reads 0",
                                Source.always(0)))),
                new Segment("equalizing of a string", PointSubject.STRING, EQUALIZING, 1, OwnSegments.MOST_STRINGS, false,
                        Optional.of("write"), List.of(
                        new Field(0, Form.FLAG, "equalizing", "", false,
                                "1 while the string may be equalized; write 0 to pause it, 1 to let it go on",
                                (image, row) -> image.value(PointColumn.STRING_PHASE, row) == 0 ? 0 : 1))));
    }
}
