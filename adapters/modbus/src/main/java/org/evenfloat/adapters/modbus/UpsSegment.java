// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.northbound.PointSubject;

/**
 * Registers 97 to 150, where the manager cards of the field tell of their UPS. This server watches no UPS: the status says
 * that its communication is lost, values are 0xFFFF, and no alarm of a UPS is said. Source of places and order: the public
 * "OEM MODBUS default" map.
 */
final class UpsSegment {

    static final int BASE = 97;
    static final int LAST = 150;

    /** COMM_LOST of the status word. */
    private static final int COMMUNICATION_LOST = 0x4000;

    private static final List<String> VALUES = List.of(
            "output-voltage-1 V", "output-voltage-2 V", "output-voltage-3 V", "output-load-1 %", "output-load-2 %",
            "output-load-3 %", "battery-charge %", "input-voltage-1 V", "input-voltage-2 V", "input-voltage-3 V",
            "temperature °C", "autonomy-time min", "status", "battery-voltage V", "input-frequency-1 Hz",
            "input-frequency-2 Hz", "input-frequency-3 Hz", "power-failures");

    /** In the order of the well-known alarms of RFC 1628. */
    private static final List<String> FLAGS = List.of(
            "battery-bad", "on-battery", "battery-low", "battery-depleted", "over-temperature", "input-bad", "output-bad",
            "output-overload", "on-bypass", "bypass-bad", "output-off-as-requested", "ups-off-as-requested",
            "charger-failed", "ups-output-off", "ups-system-off", "fan-failure", "fuse-failure", "general-fault",
            "diagnostic-test-failed", "communication-lost", "awaiting-power", "shutdown-pending", "shutdown-imminent",
            "test-in-progress");

    private static final int AUX_PORTS = 4;
    private static final int SENSORS = 8;

    private UpsSegment() {}

    static Segment segment() {
        List<Field> fields = new ArrayList<>();
        for (String value : VALUES) {
            String[] parts = value.split(" ");
            boolean status = parts[0].equals("status");
            fields.add(new Field(fields.size(), status ? Form.BITS : Form.U16, parts[0],
                    parts.length > 1 ? "1 " + parts[1] : "", true,
                    status ? "0x4000: the communication with the UPS is lost" : "of the UPS",
                    Source.always(status ? COMMUNICATION_LOST : Form.UNKNOWN)));
        }
        for (String flag : FLAGS) {
            boolean lost = flag.equals("communication-lost");
            fields.add(new Field(fields.size(), Form.FLAG, flag, "", true, "alarm of the UPS", Source.always(lost ? 1 : 0)));
        }
        for (int i = 1; i <= AUX_PORTS; i++) {
            fields.add(unused(fields.size(), "aux-port-" + i, "port of the manager card"));
        }
        for (int i = 1; i <= SENSORS; i++) {
            fields.add(unused(fields.size(), "sensor-" + i, "sensor of the manager card"));
        }
        return new Segment("UPS", PointSubject.SITE, BASE, LAST - BASE + 1, 1, true, Optional.empty(), fields);
    }

    private static Field unused(int offset, String name, String words) {
        return new Field(offset, Form.U16, name, "", true, words, Source.always(Form.UNKNOWN));
    }
}
