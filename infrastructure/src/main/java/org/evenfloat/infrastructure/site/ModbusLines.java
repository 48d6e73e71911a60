// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.application.northbound.NorthboundOrder;

/** Writes how the site is read by MODBUS. */
final class ModbusLines {

    private final YamlLines yaml;

    ModbusLines(YamlLines yaml) {
        this.yaml = yaml;
    }

    void modbus(NorthboundSettings settings) {
        ModbusSettings modbus = settings.modbus();
        yaml.begin("modbus");
        yaml.plain("enabled", true);
        modbus.tcp().map(ModbusSettings.Tcp::address).or(() -> modbus.secure().map(ModbusSettings.Secure::address))
                .ifPresent(address -> yaml.text("address", address));
        if (modbus.tcp().isPresent()) {
            yaml.plain("port", modbus.tcp().get().port());
        } else {
            yaml.text("port", "off");
        }
        yaml.plain("unit", modbus.unit());
        if (!modbus.clients().isEmpty()) {
            yaml.plain("clients", modbus.clients().stream().map(client -> YamlLines.quoted(client.text())).toList());
        }
        if (!modbus.writers().isEmpty()) {
            yaml.begin("writers");
            modbus.writers().forEach(this::writer);
            yaml.end();
        }
        if (!modbus.serial().isEmpty()) {
            yaml.begin("serial");
            modbus.serial().forEach(this::serial);
            yaml.end();
        }
        modbus.secure().ifPresent(this::secure);
        settings.modbusMap().ifPresent(map -> yaml.text("map-file", map.toString()));
        yaml.end();
    }

    private void secure(ModbusSettings.Secure secure) {
        yaml.begin("tls");
        yaml.plain("port", secure.port());
        yaml.text("client-ca-file", secure.authorities().toString());
        if (!secure.roles().isEmpty()) {
            yaml.begin("roles");
            secure.roles().keySet().stream().sorted().forEach(role -> {
                yaml.beginItem();
                yaml.text("role", role);
                yaml.plain("may", kinds(secure.roles().get(role)));
                yaml.end();
            });
            yaml.end();
        }
        yaml.end();
    }

    private void writer(ModbusSettings.Writer writer) {
        yaml.beginItem();
        yaml.text("name", writer.name());
        yaml.text("address", writer.network().text());
        yaml.plain("may", kinds(writer.may()));
        yaml.end();
    }

    private void serial(ModbusSettings.Serial line) {
        yaml.beginItem();
        yaml.text("port", line.port());
        yaml.plain("baud", line.baud());
        yaml.plain("parity", word(line.parity()));
        yaml.plain("mode", word(line.mode()));
        if (!line.may().isEmpty()) {
            yaml.plain("may", kinds(line.may()));
        }
        yaml.end();
    }

    static List<String> kinds(Collection<NorthboundOrder.Kind> kinds) {
        return kinds.stream().sorted().map(ModbusLines::word).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
