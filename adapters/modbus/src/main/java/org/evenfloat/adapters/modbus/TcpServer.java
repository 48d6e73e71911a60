// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MODBUS/TCP: one thread for all clients, which never waits for one of them. */
final class TcpServer implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(TcpServer.class);
    private static final int BACKLOG = 128;
    private static final int LOOK_MILLIS = 500;
    private static final long FAREWELL_MILLIS = 2_000;

    private final ModbusSettings settings;
    private final TcpLimits limits;
    private final Desk desk;
    private final TcpTurns turns;
    private final Set<TcpConnection> connections = new HashSet<>();
    private final ConcurrentLinkedQueue<Runnable> told = new ConcurrentLinkedQueue<>();
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile String problem = "";
    private long lookedNanos = System.nanoTime();

    /** Takes the address; throws IOException when it cannot be had. */
    TcpServer(ModbusSettings settings, TcpLimits limits, Desk desk) throws IOException {
        this.settings = settings;
        this.limits = limits;
        this.desk = desk;
        this.turns = new TcpTurns(desk, this::tell);
        ModbusSettings.Tcp where = settings.tcp().orElseThrow();
        this.selector = Selector.open();
        this.listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(where.address()), where.port()), BACKLOG);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException failure) {
            listener.close();
            selector.close();
            throw failure;
        }
        this.thread = new Thread(this::work, "modbus-tcp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    @Override
    public ProtocolStatus.Place place() {
        String address = settings.tcp().orElseThrow().address();
        return new ProtocolStatus.Place((address.contains(":") ? "[" + address + "]" : address) + ":" + port(), problem);
    }

    private void tell(Runnable news) {
        told.add(news);
        selector.wakeup();
    }

    private void work() {
        try {
            while (!closed) {
                selector.select(this::attend, LOOK_MILLIS);
                for (Runnable news = told.poll(); news != null; news = told.poll()) {
                    news.run();
                }
                look();
            }
        } catch (IOException failure) {
            LOG.error("MODBUS/TCP has ended: {}", failure.getMessage());
            problem = "it has ended, " + failure.getMessage() + " - see the log, and start the server anew";
        } finally {
            List.copyOf(connections).forEach(this::end);
        }
    }

    private void attend(SelectionKey key) {
        TcpConnection connection = (TcpConnection) key.attachment();
        if (connection == null) {
            accept();
            return;
        }
        try {
            boolean writable = (key.readyOps() & SelectionKey.OP_WRITE) != 0;
            if (!(writable ? turns.writable(connection) : turns.readable(connection))) {
                end(connection);
            }
        } catch (IOException | CancelledKeyException gone) {
            end(connection);
        } catch (RuntimeException bug) {
            LOG.error("A request of {} could not be answered", connection.who.from(), bug);
            end(connection);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel != null && !take(channel)) {
                channel.close();
            }
        } catch (IOException failure) {
            desk.tally().turnedAway("a client could not be taken: " + failure.getMessage());
        }
    }

    private boolean take(SocketChannel channel) throws IOException {
        InetAddress from = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        byte[] address = from.getAddress();
        if (!settings.clients().isEmpty() && settings.clients().stream().noneMatch(client -> client.contains(address))) {
            desk.tally().turnedAway(from.getHostAddress() + " - only the clients of the site file may connect");
            return false;
        }
        if (connections.size() >= limits.connections() && !makeRoom()) {
            desk.tally().turnedAway(from.getHostAddress() + " - " + limits.connections() + " clients at once");
            return false;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Optional<ModbusSettings.Writer> writer =
                settings.writers().stream().filter(each -> each.network().contains(from.getAddress())).findFirst();
        Set<NorthboundOrder.Kind> may =
                writer.map(ModbusSettings.Writer::may).orElse(Set.of());
        String name = writer.map(ModbusSettings.Writer::name).orElse("a MODBUS client");
        TcpConnection connection = new TcpConnection(
                channel, key, NorthboundOrders.client(name, "modbus " + from.getHostAddress(), may),
                desk.tally().client(from.getHostAddress(), name, "TCP"), may, System.nanoTime());
        key.attach(connection);
        connections.add(connection);
        desk.tally().connected(connection.tally);
        return true;
    }

    /** Closes the connection that has been silent longest, when that is long. */
    private boolean makeRoom() {
        long now = System.nanoTime();
        TcpConnection oldest = null;
        for (TcpConnection each : connections) {
            oldest = oldest == null || each.idleNanos(now) > oldest.idleNanos(now) ? each : oldest;
        }
        if (oldest == null || oldest.idleNanos(now) < TimeUnit.MILLISECONDS.toNanos(limits.yieldMillis())) {
            return false;
        }
        end(oldest);
        return true;
    }

    /** Ends connections on which nothing has happened for too long. */
    private void look() {
        long now = System.nanoTime();
        if (now - lookedNanos < TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
            return;
        }
        lookedNanos = now;
        List<TcpConnection> over = new ArrayList<>();
        for (TcpConnection each : connections) {
            if (!each.channel.isOpen()) {
                over.add(each);
            } else if (each.stuckNanos(now) > TimeUnit.MILLISECONDS.toNanos(limits.stallMillis())) {
                desk.tally().broken(each.who.from() + " - an unfinished request, or an answer that is not taken");
                over.add(each);
            } else if (each.idleNanos(now) > TimeUnit.MILLISECONDS.toNanos(limits.idleMillis())) {
                over.add(each);
            }
        }
        over.forEach(this::end);
    }

    private void end(TcpConnection connection) {
        connection.close();
        if (connections.remove(connection)) {
            desk.tally().disconnected(connection.tally);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(FAREWELL_MILLIS);
            listener.close();
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("MODBUS/TCP did not close in order: {}", e.getMessage());
        }
    }
}
