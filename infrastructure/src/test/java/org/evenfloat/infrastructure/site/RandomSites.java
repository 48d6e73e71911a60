// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.protection.BreakerTerms;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Resistance;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.runaway.ClassicRule;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.ProfileFigure;
import org.evenfloat.domain.topology.RelayModule.BusLoss;
import org.evenfloat.domain.topology.RelayModule.Contact;
import org.evenfloat.domain.topology.RelayModule.Input;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.LastString;

/** Draws configurations that a site file can say. */
final class RandomSites {

    private static final List<String> NAMES = List.of(
            "UPS A", "true", "off", "3", "Kühlhaus", "a: b # c", "- \"quoted\" \\ 'single'", "電池室", "{x}", "*a",
            "!t", "x\u00a0y", "\ud83d\udd0b battery", "${env:HOME}", "1e3", "null", "~");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "+05:30", "Z", "America/Port-au-Prince");
    private static final List<Integer> BAUDS = List.of(38_400, 57_600, 115_200);

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> nextAddress = new TreeMap<>();
    private final Map<ModuleAddress, Sensor> sensors = new TreeMap<>(
            Comparator.<ModuleAddress>comparingInt(a -> lines.indexOf(a.line())).thenComparing(ModuleAddress::number));
    private int ids;

    RandomSites(Random random) {
        this.random = random;
    }

    SiteConfiguration configuration() {
        int lineCount = 1 + random.nextInt(4);
        for (int i = 0; i < lineCount; i++) {
            String line = id();
            lines.add(line);
            nextAddress.put(line, 1 + random.nextInt(50));
        }
        List<LineConfiguration> settings = lines.stream().map(this::line).toList();
        List<Battery> batteries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            batteries.add(battery());
        }
        Site site = new Site(one(NAMES), ZoneId.of(one(ZONES)), lines, batteries, List.copyOf(sensors.values()))
                .withRelays(relayModules(), List.of());
        site = site.withRelays(site.relayModules(), breakers(site));
        HistorySettings history = new HistorySettings(1_000 + random.nextInt(86_399_000),
                random.nextInt(86_400_000), 60_000 + random.nextInt(86_340_000),
                10_000_000L + (long) (random.nextDouble() * 9e12));
        SecretReference reference = new SecretReference.InEnvironment("EVENFLOAT_TOKEN");
        Optional<Secret> token = random.nextBoolean() ? Optional.empty()
                : Optional.of(new Secret(reference, SiteTexts.ENVIRONMENT.get("EVENFLOAT_TOKEN")));
        WebSettings web = new WebSettings(random.nextBoolean(),
                one(List.of("127.0.0.1", "::1", "localhost", "127.9.8.7", "0.0.0.0", "::", "192.0.2.7", "2001:db8::7")),
                random.nextInt(65_536), random.nextBoolean() ? List.of() : List.of("battery.example", "on", "3com"),
                random.nextBoolean(), certificate(), token);
        Optional<InetSocketAddress> clock = random.nextBoolean() ? Optional.empty()
                : Optional.of(InetSocketAddress.createUnresolved(one(List.of("::1", "room.local")), 7700));
        return new SiteConfiguration(site, settings, history, web, SiteTexts.FOLDER.resolve("a b: #"), clock,
                Map.of(), new RandomSignIn(random, site.strings().map(BatteryString::id).toList()).settings(),
                contacts(site), protection(site),
                northbound().with(random.nextBoolean() ? SnmpSite.OFF : new RandomSnmp(random).site()));
    }

    private NorthboundSettings northbound() {
        if (random.nextBoolean()) {
            return NorthboundSettings.OFF;
        }
        Set<NorthboundOrder.Kind> may = EnumSet.of(one(List.of(NorthboundOrder.Kind.values())), NorthboundOrder.Kind.MUTE);
        ModbusSettings.Serial serial = new ModbusSettings.Serial("/dev/ttyS" + random.nextInt(9),
                one(List.of(1_200, 9_600, 115_200)), one(List.of(ModbusSettings.Parity.values())),
                one(List.of(ModbusSettings.Mode.values())), random.nextBoolean() ? Set.of() : may);
        Network network = Networks.parse(one(List.of("10.0.0.7", "192.0.2.0/24", "fd00::/64", "::1"))).orElseThrow();
        boolean tcp = random.nextBoolean();
        String address = one(List.of("127.0.0.1", "::", "192.0.2.7"));
        return new NorthboundSettings(new ModbusSettings(
                tcp ? Optional.of(new ModbusSettings.Tcp(address, random.nextInt(65_536))) : Optional.empty(),
                1 + random.nextInt(247), tcp ? List.of(network) : List.of(),
                random.nextBoolean() ? List.of() : List.of(new ModbusSettings.Writer("plc-1", network, may)),
                tcp ? List.of() : List.of(serial, serial), BacsScales.STANDARD,
                random.nextBoolean() ? Optional.empty() : Optional.of(new ModbusSettings.Secure(address,
                        random.nextInt(65_536), Path.of("/etc/a: #/clients.pem"),
                        random.nextBoolean() ? Map.of() : Map.of("operator: #1", may)))),
                random.nextBoolean() ? Optional.empty() : Optional.of(Path.of("/etc/a: #/map.yaml")));
    }

    private Protection protection(Site site) {
        Map<String, BreakerTerms> breakers = new HashMap<>();
        for (Breaker breaker : site.breakers()) {
            if (random.nextBoolean()) {
                breakers.put(breaker.id(), new BreakerTerms(60_000 + random.nextInt(840_001),
                        one(List.of(LastString.values())),
                        random.nextBoolean() ? "" : one(NAMES) + ", 2026-0" + (1 + random.nextInt(9)) + "-17",
                        86_400_000L * (1 + random.nextInt(1_100))));
            }
        }
        breakers.values().removeIf(BreakerTerms.STANDARD::equals);
        Map<String, ClassicRule> classic = new HashMap<>();
        site.strings().filter(string -> string.currentSensor().isPresent() && random.nextBoolean())
                .forEach(string -> classic.put(string.id(), new ClassicRule(
                        (100 + random.nextInt(4_901)) / 100.0, (10 + random.nextInt(999_991)) / 1_000.0,
                        random.nextInt(86_400_001) / 1_000.0)));
        return new Protection(breakers, classic);
    }

    private List<RelayModule> relayModules() {
        List<RelayModule> modules = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String id = id();
            List<Relay> relays = new ArrayList<>();
            List<Input> inputs = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                boolean pulse = random.nextBoolean();
                relays.add(new Relay(number, one(List.of(Contact.values())), pulse ? Mode.PULSE : Mode.MAINTAINED,
                        pulse ? 50 + random.nextInt(59_951) : 0, one(List.of(BusLoss.values()))));
                inputs.add(new Input(number, one(NAMES), one(List.of(Contact.values()))));
            }
            relays.add(new Relay(4, Contact.NO, Mode.MAINTAINED, 0, BusLoss.REST));
            modules.add(new RelayModule(id, new ModuleAddress(one(lines), 50_000 + i), relays,
                    random.nextBoolean() ? inputs : List.of()));
        }
        return modules;
    }

    private List<Breaker> breakers(Site site) {
        List<Breaker> breakers = new ArrayList<>();
        List<String> strings = site.strings().map(BatteryString::id).toList();
        for (RelayModule module : site.relayModules()) {
            if (breakers.size() < strings.size()) {
                Optional<InputPoint> status = module.inputs().isEmpty() ? Optional.empty()
                        : Optional.of(new InputPoint(module.id(), 2));
                breakers.add(new Breaker(id(), List.of(strings.get(breakers.size())), new RelayPoint(module.id(), 3),
                        random.nextBoolean() ? Optional.empty() : Optional.of(new RelayPoint(module.id(), 1)), status,
                        status.isEmpty() || random.nextBoolean()));
            }
        }
        return breakers;
    }

    private AlarmContactSettings contacts(Site site) {
        Optional<Path> relay = random.nextBoolean() ? Optional.empty() : Optional.of(Path.of("/sys/class/leds/a: #/b"));
        Optional<Path> buzzer = random.nextBoolean() ? Optional.empty() : Optional.of(Path.of("/sys/class/gpio/on"));
        return new AlarmContactSettings(
                relay, buzzer, (relay.isPresent() || buzzer.isPresent()) && random.nextBoolean(),
                site.relayModules().stream().findFirst().map(module -> new RelayPoint(module.id(), 4)),
                site.relayModules().stream().skip(1).findFirst().map(module -> new RelayPoint(module.id(), 4)));
    }

    private Optional<CertificateSetting> certificate() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(new CertificateSetting(
                Path.of("/etc/a: #.pem"), random.nextBoolean() ? Optional.empty() : Optional.of(Path.of("/etc/key")),
                random.nextBoolean() ? Optional.empty() : Optional.of(
                        new Secret(new SecretReference.InEnvironment("EVENFLOAT_KEY"), "opens the key"))));
    }

    private LineConfiguration line(String id) {
        LineSettings.Transport transport = random.nextBoolean()
                ? new LineSettings.Serial("/dev/tty:" + id) : new LineSettings.Tcp("host-" + lines.indexOf(id), 4001);
        long resistancePeriod = random.nextBoolean() ? 0 : 3_600_000L + random.nextInt(1_000_000_000);
        return new LineConfiguration(
                new LineSettings(id, transport, one(BAUDS), 1 + random.nextInt(2000), random.nextInt(10)),
                new LinePlan(30_000 + random.nextInt(30_001), resistancePeriod));
    }

    private Battery battery() {
        List<BatteryString> strings = new ArrayList<>();
        boolean alike = random.nextBoolean();
        boolean leadAcid = random.nextBoolean();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            BatteryString like = alike && !strings.isEmpty() ? strings.get(0) : null;
            if (random.nextInt(4) == 0) {
                int size = 1 + random.nextInt(30);
                BatteryString first = string(size, leadAcid, like);
                BatteryString second = string(size, leadAcid, like);
                strings.add(StringDraft.halfOf(first, Optional.of(second.id())));
                strings.add(StringDraft.halfOf(second, Optional.of(first.id())));
            } else {
                strings.add(string(1 + random.nextInt(60), leadAcid, like));
            }
        }
        return new Battery(id(), one(NAMES), strings);
    }

    private BatteryString string(int size, boolean leadAcid, BatteryString like) {
        String id = id();
        List<Block> blocks = new ArrayList<>();
        while (blocks.size() < size) {
            String line = one(lines);
            int count = Math.min(size - blocks.size(), 1 + random.nextInt(20));
            int from = nextAddress.get(line);
            nextAddress.put(line, from + count + random.nextInt(2));
            boolean down = random.nextBoolean();
            for (int i = 0; i < count; i++) {
                int number = blocks.size() + 1;
                int address = down ? from + count - 1 - i : from + i;
                blocks.add(new Block(id + "-" + number, number, new ModuleAddress(line, address)));
            }
        }
        Optional<ModuleAddress> current = sensor(Sensor.Kind.CURRENT, 60_000);
        Current zero = new Current(current.isPresent() ? random.nextInt(10_001) : 0);
        ModuleType module = moduleType(leadAcid);
        BlockType block = new BlockType(profile(leadAcid), leadAcid ? 6 : 1, new Charge(
                random.nextBoolean() ? 0 : 500 + random.nextInt(19_999_501)));
        return new BatteryString(id, one(NAMES), like == null ? block : like.blockType(),
                like == null ? module : like.moduleType(), blocks, current, sensor(Sensor.Kind.TEMPERATURE, 61_000),
                zero, like == null ? random.nextBoolean() : like.equalizing(), Optional.empty());
    }

    private Optional<ModuleAddress> sensor(Sensor.Kind kind, int from) {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        ModuleAddress address = new ModuleAddress(one(lines), from + random.nextInt(3));
        sensors.put(address, new Sensor(address.toString(), kind, address));
        return Optional.of(address);
    }

    private BatteryProfile profile(boolean leadAcid) {
        if (random.nextBoolean()) {
            return BuiltInProfiles.ALL.get(leadAcid ? 0 : 3);
        }
        int end = leadAcid ? 1_700 : 1_000;
        int floating = (leadAcid ? 2_200 : 1_300) + random.nextInt(100);
        return new BatteryProfile(id(), leadAcid ? Chemistry.FLOODED : Chemistry.NIMH, new Voltage(floating),
                new Voltage(floating + random.nextInt(100)), new Voltage(end + random.nextInt(100)), figures());
    }

    private List<ProfileFigure> figures() {
        List<ProfileFigure> all = List.of(
                new ProfileFigure("block-temperature-high-alarm.limit", (46 + random.nextInt(20)) + " °C", one(NAMES)),
                new ProfileFigure("block-deviation-low-alarm.limit", "-" + (100 + random.nextInt(100)) + " mV", "a: #"),
                new ProfileFigure("block-resistance-rise-warning.state", "off", one(NAMES)),
                new ProfileFigure("discharge-alarm.on-delay", "2 min", "- x"));
        return all.subList(0, random.nextInt(all.size() + 1));
    }

    private ModuleType moduleType(boolean leadAcid) {
        if (random.nextBoolean() || ids > 99) {
            return leadAcid ? ModuleType.C20 : ModuleType.C40;
        }
        int code = random.nextBoolean() ? 0 : 100 + ids;
        return new ModuleType(id() + "-x", code, new Voltage(500 + random.nextInt(700)),
                new Voltage(15_000 + random.nextInt(45_000)), new Resistance(1 + random.nextInt(1000)),
                new Resistance(2000 + random.nextInt(998_000)), new Current(1 + random.nextInt(10_000)),
                random.nextInt(1_000_001), random.nextBoolean() ? ModuleType.Control.DUTY : ModuleType.Control.TARGET);
    }

    private String id() {
        return one(List.of("A", "true", "L_1.", "null", "Off")) + ids++;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
