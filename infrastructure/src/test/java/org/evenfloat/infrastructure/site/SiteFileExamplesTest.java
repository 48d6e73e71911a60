// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.protection.BreakerTerms;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.runaway.ClassicRule;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.RelayModule.BusLoss;
import org.evenfloat.domain.topology.RelayModule.Contact;
import org.evenfloat.domain.topology.RelayModule.Input;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.LastString;
import org.junit.jupiter.api.Test;

/** The key facts of every file in docs/examples. */
class SiteFileExamplesTest {

    private static SiteConfiguration read(String name) throws SiteFileProblems {
        return SiteTexts.parse(SiteTexts.example(name));
    }

    private static BatteryString string(Site site, String id) {
        return site.string(id).orElseThrow();
    }

    @Test
    void oneString() throws Exception {
        SiteConfiguration configuration = read("one-string");
        BatteryString string = string(configuration.site(), "A1");
        assertThat(string.size()).isEqualTo(32);
        assertThat(string.blockType().floatMillivolts()).isEqualTo(13_620);
        assertThat(string.blockType().capacity()).isEqualTo(new Charge(80_000));
        assertThat(string.currentZero()).isEqualTo(new Current(20));
        assertThat(string.blocks().get(0)).isEqualTo(new Block("A1-1", 1, new ModuleAddress("L1", 1)));
        assertThat(string.equalizing()).isTrue();
        assertThat(configuration.site().timeZone().getId()).isEqualTo("Europe/Berlin");
    }

    @Test
    void sixHundredModulesOnOneLine() throws Exception {
        SiteConfiguration configuration = read("six-hundred-modules");
        assertThat(configuration.site().strings()).hasSize(10).allSatisfy(s -> assertThat(s.size()).isEqualTo(60));
        assertThat(configuration.site().roster("L1").moduleCount()).isEqualTo(600);
        assertThat(configuration.site().roster("L1").sensorCount()).isEqualTo(11);
        assertThat(configuration.lines().get(0).plan().sweepPeriodMillis()).isEqualTo(2_000);
        assertThat(string(configuration.site(), "B10").blocks().get(59).module().number()).isEqualTo(600);
    }

    @Test
    void severalLines() throws Exception {
        SiteConfiguration configuration = read("several-lines");
        assertThat(configuration.site().lines()).containsExactly("L1", "L2", "L3");
        assertThat(configuration.lines().get(1).plan().sweepPeriodMillis()).isEqualTo(5_000);
        assertThat(configuration.lines().get(2).plan().resistancePeriodMillis()).isZero();
        assertThat(configuration.lines().get(2).settings().transport())
                .isEqualTo(new LineSettings.Tcp("192.168.7.20", 4001));
        assertThat(configuration.site().roster("L3").moduleCount()).isEqualTo(24);
    }

    @Test
    void severalStringsOnALineShareSensors() throws Exception {
        Site site = read("several-strings").site();
        assertThat(site.batteries()).hasSize(2);
        assertThat(site.sensors()).hasSize(2);
        assertThat(string(site, "A1").currentSensor()).isEqualTo(string(site, "A2").currentSensor())
                .contains(new ModuleAddress("L1", 101));
        assertThat(string(site, "G1").blockType().capacity()).isEqualTo(new Charge(0));
        assertThat(string(site, "G1").blocks()).extracting(block -> block.module().number()).containsExactly(71, 72);
    }

    @Test
    void stringOverTwoLinesRunsBackwardsOnTheSecond() throws Exception {
        BatteryString string = string(read("two-lines-one-string").site(), "A1");
        assertThat(string.size()).isEqualTo(240);
        assertThat(string.blocks().get(119).module()).isEqualTo(new ModuleAddress("L1", 120));
        assertThat(string.blocks().get(120)).isEqualTo(new Block("A1-121", 121, new ModuleAddress("L2", 120)));
        assertThat(string.blocks().get(239).module()).isEqualTo(new ModuleAddress("L2", 1));
    }

    @Test
    void centreTapJoinsTwoHalves() throws Exception {
        Site site = read("centre-tap").site();
        assertThat(string(site, "A1").halfOf()).contains("A2");
        assertThat(string(site, "A2").halfOf()).contains("A1");
        assertThat(string(site, "A2").size()).isEqualTo(30);
    }

    @Test
    void stringsOfMixedAgeOverrideTheirBattery() throws Exception {
        Site site = read("mixed-age").site();
        assertThat(string(site, "A1").blockType().capacity()).isEqualTo(new Charge(80_000));
        assertThat(string(site, "A2").blockType().capacity()).isEqualTo(new Charge(90_000));
        assertThat(string(site, "A2").blockType().profile().name()).isEqualTo("vrla-gel");
        assertThat(string(site, "A3").blockType().capacity()).isEqualTo(new Charge(0));
        assertThat(site.strings()).extracting(BatteryString::equalizing).containsExactly(true, true, false);
    }

