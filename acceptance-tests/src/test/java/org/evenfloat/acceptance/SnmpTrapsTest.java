// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A block that gets warm: who is told of it, how soon, and what becomes of it when a client acknowledges. */
@Isolated("measures time")
class SnmpTrapsTest {

    private static final String OWN = "1.3.6.1.4.1.8072.9999.9999.7233";
    private static final String UPS = "1.3.6.1.2.1.33";
    private static final String COLD_START = "1.3.6.1.6.3.1.1.5.1";
    private static final String ADDED = UPS + ".2.3";
    private static final String ENGINE_ID = "1.3.6.1.6.3.10.2.1.1.0";
    private static final String ENGINE_BOOTS = "1.3.6.1.6.3.10.2.1.2.0";
    private static final String WARM = "block-temperature-high-alarm/A1-5";
    private static final int PLACE = 5;
    private static final String[] FORMS = {"v1-trap", "v2c-trap", "v2c-inform", "v3-trap", "v3-inform"};

    @TempDir
    private Path folder;

    private static String receivers(TrapReceiver trapd) {
        StringBuilder text = new StringBuilder("  receivers:\n");
        for (String form : FORMS) {
            text.append("    - { host: 127.0.0.1, port: ").append(trapd.port(form)).append(", form: ").append(form)
                    .append(", as: ").append(form.startsWith("v3") ? "bms" : "nms").append(" }\n");
        }
        return text.toString();
    }

    /** A trap of version 3 is of the engine that sends it, an inform of the one that takes it. */
    private static String configuration(String engineId) {
        String user = "bms SHA-256 \"" + SnmpRoom.PASSWORD + "\" AES \"" + SnmpRoom.SECRET + "\"\n";
        return "authCommunity log " + SnmpRoom.COMMUNITY + "\ncreateUser -e 0x" + engineId + " " + user
                + "createUser " + user + "authUser log bms authPriv\n";
    }

    private static JsonNode alarm(JsonNode alarms) {
        for (JsonNode alarm : alarms.path("standing")) {
            if (alarm.path("id").asText().equals(WARM)) {
                return alarm;
            }
        }
        return null;
    }

    private static String engineId(SnmpRoom room) throws Exception {
        return room.v2c().one(ENGINE_ID).replaceAll("[^0-9A-Fa-f]", "");
    }

