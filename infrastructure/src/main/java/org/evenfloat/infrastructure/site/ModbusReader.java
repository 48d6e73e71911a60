// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.adapters.modbus.PublishedMap;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.domain.topology.Site;

/** Reads how the site is read by MODBUS. */
final class ModbusReader {

    static final String DEFAULT_ADDRESS = "127.0.0.1";
    static final int DEFAULT_PORT = 502;
    static final int DEFAULT_UNIT = 1;
    static final int DEFAULT_BAUD = 19_200;
    static final int MOST_UNIT = 247;
    static final int MOST_ENTRIES = 64;

    private static final int LARGEST_PORT = 65_535;
    private static final String OFF = "off";
    private static final Map<String, Boolean> SWITCH = RelayModuleReader.words("true", true, "false", false);
    private static final Map<String, ModbusSettings.Mode> MODES =
            RelayModuleReader.words("rtu", ModbusSettings.Mode.RTU, "ascii", ModbusSettings.Mode.ASCII);
    private static final Map<String, ModbusSettings.Parity> PARITIES = parities();
    private static final Map<String, NorthboundOrder.Kind> KINDS = kinds();
    private static final Map<String, Integer> BAUDS = bauds();
    private static final Pattern PATH = Pattern.compile("\\S{1,255}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Path folder;

    ModbusReader(Path folder) {
        this.folder = folder;
    }

    private static Map<String, ModbusSettings.Parity> parities() {
        Map<String, ModbusSettings.Parity> words = new LinkedHashMap<>();
        words.put("even", ModbusSettings.Parity.EVEN);
        words.put("odd", ModbusSettings.Parity.ODD);
        words.put("none", ModbusSettings.Parity.NONE);
        return words;
    }

    private static Map<String, NorthboundOrder.Kind> kinds() {
        Map<String, NorthboundOrder.Kind> words = new LinkedHashMap<>();
        words.put("acknowledge", NorthboundOrder.Kind.ACKNOWLEDGE);
        words.put("mute", NorthboundOrder.Kind.MUTE);
        words.put("equalizing", NorthboundOrder.Kind.EQUALIZING);
        return words;
    }

    private static Map<String, Integer> bauds() {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (int baud : List.of(1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200)) {
            words.put(Integer.toString(baud), baud);
        }
        return words;
    }

    NorthboundSettings read(Section section, Site site) {
        boolean enabled = section.find("enabled").flatMap(entry -> entry.choice(SWITCH)).orElse(false);
        String address = section.find("address").flatMap(WebReader::address).orElse(DEFAULT_ADDRESS);
        Optional<ModbusSettings.Tcp> tcp = port(section).stream().mapToObj(port -> new ModbusSettings.Tcp(address, port))
                .findFirst();
        int unit = section.find("unit").map(entry -> entry.number(1, MOST_UNIT, "a unit id").orElse(DEFAULT_UNIT))
                .orElse(DEFAULT_UNIT);
        List<Network> clients = few(section, "clients", section.items("clients", "addresses or networks")).stream()
                .flatMap(entry -> Networks.read(entry).stream()).toList();
        if (enabled && tcp.isPresent() && !WebSettings.isLoopback(address) && section.find("clients").isEmpty()) {
            section.reject("no clients",
                    "\"clients\": who may connect, such as [10.0.0.0/8]; [0.0.0.0/0, \"::/0\"] for all");
        }
        List<ModbusSettings.Writer> writers = section.sections("writers", "writers", KeySet.MODBUS_WRITER).stream()
                .flatMap(writer -> writer(writer).stream()).toList();
        List<ModbusSettings.Serial> serial = section.sections("serial", "serial lines", KeySet.MODBUS_SERIAL).stream()
                .flatMap(line -> serial(line).stream()).toList();
        Optional<Path> map = section.find("map-file").flatMap(this::path);
        Optional<ModbusSettings.Secure> secure = section.find("tls").flatMap(entry -> entry.section(KeySet.MODBUS_TLS))
                .flatMap(tls -> new ModbusTlsReader(folder).read(tls, address));
        if (enabled && tcp.isEmpty() && serial.isEmpty() && section.find("tls").isEmpty()) {
            section.reject("neither TCP nor a serial line", "a \"port\", \"tls\", or one or more of \"serial\"");
        }
        if (enabled) {
            unitIds(section, unit, PublishedMap.unitIds(new PointTable(site)));
        }
        ModbusSettings given = new ModbusSettings(tcp, unit, clients, writers, serial, BacsScales.STANDARD, secure);
        return enabled ? new NorthboundSettings(given, map) : NorthboundSettings.OFF;
    }

    private static OptionalInt port(Section section) {
        Optional<Entry> entry = section.find("port");
        if (entry.isEmpty()) {
            return OptionalInt.of(DEFAULT_PORT);
        }
        if (entry.get().scalar().equals(Optional.of(OFF))) {
            return OptionalInt.empty();
        }
        return entry.get().number(0, LARGEST_PORT, "off (no TCP) or a TCP port (0: any free one)");
    }

    /** Says when the site needs more unit ids than there are from its first one on. */
    private static void unitIds(Section section, int unit, int count) {
        if (count > MOST_UNIT) {
            section.reject("a site that takes " + count + " unit ids",
                    "at most " + MOST_UNIT + "; parts of the site on servers of their own, or \"enabled\": false");
        } else if (unit + count - 1 > MOST_UNIT) {
            section.reject("unit", "unit ids " + unit + " to " + (unit + count - 1) + ", of which the site takes " + count,
                    "1 to " + (MOST_UNIT - count + 1) + ", so that the last one is at most " + MOST_UNIT);
        }
    }

    private static List<Entry> few(Section section, String key, List<Entry> entries) {
        if (entries.size() > MOST_ENTRIES) {
            section.reject(key, entries.size() + " " + key, "at most " + MOST_ENTRIES);
            return List.of();
        }
        return entries;
    }

    private static Optional<ModbusSettings.Writer> writer(Section writer) {
        Optional<String> name = writer.need("name", "what the audit calls it, such as plc-1")
                .flatMap(entry -> entry.matching(NAME, "a name of 1 to 64 letters, digits, . _ and -"));
        Optional<Network> network = writer.need("address", Networks.ALLOWED).flatMap(Networks::read);
        Set<NorthboundOrder.Kind> may = may(writer, true);
        return name.isEmpty() || network.isEmpty() || may.isEmpty() ? Optional.empty()
                : Optional.of(new ModbusSettings.Writer(name.get(), network.get(), may));
    }

    /** Reads what somebody may ask for beside reading. */
    static Set<NorthboundOrder.Kind> may(Section section, boolean needed) {
        Set<NorthboundOrder.Kind> may = EnumSet.noneOf(NorthboundOrder.Kind.class);
        Optional<Entry> list = needed
                ? section.need("may", "what it may write: acknowledge, mute, equalizing") : section.find("may");
        List<Entry> items = list.map(entry -> entry.items("acknowledge, mute, equalizing")).orElse(List.of());
        for (Entry item : new ArrayList<>(items)) {
            item.choice(KINDS).ifPresent(may::add);
        }
        return may;
    }

    private Optional<ModbusSettings.Serial> serial(Section line) {
        Optional<String> port = line.need("port", "a serial port such as /dev/ttyUSB1")
                .flatMap(entry -> entry.matching(PATH, "a serial port such as /dev/ttyUSB1"));
        int baud = line.find("baud").flatMap(entry -> entry.choice(BAUDS)).orElse(DEFAULT_BAUD);
        ModbusSettings.Parity parity = line.find("parity").flatMap(entry -> entry.choice(PARITIES))
                .orElse(ModbusSettings.Parity.EVEN);
        ModbusSettings.Mode mode = line.find("mode").flatMap(entry -> entry.choice(MODES)).orElse(ModbusSettings.Mode.RTU);
        Set<NorthboundOrder.Kind> may = may(line, false);
        return port.map(path -> new ModbusSettings.Serial(path, baud, parity, mode, may));
    }

    private Optional<Path> path(Entry entry) {
        try {
            Optional<Path> path = entry.scalar().filter(text -> !text.isBlank() && text.chars().noneMatch(c -> c < ' '))
                    .map(text -> folder.resolve(text).toAbsolutePath().normalize());
            if (path.isPresent()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Only on systems that know forbidden characters; said below like every other mistake.
        }
        entry.reject("a file with scales, absolute or relative to the folder of the site file");
        return Optional.empty();
    }
}
