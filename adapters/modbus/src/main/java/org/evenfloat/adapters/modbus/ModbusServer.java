// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointPage;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoints;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.application.port.out.NorthboundProtocol;

/** The MODBUS server of a site: the same registers over TCP and on every serial line. */
public final class ModbusServer implements Northbound, NorthboundProtocol, AutoCloseable {

    /** What the section of the site file is called. */
    public static final String ID = "modbus";
    /** What people call it. */
    public static final String NAME = "MODBUS";

    private final ModbusSettings settings;
    private final TcpLimits limits;
    private final Supplier<ServerKey> keys;
    private final RegisterMap map;
    private final Desk desk;
    private final RegisterView view;
    private final List<Listener> open = new CopyOnWriteArrayList<>();
    private volatile OptionalInt port = OptionalInt.empty();

    /**
     * @param table the points of the site
     * @param version of the program
     * @param siteName what people call the site
     * @param orders carries out what clients may write
     */
    public ModbusServer(
            ModbusSettings settings, PointTable table, String version, String siteName, NorthboundOrders orders) {
        this(settings, table, version, siteName, orders, () -> {
            throw new IllegalStateException("no key for TLS");
        });
    }

    /** @param keys what it proves itself with over TLS, asked for each client; any thread may ask */
    public ModbusServer(
            ModbusSettings settings, PointTable table, String version, String siteName, NorthboundOrders orders,
            Supplier<ServerKey> keys) {
        this(settings, TcpLimits.STANDARD, table, version, siteName, orders, keys);
    }

    ModbusServer(
            ModbusSettings settings, TcpLimits limits, PointTable table, String version, String siteName,
            NorthboundOrders orders, Supplier<ServerKey> keys) {
        this.keys = keys;
        this.settings = settings;
        this.limits = limits;
        this.map = new RegisterMap(table, settings.scales());
        this.desk = new Desk(map, new Identity(version, siteName), orders, settings.unit(),
                map.render(NorthboundImage.nothing(table)));
        this.view = new RegisterView(map, settings.unit());
    }

    /**
     * Starts to serve and returns the TCP port; empty when no TCP is served. A serial port that is not there is tried again
     * and again.
     *
     * @throws ModbusNotStarted when the TCP address cannot be had
     */
    public OptionalInt start() throws ModbusNotStarted {
        if (settings.tcp().isPresent()) {
            try {
                TcpServer server = new TcpServer(settings, limits, desk);
                open.add(server);
                port = OptionalInt.of(server.port());
            } catch (IOException failure) {
                throw new ModbusNotStarted(settings.tcp().get(), failure);
            }
        }
        if (settings.secure().isPresent()) {
            try {
                open.add(new TlsServer(settings, limits, desk, keys));
            } catch (IOException | GeneralSecurityException failure) {
                throw new ModbusNotStarted(settings.secure().get(), failure);
            }
        }
        for (ModbusSettings.Serial serial : settings.serial()) {
            open.add(new SerialServer(serial, desk));
        }
        return port;
    }

    /** Returns the port of TLS; empty when none is served. */
    OptionalInt securePort() {
        return open.stream().filter(TlsServer.class::isInstance).mapToInt(each -> ((TlsServer) each).port()).findFirst();
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
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProtocolStatus status() {
        return ModbusStatus.of(settings, port, open, desk.tally());
    }

    @Override
    public PublishedPoints map() {
        return PublishedMap.table(map, settings.unit());
    }

    @Override
    public SeenPoints points(PointQuestion question) {
        RegisterImage image = desk.image();
        PointPage page = new PointPage(question);
        view.fill(image, page);
        return page.of(image.of());
    }

    @Override
    public void close() {
        open.forEach(Listener::close);
        desk.close();
    }
}