    @Test
    void ownModuleTypeAndProfile() throws Exception {
        BatteryString string = string(read("own-module-type").site(), "A1");
        assertThat(string.moduleType().code()).isEqualTo(101);
        assertThat(string.moduleType().control()).isEqualTo(ModuleType.Control.TARGET);
        assertThat(string.moduleType().selfCurrentMicroamps()).isEqualTo(20_000);
        assertThat(string.blockType().profile().floatPerCell()).isEqualTo(new Voltage(2250));
        assertThat(string.blockType().capacity()).isEqualTo(new Charge(7_200));
    }

    @Test
    void nickelCadmiumIsEqualizedBecauseTheFileSaysSo() throws Exception {
        BatteryString string = string(read("nicd").site(), "N1");
        assertThat(string.equalizing()).isTrue();
        assertThat(string.blockType().floatMillivolts()).isEqualTo(1_420);
        assertThat(string.cells()).isEqualTo(90);
    }

    @Test
    void lithiumIsOnlyWatched() throws Exception {
        BatteryString string = string(read("li-ion").site(), "I1");
        assertThat(string.equalizing()).isFalse();
        assertThat(string.moduleType()).isEqualTo(ModuleType.C41);
    }

    @Test
    void breakersHaveTheirRelaysAndInputs() throws Exception {
        SiteConfiguration configuration = read("breakers");
        Site site = configuration.site();
        assertThat(site.relayModules()).containsExactly(new RelayModule("AUX1", new ModuleAddress("L1", 901),
                List.of(new Relay(1, Contact.NO, Mode.PULSE, 500, BusLoss.REST),
                        new Relay(2, Contact.NO, Mode.PULSE, 500, BusLoss.REST),
                        new Relay(3, Contact.NO, Mode.MAINTAINED, 0, BusLoss.REST),
                        new Relay(4, Contact.NO, Mode.MAINTAINED, 0, BusLoss.REST)),
                List.of(new Input(1, "Breaker Q1", Contact.NO), new Input(2, "Breaker Q2", Contact.NO))));
        assertThat(site.breakerOf("A2")).contains(new Breaker("Q2", List.of("A2"), new RelayPoint("AUX1", 2),
                Optional.empty(), Optional.of(new InputPoint("AUX1", 2)), false));
        assertThat(site.roster("L1").relayAddress(0)).isEqualTo(901);
        assertThat(configuration.relayUse().userOf(new RelayPoint("AUX1", 1))).contains("breaker Q1");
        assertThat(configuration.relayUse().userOf(new RelayPoint("AUX1", 4))).contains("the alarm contact");
        assertThat(configuration.relayUse().all()).hasSize(4);
    }

    @Test
    void scalesStandInAFileOfTheirOwn() throws Exception {
        SiteConfiguration c = SiteFile.read(SiteTexts.DOCS.resolve("examples/every-key.yaml"), SiteTexts.ENVIRONMENT);
        assertThat(c.northbound().modbus().scales()).isEqualTo(new BacsScales(10, 100, 10));
    }

    @Test
    void whoReadsItByModbusArrivesToo() throws Exception {
        SiteConfiguration c = read("every-key");
        assertThat(c.northbound().with(SnmpSite.OFF)).isEqualTo(new NorthboundSettings(new ModbusSettings(
                Optional.of(new ModbusSettings.Tcp("127.0.0.3", 1502)), 17,
                List.of(Networks.parse("127.0.0.0/8").orElseThrow(), Networks.parse("fd00::/64").orElseThrow()),
                List.of(new ModbusSettings.Writer("plc-1", Networks.parse("127.0.0.7").orElseThrow(),
                        Set.of(NorthboundOrder.Kind.values()))),
                List.of(new ModbusSettings.Serial("/dev/ttyUSB1", 9_600, ModbusSettings.Parity.NONE,
                        ModbusSettings.Mode.ASCII, Set.of(NorthboundOrder.Kind.ACKNOWLEDGE))), BacsScales.STANDARD,
                Optional.of(new ModbusSettings.Secure("127.0.0.3", 1802, Path.of("/srv/room/modbus-clients.pem"),
                        Map.of("operator", Set.of(NorthboundOrder.Kind.ACKNOWLEDGE, NorthboundOrder.Kind.MUTE))))),
                Optional.of(SiteTexts.FOLDER.resolveSibling("modbus-map.yaml"))));
    }

