// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;

/**
 * How the site is read by MODBUS.
 *
 * @param tcp where TCP clients connect; empty for nowhere
 * @param unit unit id of the site, 1 to 247; a site too large for one takes those that follow
 * @param clients who may connect; empty for everybody who reaches the address
 * @param writers who may write, and what; everybody else only reads
 * @param serial serial lines
 * @param scales of the BACS block
 * @param secure where clients connect over TLS; empty for nowhere
 */
public record ModbusSettings(
        Optional<Tcp> tcp, int unit, List<Network> clients, List<Writer> writers, List<Serial> serial, BacsScales scales,
        Optional<Secure> secure) {

    /** Nothing is served. */
    public static final ModbusSettings OFF =
            new ModbusSettings(Optional.empty(), 1, List.of(), List.of(), List.of(), BacsScales.STANDARD);

    /** Nothing is served over TLS. */
    public ModbusSettings(
            Optional<Tcp> tcp, int unit, List<Network> clients, List<Writer> writers, List<Serial> serial,
            BacsScales scales) {
        this(tcp, unit, clients, writers, serial, scales, Optional.empty());
    }

    public ModbusSettings {
        clients = List.copyOf(clients);
        writers = List.copyOf(writers);
        serial = List.copyOf(serial);
    }

    /**
     * Where TCP clients connect.
     *
     * @param address an address of this machine
     * @param port TCP port; 0 for any that is free
     */
    public record Tcp(String address, int port) {}

    /**
     * Where clients connect over TLS, each with a certificate.
     *
     * @param address an address of this machine
     * @param port TCP port; 0 for any that is free
     * @param authorities PEM file with the certificates of who issues those of clients
     * @param roles what clients may ask for beside reading, by the role in their certificate
     */
    public record Secure(String address, int port, Path authorities, Map<String, Set<NorthboundOrder.Kind>> roles) {

        public Secure {
            roles = Map.copyOf(roles);
        }
    }

    /**
     * A TCP client that may write.
     *
     * @param name what the audit calls it
     * @param network where it connects from
     * @param may what it may ask for
     */
    public record Writer(String name, Network network, Set<NorthboundOrder.Kind> may) {

        public Writer {
            may = Set.copyOf(may);
        }
    }

    /** How frames stand on a serial line. */
    public enum Mode {
        RTU,
        ASCII
    }

    /** Parity of a serial line. */
    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /**
     * A serial line on which this server is a slave.
     *
     * @param port the serial port
     * @param baud 1200 to 115,200
     * @param parity of each character; without one there are two stop bits, as the specification wants it
     * @param mode how frames stand there
     * @param may what its master may ask for beside reading
     */
    public record Serial(String port, int baud, Parity parity, Mode mode, Set<NorthboundOrder.Kind> may) {

        public Serial {
            may = Set.copyOf(may);
        }
    }

    /** Returns whether anything is served. */
    public boolean enabled() {
        return tcp.isPresent() || secure.isPresent() || !serial.isEmpty();
    }
}
