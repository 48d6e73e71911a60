// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Listens on exactly the address that it is told, and closes the connections of clients that have enough of them.
 * Without this {@code 0.0.0.0} would mean IPv6 too.
 */
final class GuardedConnector extends ServerConnector {

    private final ConnectionPlaces places;

    GuardedConnector(Server server, ConnectionPlaces places, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
        this.places = places;
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        InetAddress address = InetAddress.getByName(getHost());
        ServerSocketChannel channel = address instanceof Inet4Address
                ? ServerSocketChannel.open(StandardProtocolFamily.INET) : ServerSocketChannel.open();
        try {
            channel.socket().setReuseAddress(true);
            channel.bind(new InetSocketAddress(address, Math.max(0, getPort())), getAcceptQueueSize());
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void accept(int acceptor) throws IOException {
        if (!(getTransport() instanceof ServerSocketChannel door) || !door.isOpen()) {
            return;
        }
        SocketChannel channel = door.accept();
        if (!places.take(channel, System.nanoTime())) {
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        Socket socket = channel.socket();
        configure(socket);
        getSelectorManager().accept(channel);
    }
}
