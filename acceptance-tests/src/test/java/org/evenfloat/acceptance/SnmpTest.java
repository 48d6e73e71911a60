// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The server process, read by the SNMP clients of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnmpTest {

    private static final String UPS = "1.3.6.1.2.1.33";
    private static final String BACS = "1.3.6.1.2.1.33.5";
    private static final String OWN = "1.3.6.1.4.1.8072.9999.9999.7233";
    private static final String NO_INSTANCE = "No Such";
    private static final String SILENCE = "Timeout: No Response";
    private static final File SNMP_UPS = new File("/lib/nut/snmp-ups");

    private SnmpRoom room;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        ExternalTool.require(Tool.there("snmpbulkwalk"), "snmpbulkwalk", "snmp");
        room = new SnmpRoom(folder);
        room.serve("");
        room.awaitValues();
    }

    @AfterAll
    void end() throws Exception {
        if (room != null) {
            room.close();
        }
    }

    @Test
    void snmpgetReadsWhoAnswersAndNoUps() throws Exception {
        Map<String, String> told = room.v2c().get("1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.4.0", "1.3.6.1.2.1.1.6.0",
                UPS + ".1.1.1.0", UPS + ".1.2.1.0", UPS + ".1.2.4.0", UPS + ".1.4.1.0");
        assertThat(told.get("1.3.6.1.2.1.1.1.0")).matches("Evenfloat \\S+ SNMP Agent");
        assertThat(told).containsEntry("1.3.6.1.2.1.1.4.0", "battery@example.com")
                .containsEntry("1.3.6.1.2.1.1.6.0", "Basement").containsEntry(UPS + ".1.1.1.0", "Evenfloat");
        assertThat(List.of(told.get(UPS + ".1.2.1.0"), told.get(UPS + ".1.2.4.0"), told.get(UPS + ".1.4.1.0")))
                .as("battery status, charge and source of a UPS that is not there")
                .allSatisfy(value -> assertThat(value).startsWith(NO_INSTANCE));
    }

    @Test
    void everyVersionWalksTheSameTree() throws Exception {
        String root = "1.3.6.1.2.1.33";
        List<String> before = List.copyOf(room.v1().walk(root).keySet());
        assertThat(before).hasSizeGreaterThan(80).contains(UPS + ".1.6.1.0", BACS + ".2.5.1.2.18", BACS + ".2.7.1.3.2");
        NetSnmp vault = NetSnmp.v3(room.snmpPort(), "vault", "SHA-512", SnmpRoom.PASSWORD, "AES-256", SnmpRoom.SECRET);
        List<List<String>> others = new ArrayList<>();
        for (NetSnmp client : List.of(room.v2c(), room.bms(), vault)) {
            others.add(List.copyOf(client.walk(root).keySet()));
        }
        List<String> after = List.copyOf(room.v1().walk(root).keySet());
        // A resistance that is measured meanwhile is there from then on.
        assertThat(others).allSatisfy(names -> {
            assertThat(names).containsSubsequence(before);
            assertThat(after).containsSubsequence(names);
        });
        assertThat(vault.walk(OWN).keySet()).contains(OWN + ".1.5.1.1.18").hasSizeGreaterThan(18 * 12);
    }

    @Test
    void whoIsNotInTheSiteFileGetsNothing() throws Exception {
        assertThat(NetSnmp.v2c(room.snmpPort(), "public").say("snmpget", UPS + ".1.1.1.0")).contains(SILENCE);
        assertThat(NetSnmp.v1(room.snmpPort(), "private").say("snmpget", UPS + ".1.1.1.0")).contains(SILENCE);
        assertThat(NetSnmp.v3(room.snmpPort(), "bms", "SHA-256", "some other password", "AES", SnmpRoom.SECRET)
                .say("snmpget", UPS + ".1.1.1.0")).contains("Authentication failure");
        assertThat(NetSnmp.v3(room.snmpPort(), "bms", "SHA-256", SnmpRoom.PASSWORD, "AES", "some other secret")
                .say("snmpget", UPS + ".1.1.1.0")).doesNotContain("Evenfloat");
        assertThat(NetSnmp.v3(room.snmpPort(), "nobody", "SHA-256", SnmpRoom.PASSWORD)
                .say("snmpget", UPS + ".1.1.1.0")).contains("Unknown user name");
        assertThat(NetSnmp.v3(room.snmpPort(), "bms", "SHA-256", SnmpRoom.PASSWORD)
                .say("snmpget", UPS + ".1.1.1.0")).as("without privacy, which is the least for that user")
                .doesNotContain("Evenfloat");
        assertThat(room.v2c().one(UPS + ".1.1.1.0")).as("others are still answered").isEqualTo("Evenfloat");
    }

    @Test
    void aViewShowsNoMoreThanItIncludes() throws Exception {
        NetSnmp little = NetSnmp.v2c(room.snmpPort(), "another-community");
        assertThat(little.walk("1.3")).isNotEmpty().allSatisfy((name, value) ->
                assertThat(name).startsWith(UPS + ".1."));
        assertThat(little.one(BACS + ".1.2.0")).startsWith(NO_INSTANCE);
        assertThat(little.one("1.3.6.1.2.1.1.1.0")).startsWith(NO_INSTANCE);
    }

    @Test
    void nobodyWritesWhoMayNot() throws Exception {
        String mute = OWN + ".1.8.2.0";
        assertThat(room.v2c().say("snmpset", mute, "i", "1")).containsAnyOf("noAccess", "notWritable", "authorizationError");
        assertThat(room.bms().say("snmpset", mute, "i", "1")).as("may acknowledge, not mute").contains("noAccess");
        assertThat(room.bms().say("snmpset", UPS + ".1.1.5.0", "s", "x")).contains("notWritable");
    }

    @Test
    void aClientThatBehavesAsTheBacsPluginSeesTheValuesOfTheApi() throws Exception {
        BacsPlugin plugin = new BacsPlugin(room.v2c());
        assertThat(plugin.detects()).isTrue();
        Awaitility.await("a sweep without another one in between").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode first = room.api().get("strings/A1/image");
            JsonNode second = room.api().get("strings/A2/image");
            List<BacsPlugin.SeenModule> modules = plugin.modules();
            List<BacsPlugin.SeenString> strings = plugin.strings();
            assertThat(room.api().get("strings/A1/image").path("sampledAtMillis"))
                    .isEqualTo(first.path("sampledAtMillis"));
            assertThat(modules).hasSize(18);
            same(modules.subList(0, 12), first);
            same(modules.subList(12, 18), second);
            same(strings.get(0), first.path("status"));
            same(strings.get(1), second.path("status"));
            assertThat(strings.get(0).amperes() * 1000).isCloseTo(
                    first.path("status").path("currentMilliamps").asDouble(), within(10.0));
        });
    }

    private static void same(BacsPlugin.SeenString seen, JsonNode status) {
        assertThat(seen.volts() * 1000).isCloseTo(status.path("totalMillivolts").asDouble(), within(10.0));
        assertThat(seen.meanVolts() * 1000).isCloseTo(status.path("meanMillivolts").asDouble(), within(10.0));
    }

    private static void same(List<BacsPlugin.SeenModule> modules, JsonNode image) {
        JsonNode kinds = image.path("kinds");
        for (int i = 0; i < modules.size(); i++) {
            BacsPlugin.SeenModule module = modules.get(i);
            assertThat(module.volts() * 1000).isCloseTo(value(kinds, "voltage", i), within(10.0));
            assertThat(module.degrees() * 100).isCloseTo(value(kinds, "temperature", i), within(10.0));
            assertThat(module.milliohms().map(milliohms -> milliohms * 1000).orElse(Double.NaN))
                    .isCloseTo(value(kinds, "resistance", i), within(10.0));
        }
    }

    private static double value(JsonNode kinds, String kind, int block) {
        JsonNode value = kinds.path(kind).path("values").path(block);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    @Test
    void theDriverOfNutStartsAndReads(@TempDir Path nut) throws Exception {
        ExternalTool.require(SNMP_UPS.canExecute(), "the snmp-ups driver of NUT", "nut-snmp");
        Files.writeString(nut.resolve("ups.conf"), "[room]\n  driver = snmp-ups\n  port = 127.0.0.1:" + room.snmpPort()
                + "\n  community = " + SnmpRoom.COMMUNITY + "\n  snmp_version = v2c\n  mibs = ietf\n");
        List<String> words = new ArrayList<>(List.of("env", "NUT_CONFPATH=" + nut, "NUT_STATEPATH=" + nut,
                "timeout", "40", SNMP_UPS.toString(), "-a", "room", "-D", "-d", "1"));
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("-u", "root"));
        }
        String told = Tool.run(words.toArray(String[]::new));
        assertThat(told).contains("device.mfr: Evenfloat", "ups.mfr: Evenfloat", "device.model: Battery monitor",
                "driver.version.data: ietf MIB");
        assertThat(told).as("values of a UPS that is not there").doesNotContain("battery.charge:", "input.voltage:");
    }

    @Test
    void theCommandsThatTheServerPrintsWorkAndTellNoSecret() throws Exception {
        assertThat(room.commands()).hasSize(2).noneMatch(command -> command.contains(SnmpRoom.COMMUNITY)
                || command.contains(SnmpRoom.PASSWORD) || command.contains(SnmpRoom.SECRET));
        for (String command : room.commands()) {
            assertThat(Tool.run("bash", "-c", command)).as(command).contains("Evenfloat");
        }
    }

    @Test
    void theDemoPrintsCommandsThatWorkAsTheyAre(@TempDir Path folder) throws Exception {
        try (Program demo = new Program("demo", "--headless", "--port", "0", "--folder", folder.toString())) {
            for (int i = 0; i < 2; i++) {
                String command = SnmpRoom.command(demo);
                assertThat(command).contains(" 127.0.0.1:").doesNotContain("$");
                assertThat(Tool.run(command.split(" "))).as(command).contains("Evenfloat");
            }
        }
    }

    /** Classes cost memory, which small boards have little of. */
    @Test
    void whatIsOffIsNotLoaded(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Path site = Files.writeString(folder.resolve("site.yaml"), "evenfloat: 1\nsite: { name: Off, time-zone: UTC }\n"
                + "web: { port: 0 }\nlines: [{ id: L1, tcp: \"127.0.0.1:9\" }]\n");
        ProcessBuilder builder = new ProcessBuilder(Program.command("run", site.toString()));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
        try (Program server = new Program(builder)) {
            server.awaitText("ready", 60);
        }
        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).hasSizeGreaterThan(1_000);
        Pattern name = Pattern.compile("org\\.evenfloat\\.adapters\\.snmp\\.(agent|mib)\\.[\\w.$]+");
        for (String line : classes) {
            Matcher found = name.matcher(line);
            if (found.find()) {
                assertThat(Class.forName(found.group(), false, getClass().getClassLoader()).isInterface())
                        .as("only interfaces, which the Java machine looks at before the wiring runs: " + line).isTrue();
            }
        }
    }

    @Test
    void pointsPrintsWhatAnybodyWalks() throws Exception {
        Program points = new Program("points", room.site().toString(), "--protocol", "snmp", "--as", "csv");
        List<String> printed = points.end(60).lines().map(line -> line.split(",")[0]).toList();
        List<String> walked = new ArrayList<>(room.v2c().walk(UPS).keySet());
        walked.addAll(room.v2c().walk(OWN).keySet());
        walked.removeIf(name -> name.startsWith(UPS + ".1.6.2.") || name.startsWith(OWN + ".1.9."));
        assertThat(walked).hasSizeGreaterThan(400);
        assertThat(printed).containsAll(walked);
    }
}
