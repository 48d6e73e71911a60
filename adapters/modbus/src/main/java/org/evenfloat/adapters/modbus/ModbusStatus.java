// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Says how the server is doing, for people. */
final class ModbusStatus {

    private ModbusStatus() {}

    /** @param port TCP port; empty when no TCP is served */
    static ProtocolStatus of(ModbusSettings settings, OptionalInt port, List<Listener> listeners, ModbusTally tally) {
        return new ProtocolStatus(
                listeners.stream().map(Listener::place).toList(),
                settings.clients().stream().map(Network::text).toList(), writers(settings), commands(settings, port),
                tally.requests(), OptionalLong.of(tally.refused()), OptionalLong.of(tally.connections()), tally.turnedAway(),
                tally.clients(), tally.trouble());
    }

    private static List<ProtocolStatus.Writer> writers(ModbusSettings settings) {
        List<ProtocolStatus.Writer> writers = new ArrayList<>();
        if (settings.tcp().isPresent()) {
            settings.writers().forEach(writer ->
                    writers.add(new ProtocolStatus.Writer(writer.name(), writer.network().text(), writer.may())));
        }
        settings.secure().ifPresent(secure -> secure.roles().forEach((role, may) ->
                writers.add(new ProtocolStatus.Writer("role " + role, "TLS", may))));
        settings.serial().stream().filter(line -> !line.may().isEmpty()).forEach(line ->
                writers.add(new ProtocolStatus.Writer(SerialTurns.MASTER, line.port(), line.may())));
        return writers;
    }

    /** One for TCP and one for each serial line in RTU, which is all that mbpoll knows. */
    private static List<String> commands(ModbusSettings settings, OptionalInt port) {
        List<String> commands = new ArrayList<>();
        String what = " -a " + settings.unit() + " -0 -r 1000 -c 20 -1 ";
        if (port.isPresent()) {
            String address = settings.tcp().orElseThrow().address();
            boolean every = address.equals("0.0.0.0") || address.equals("::");
            commands.add("mbpoll -m tcp -p " + port.getAsInt() + what + (every ? "HOST" : address));
        }
        settings.serial().stream().filter(line -> line.mode() == ModbusSettings.Mode.RTU)
                .map(line -> "mbpoll -m rtu -b " + line.baud() + parity(line.parity()) + what + "PORT")
                .distinct().forEach(commands::add);
        return commands;
    }

    private static String parity(ModbusSettings.Parity parity) {
        return switch (parity) {
            case NONE -> " -P none -s 2";
            case EVEN -> " -P even";
            case ODD -> " -P odd";
        };
    }
}