    @Test
    void everyKeyArrivesWhereItBelongs() throws Exception {
        SiteConfiguration c = read("every-key");
        assertThat(c.site().name()).isEqualTo("Hospital North: basement");
        assertThat(c.dataFolder()).isEqualTo(Path.of("/var/lib/evenfloat"));
        assertThat(c.web().address()).isEqualTo("127.0.0.2");
        assertThat(c.web().port()).isEqualTo(8421);
        assertThat(c.web().enabled()).isFalse();
        assertThat(c.web().https()).isTrue();
        assertThat(c.web().names()).containsExactly("battery.example.com", "ups-room");
        CertificateSetting certificate = c.web().certificate().orElseThrow();
        assertThat(certificate.certificate()).isEqualTo(Path.of("/etc/evenfloat/battery.pem"));
        assertThat(certificate.key()).contains(Path.of("/etc/evenfloat/battery.key"));
        assertThat(certificate.password()).map(Secret::value).contains("opens the key");
        assertThat(c.web().token()).map(Secret::value).contains("0123456789abcdef");
        assertThat(c.simulatedClock()).contains(InetSocketAddress.createUnresolved("127.0.0.1", 7700));
        assertThat(c.lines()).containsExactly(
                new LineConfiguration(new LineSettings("L1", new LineSettings.Serial("/dev/ttyUSB0"), 38_400, 150, 8),
                        new LinePlan(3_000, 86_400_000)),
                new LineConfiguration(new LineSettings("L2", new LineSettings.Tcp("127.0.0.1", 4001), 19_200, 120, 50),
                        new LinePlan(2_000, 0)));
        assertThat(c.history()).isEqualTo(new HistorySettings(1_800_000, 300_000, 3_600_000, 500_000_000));
        assertThat(c.alarmContacts()).isEqualTo(new AlarmContactSettings(
                Optional.of(Path.of("/sys/class/leds/relay/brightness")),
                Optional.of(Path.of("/sys/class/leds/buzzer/brightness")), true,
                Optional.of(new RelayPoint("AUX1", 4)), Optional.of(new RelayPoint("AUX1", 3))));
        assertThat(c.site().relayModules()).hasSize(2).first().satisfies(module -> {
            assertThat(module.relay(1)).contains(new Relay(1, Contact.NO, Mode.PULSE, 400, BusLoss.HOLD));
            assertThat(module.relay(2)).contains(new Relay(2, Contact.NC, Mode.MAINTAINED, 0, BusLoss.HOLD));
            assertThat(module.restMask()).isEqualTo(0b1100);
            assertThat(module.inputs()).containsExactly(new Input(1, "Breaker Q1", Contact.NC));
        });
        assertThat(c.site().breakers()).containsExactly(new Breaker("Q1", List.of("A1", "A2"), new RelayPoint("AUX1", 1),
                Optional.of(new RelayPoint("AUX1", 2)), Optional.of(new InputPoint("AUX1", 1)), false,
                Optional.of(new RelayPoint("AUX2", 1))));
        assertThat(c.protection()).isEqualTo(new Protection(
                Map.of("Q1", new BreakerTerms(180_000, LastString.KEEP, "J. Doe, 2026-11-26", 180L * 86_400_000)),
                Map.of("A1", new ClassicRule(8, 2, 900))));
        BatteryString first = string(c.site(), "A1");
        assertThat(first.moduleType()).hasToString("ModuleType[name=X12, code=101, minVoltage=9.000 V, "
                + "maxVoltage=16.000 V, minResistance=0.500 mΩ, maxResistance=60.000 mΩ, "
                + "equalizeCurrent=0.200 A, selfCurrentMicroamps=17500, control=TARGET]");
        assertThat(first.blockType()).hasToString("BlockType[profile=BatteryProfile[name=my-agm, chemistry=VRLA_AGM, "
                + "floatPerCell=2.250 V, boostPerCell=2.400 V, endOfDischargePerCell=1.800 V, alarms=["
                + "ProfileFigure[key=block-temperature-high-warning.limit, value=30 °C, source=data sheet: 10 to 30 °C"
                + " recommended], ProfileFigure[key=string-voltage-low-alarm.limit, value=2.2 V, source=data sheet: least"
                + " float voltage per cell]]], cells=6, capacity=80.000 Ah]");
        assertThat(first.name()).isEqualTo("Upper rack");
        assertThat(first.equalizing()).isFalse();
        assertThat(first.currentSensor()).contains(new ModuleAddress("L1", 60_001));
        assertThat(first.ambientSensor()).contains(new ModuleAddress("L1", 60_002));
        assertThat(first.currentZero()).isEqualTo(new Current(20));
        BatteryString second = string(c.site(), "A2");
        assertThat(second.moduleType()).isEqualTo(ModuleType.C30);
        assertThat(second.blockType().cells()).isEqualTo(3);
        assertThat(second.equalizing()).isTrue();
        assertThat(second.halfOf()).isEqualTo(Optional.of("A1"));
        assertThat(second.blocks().get(0).module()).isEqualTo(new ModuleAddress("L1", 61));
    }

    @Test
    void everyExampleIsReadAndEmbeddedInTheDocument() throws Exception {
        String document = SiteTexts.document("site-file.md");
        List<String> names = names();
        assertThat(names).hasSize(12);
        for (String name : names) {
            read(name);
            assertThat(document)
                    .contains("(examples/" + name + ".yaml)\n\n```yaml\n" + SiteTexts.example(name) + "```\n");
        }
        assertThat(document.split("```yaml", -1)).as("blocks that are no example").hasSize(names.size() + 1);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SiteTexts.DOCS.resolve("examples"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList();
        }
    }
}
