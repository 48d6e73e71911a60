// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.Test;

/** The tables in docs/snmp.md say what the program does. */
class SnmpDocumentTest {

    private static final Path DOCUMENT = Path.of("../../docs/snmp.md");
    private final PointTable table = new NorthboundRoom(2, 3, 1).table();

    @Test
    void theDocumentHasTheTablesOfTheProgram() throws IOException {
        String text = Files.readString(DOCUMENT).replace("\r\n", "\n");
        String made = with(text, "own", PublishedMib.document(table, Arcs.OWN));
        made = with(made, "ups", PublishedMib.document(table, UpsView.OBJECTS));
        made = with(made, "bacs", PublishedMib.document(table, Arcs.BACS));
        if (!made.equals(text)) {
            Path right = Files.createDirectories(Path.of("target")).resolve("snmp.md");
            Files.writeString(right, made);
            assertThat(text).as("docs/snmp.md; the right one is in adapters/snmp/target/snmp.md").isEqualTo(made);
        }
    }

    @Test
    void everyValueOfAWalkIsPublished() {
        NorthboundRoom room = new NorthboundRoom(2, 3, 1);
        List<String> published = PublishedMib.of(room.table(), SnmpSettings.OFF).stream().map(MibRow::oid).toList();
        assertThat(published).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        SiteTree tree = new SiteTree(room.table(), new RoomFacts(room.site(), Map.of()), SnmpSettings.OFF, "1", 0);
        assertThat(Walk.of(tree.variables(room.image(), 0)).keySet())
                .allSatisfy(name -> assertThat(published).contains(name.toString()));
        assertThat(published).contains(Arcs.entry(OwnAlarms.ALARMS).then(OwnAlarms.ACKNOWLEDGED) + ".SEQUENCE");
    }

    private static String with(String text, String name, String table) {
        String begin = "<!-- " + name + ": made by SnmpDocumentTest -->\n";
        String end = "<!-- end of " + name + " -->\n";
        assertThat(text).contains(begin, end);
        return text.substring(0, text.indexOf(begin) + begin.length()) + table + text.substring(text.indexOf(end));
    }
}
