// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.port.out.Northbound;

/**
 * The SNMP agent of a site: answers versions 1, 2c and 3 from the newest image and tells receivers of alarms. Three threads:
 * one answers, one carries out what is set, one tells; none of them is ever waited for. Answers are at most 1,472 bytes.
 */
public final class SnmpAgent implements Northbound, AutoCloseable {

    private final SnmpSettings settings;
    private final SnmpTree tree;
    private final String version;
    private final String siteName;
    private final Path folder;
    private final NorthboundOrders orders;
    private final TrapLimits limits;
    private final LongSupplier nanos;
    private final Counters counters = new Counters();
    private final SnmpTally tally = new SnmpTally(counters);
    private volatile NorthboundImage image;
    private volatile Desk desk;
    private volatile TrapSender sender;
    private SetOrders setOrders;
    private volatile UdpServer server;

    /**
     * @param tree what is served and told
     * @param table the points of the site
     * @param version of the program
     * @param siteName what people call the site
     * @param folder where the engine id and the number of starts are kept
     * @param orders carries out what clients may set
     */
    public SnmpAgent(
            SnmpSettings settings, SnmpTree tree, PointTable table, String version, String siteName, Path folder,
            NorthboundOrders orders) {
        this(settings, tree, table, version, siteName, folder, orders, TrapLimits.STANDARD, System::nanoTime);
    }

    SnmpAgent(
            SnmpSettings settings, SnmpTree tree, PointTable table, String version, String siteName, Path folder,
            NorthboundOrders orders, TrapLimits limits, LongSupplier nanos) {
        this.settings = settings;
        this.tree = tree;
        this.version = version;
        this.siteName = siteName;
        this.folder = folder;
        this.orders = orders;
        this.limits = limits;
        this.nanos = nanos;
        this.image = NorthboundImage.nothing(table);
    }

    /**
     * Starts to serve and to tell, says so to every receiver, and returns the UDP port; empty when nothing is served.
     *
     * @throws SnmpNotStarted when the address cannot be had, or the number of starts not be kept
     */
    public OptionalInt start() throws SnmpNotStarted {
        if (!settings.enabled()) {
            return OptionalInt.empty();
        }
        Engine engine;
        try {
            engine = new EngineFile(folder).start(nanos);
        } catch (IOException failure) {
            throw SnmpNotStarted.file(folder, failure);
        }
        OptionalInt port = settings.listen().isPresent() ? serve(settings.listen().get(), engine) : OptionalInt.empty();
        if (!settings.receivers().isEmpty()) {
            try {
                sender = new TrapSender(settings, engine, limits, tally, nanos);
            } catch (IOException failure) {
                close();
                throw SnmpNotStarted.address(new SnmpSettings.Listen("any address", 0), failure);
            }
            sender.coldStart();
        }
        return port;
    }

    private OptionalInt serve(SnmpSettings.Listen where, Engine engine) throws SnmpNotStarted {
        try {
            server = new UdpServer(where, tally);
        } catch (IOException failure) {
            throw SnmpNotStarted.address(where, failure);
        }
        ByteBuffer departing = ByteBuffer.allocateDirect(Packet.ROOM);
        setOrders = new SetOrders(orders, new Replies(engine, counters), (out, to) -> {
            server.send(out, to, departing);
            tally.answered();
        });
        Replies replies = new Replies(engine, counters);
        desk = new Desk(tree, new OwnObjects(settings, version, siteName, engine, counters), engine, counters, tally,
                new Communities(settings.communities(), counters),
                new Users(settings.users(), engine, counters, replies), replies, setOrders, image);
        desk.show(image);
        server.start(desk);
        return OptionalInt.of(server.port());
    }

    @Override
    public void show(NorthboundImage next) {
        image = next;
        if (desk != null) {
            desk.show(next);
        }
        if (sender != null) {
            sender.tell(tree.news(next));
        }
    }

    /** Returns the newest image that was shown; one in which nothing is known before the first. */
    public NorthboundImage image() {
        return image;
    }

    /** Returns the UDP port; empty while nothing is served. */
    public OptionalInt port() {
        UdpServer serving = server;
        return serving == null ? OptionalInt.empty() : OptionalInt.of(serving.port());
    }

    /** Returns what has been served and told so far. */
    public SnmpTally tally() {
        return tally;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            setOrders.close();
        }
        if (sender != null) {
            sender.close();
        }
    }
}
