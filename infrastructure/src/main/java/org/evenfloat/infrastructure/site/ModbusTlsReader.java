// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.application.northbound.NorthboundOrder;

/** Reads how the site is read by MODBUS over TLS. */
final class ModbusTlsReader {

    static final int DEFAULT_PORT = 802;

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern ROLE = Pattern.compile("[^\\s\\p{Cntrl}](?:[^\\p{Cntrl}]{0,62}[^\\s\\p{Cntrl}])?");
    private static final String FILE = "a PEM file with the certificates of who issues those of clients";

    private final Path folder;

    ModbusTlsReader(Path folder) {
        this.folder = folder;
    }

    /** @param address where MODBUS is served */
    Optional<ModbusSettings.Secure> read(Section tls, String address) {
        int port = tls.find("port").map(entry ->
                entry.number(0, LARGEST_PORT, "a TCP port (0: any free one)").orElse(DEFAULT_PORT)).orElse(DEFAULT_PORT);
        Optional<Path> authorities = tls.need("client-ca-file", FILE).flatMap(this::path);
        Map<String, Set<NorthboundOrder.Kind>> roles = new LinkedHashMap<>();
        for (Section role : tls.sections("roles", "roles", KeySet.MODBUS_ROLE)) {
            Optional<String> name = role.need("role", "the role in the certificate of a client")
                    .flatMap(entry -> entry.matching(ROLE, "a role of 1 to 64 characters"));
            Set<NorthboundOrder.Kind> may = ModbusReader.may(role, true);
            if (name.isPresent() && roles.putIfAbsent(name.get(), may) != null) {
                role.reject("role", "\"" + name.get() + "\" a second time", "each role once");
            }
        }
        return authorities.map(file -> new ModbusSettings.Secure(address, port, file, roles));
    }

    private Optional<Path> path(Entry entry) {
        try {
            Optional<Path> file = entry.scalar().filter(text -> !text.isBlank() && text.chars().noneMatch(c -> c < ' '))
                    .map(text -> folder.resolve(text).toAbsolutePath().normalize());
            if (file.isPresent()) {
                return file;
            }
        } catch (InvalidPathException e) {
            // Only on systems that know forbidden characters; said below like every other mistake.
        }
        entry.reject(FILE);
        return Optional.empty();
    }
}
