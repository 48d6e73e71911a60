// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A listening socket with at most one master; a second one is sent away, a lost one may come back for ever. */
final class TcpEndpoint implements WireEndpoint {

    private int port;
    private volatile Selector selector;
    private ServerSocketChannel server;
    private SocketChannel master;

    TcpEndpoint(int port) {
        this.port = port;
    }

    /** Returns the port in use once it is open; it stays the same when it is opened again. */
    int port() {
        return port;
    }

    @Override
    public void open() throws IOException {
        close();
        try {
            selector = Selector.open();
            server = ServerSocketChannel.open();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public int read(byte[] into, int timeoutMillis) throws IOException {
        if (timeoutMillis == 0) {
            selector.selectNow();
        } else {
            selector.select(timeoutMillis);
        }
        selector.selectedKeys().clear();
        SocketChannel next = server.accept();
        if (next != null) {
            welcome(next);
        }
        if (master == null) {
            return 0;
        }
        int length;
        try {
            length = master.read(ByteBuffer.wrap(into));
        } catch (IOException reset) {
            length = -1;
        }
        if (length < 0) {
            dropMaster();
        }
        return Math.max(0, length);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        if (master == null) {
            return;
        }
        try {
            master.write(ByteBuffer.wrap(bytes, 0, length));
        } catch (IOException reset) {
            dropMaster();
        }
    }

    @Override
    public void wakeUp() {
        Selector current = selector;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        if (selector != null) {
            // a selector frees the descriptors of closed channels, the listening port among them, when it closes
            selector.close();
            selector = null;
        }
        // last: a master that sees the end finds nobody listening
        dropMaster();
    }

    private void welcome(SocketChannel next) throws IOException {
        if (master != null) {
            next.close();
            return;
        }
        next.configureBlocking(false);
        next.setOption(StandardSocketOptions.TCP_NODELAY, true);
        next.register(selector, SelectionKey.OP_READ);
        master = next;
    }

    private void dropMaster() throws IOException {
        if (master != null) {
            master.close();
            master = null;
        }
    }
}
