// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.port.out.Northbound;

/** The MODBUS server of a site: the same registers over TCP and on every serial line. */
public final class ModbusServer implements Northbound, AutoCloseable {

    private final ModbusSettings settings;
    private final TcpLimits limits;
    private final RegisterMap map;
    private final Desk desk;
    private final List<AutoCloseable> open = new ArrayList<>();

    /**
     * @param table the points of the site
     * @param version of the program
     * @param siteName what people call the site
     * @param orders carries out what clients may write
     */
    public ModbusServer(
            ModbusSettings settings, PointTable table, String version, String siteName, NorthboundOrders orders) {
        this(settings, TcpLimits.STANDARD, table, version, siteName, orders);
    }

    ModbusServer(
            ModbusSettings settings, TcpLimits limits, PointTable table, String version, String siteName,
            NorthboundOrders orders) {
        this.settings = settings;
        this.limits = limits;
        this.map = new RegisterMap(table, settings.scales());
        this.desk = new Desk(map, new Identity(version, siteName), orders, settings.unit(),
                map.render(NorthboundImage.nothing(table)));
    }

    /**
     * Starts to serve and returns the TCP port; empty when no TCP is served. A serial port that is not there is tried again
     * and again.
     *
     * @throws ModbusNotStarted when the TCP address cannot be had
     */
    public OptionalInt start() throws ModbusNotStarted {
        OptionalInt port = OptionalInt.empty();
        if (settings.tcp().isPresent()) {
            try {
                TcpServer server = new TcpServer(settings, limits, desk);
                open.add(server);
                port = OptionalInt.of(server.port());
            } catch (IOException failure) {
                throw new ModbusNotStarted(settings.tcp().get(), failure);
            }
        }
        for (ModbusSettings.Serial serial : settings.serial()) {
            open.add(new SerialServer(serial, desk));
        }
        return port;
    }

    @Override
    public void show(NorthboundImage image) {
        desk.show(map.render(image));
    }

    /** Returns what has been served so far. */
    public ModbusTally tally() {
        return desk.tally();
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
        desk.close();
    }
}
