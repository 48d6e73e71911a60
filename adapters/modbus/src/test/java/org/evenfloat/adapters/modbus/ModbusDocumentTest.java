// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.application.northbound.AlarmCodes;
import org.evenfloat.application.northbound.AlarmKinds;
import org.junit.jupiter.api.Test;

/** The tables in docs/modbus.md say what the program does. */
class ModbusDocumentTest {

    private static final Path DOCUMENT = Path.of("../../docs/modbus.md");

    @Test
    void theDocumentHasTheTablesOfTheProgram() throws IOException {
        String text = Files.readString(DOCUMENT).replace("\r\n", "\n");
        String made = with(text, "registers", PublishedMap.document());
        made = with(made, "kinds", numbered("Bit", "Kind", 0, AlarmKinds.NAMES));
        made = with(made, "codes", numbered("Code", "Alarm", 1, AlarmCodes.IDS));
        if (!made.equals(text)) {
            Path right = Files.createDirectories(Path.of("target")).resolve("modbus.md");
            Files.writeString(right, made);
            assertThat(text).as("docs/modbus.md; the right one is in adapters/modbus/target/modbus.md").isEqualTo(made);
        }
    }

    private static String with(String text, String name, String table) {
        String begin = "<!-- " + name + ": made by ModbusDocumentTest -->\n";
        String end = "<!-- end of " + name + " -->\n";
        assertThat(text).contains(begin, end);
        return text.substring(0, text.indexOf(begin) + begin.length()) + table + text.substring(text.indexOf(end));
    }

    private static String numbered(String number, String what, int first, List<String> rows) {
        StringBuilder table = new StringBuilder("| " + number + " | " + what + " |\n|---|---|\n");
        for (int i = 0; i < rows.size(); i++) {
            table.append("| ").append(first + i).append(" | ").append(rows.get(i)).append(" |\n");
        }
        return table.toString();
    }
}