    /** The limit of the room is below what the block is going to say. */
    private static void limits(Api api) throws Exception {
        var answer = api.posted("settings/apply", "{\"version\":0,\"why\":\"test\",\"changes\":{"
                + "\"strings.A1.alarms.block-temperature-high-warning.limit\":\"29 °C\","
                + "\"strings.A1.alarms.block-temperature-high-alarm.limit\":\"30 °C\","
                + "\"strings.A1.alarms.block-temperature-high-alarm.on-delay\":\"0 ms\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void anAlarmIsToldWithinItsSweepAndAcknowledgedFromAfar() throws Exception {
        ExternalTool.require(Tool.there("snmpset"), "snmpset", "snmp");
        try (SnmpRoom room = new SnmpRoom(folder.resolve("room"))) {
            room.serve("");
            String engineId = engineId(room);
            assertThat(engineId).hasSizeBetween(10, 64);
            assertThat(room.v2c().one(ENGINE_BOOTS)).isEqualTo("1");
            room.server().kill();
            try (TrapReceiver trapd = new TrapReceiver(folder.resolve("trapd"), configuration(engineId), FORMS)) {
                room.serve(receivers(trapd));
                assertThat(engineId(room)).as("survives kill -9").isEqualTo(engineId);
                assertThat(room.v2c().one(ENGINE_BOOTS)).isEqualTo("2");
                for (String form : FORMS) {
                    trapd.await(form, line -> line.contains(form.equals("v1-trap") ? UPS + " 0 0" : COLD_START), 30);
                }
                limits(room.api());
                String sequence = raised(room, trapd);
                acknowledged(room, trapd, sequence);
                seenByPeople(room.api().get("interfaces").path("interfaces"));
            }
        }
        try (Program audit = new Program("audit", "show", folder.resolve("room").resolve("site.yaml").toString())) {
            assertThat(audit.end(60).lines().filter(line -> line.contains("ACKNOWLEDGE_ALARMS"))).singleElement().asString()
                    .contains("bms", "snmp 127.0.0.1", WARM);
        }
    }

    /** Returns the sequence of the alarm after everybody has been told of it. */
    private static String raised(SnmpRoom room, TrapReceiver trapd) throws Exception {
        Mbpoll mbpoll = Mbpoll.tcp(room.modbusPort());
        int warmBefore = mbpoll.registers(1002, 1).get(1002);
        trapd.await("v2c-trap", line -> line.contains(ADDED), 120);
        String trap = trapd.await("v2c-trap", line -> line.contains(OWN + ".0.1") && line.contains(WARM), 5);
        int flags = mbpoll.registers(1002, 1).get(1002);
        int state = mbpoll.registers(10_005 + 8 * (PLACE - 1), 1).get(10_005 + 8 * (PLACE - 1));
        JsonNode sweep = room.api().get("strings/A1");
        JsonNode alarm = alarm(room.api().get("alarms"));
        assertThat(alarm).as("the alarm stands in the API when its trap is there").isNotNull();
        assertThat(sweep.path("sampledAtMillis").asLong()).as("the sweep that raised it is still the newest one")
                .isEqualTo(alarm.path("raisedAtMillis").asLong());
        assertThat(warmBefore).as("MODBUS flags before").isZero();
        assertThat(flags).as("MODBUS flags of the same sweep").isNotZero();
        assertThat(state & 0xFF).as("kinds of alarms of the block, MODBUS").isNotZero();
        assertThat(trap).as("block, value and limit").contains("\"A1-5\"", "INTEGER: 3300", "INTEGER: 3000");

        for (String form : FORMS) {
            boolean first = form.equals("v1-trap");
            if (!form.equals("v2c-trap")) {
                trapd.await(form, line -> line.contains(first ? UPS + ".2 6 .3" : ADDED), 30);
                trapd.await(form, line -> line.contains(WARM) && line.contains(first ? OWN + " 6 .1" : OWN + ".0.1"), 30);
            }
        }
        String sequence = alarm.path("sequence").asText();
        assertThat(room.v2c().one(UPS + ".1.6.1.0")).isEqualTo("1");
        assertThat(room.v2c().one(OWN + ".1.9.1.2." + sequence)).isEqualTo(WARM);
        assertThat(room.v2c().text(OWN + ".1.9.1.15." + sequence)).isEqualTo(alarm.path("sentence").asText())
                .contains("33.0 °C");
        assertThat(room.v2c().one(OWN + ".1.9.1.21." + sequence)).isEqualTo("0");
        return sequence;
    }

    private static void acknowledged(SnmpRoom room, TrapReceiver trapd, String sequence) throws Exception {
        String column = OWN + ".1.9.1.21." + sequence;
        assertThat(room.v2c().say("snmpset", column, "i", "1")).as("who may not").contains("noAccess");
        assertThat(alarm(room.api().get("alarms")).path("state").asText()).isEqualTo("UNACKNOWLEDGED");
        assertThat(room.bms().say("snmpset", column, "i", "1")).contains(column + " = 1");
        JsonNode alarm = alarm(room.api().get("alarms"));
        assertThat(alarm.path("state").asText()).as("it is so when the answer comes").isEqualTo("ACKNOWLEDGED");
        assertThat(alarm.path("acknowledgedBy").asText()).isEqualTo("bms");
        for (String form : FORMS) {
            boolean first = form.equals("v1-trap");
            trapd.await(form, line -> line.contains(WARM) && line.contains(first ? OWN + " 6 .2" : OWN + ".0.2"), 30);
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Map<String, String> row = room.v2c().get(column, OWN + ".1.9.1.20." + sequence, OWN + ".1.9.1.6." + sequence);
            assertThat(row.values()).containsExactly("1", "bms", "2");
        });
    }

    /** What the page shows of SNMP: the client that acknowledged, and that every receiver took what it was told. */
    private static void seenByPeople(JsonNode interfaces) {
        for (JsonNode protocol : interfaces) {
            if (protocol.path("id").asText().equals("snmp")) {
                assertThat(protocol.path("status").path("lastError").isNull()).as(protocol.toString()).isTrue();
                assertThat(protocol.path("status").path("clients")).as(protocol.toString()).anySatisfy(client ->
                        assertThat(client.path("who").asText() + " " + client.path("how").asText()).isEqualTo("bms v3"));
                return;
            }
        }
        throw new AssertionError("no SNMP among " + interfaces);
    }
}
