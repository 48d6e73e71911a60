// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A line behind a serial device server; non-blocking, so that one that takes no bytes cannot hold up the sweep. */
final class TcpChannel implements LineChannel {

    private static final int CONNECT_MILLIS = 3_000;
    private static final long WRITE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FULL_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int CHUNK = 2048;

    private final String line;
    private final LineSettings.Tcp where;
    private final ByteInbox inbox = new ByteInbox();
    private SocketChannel socket;
    private Selector selector;
    private boolean closed;

    TcpChannel(String line, LineSettings.Tcp where) {
        this.line = line;
        this.where = where;
    }

    @Override
    public String port() {
        return where.host() + ":" + where.port();
    }

    @Override
    public String advice() {
        return "check the serial device server, its network and the host and port in the site file";
    }

    @Override
    public void open() throws IOException {
        InetSocketAddress address = new InetSocketAddress(where.host(), where.port());
        if (address.isUnresolved()) {
            throw new IOException("unknown host");
        }
        SocketChannel opened = begin();
        try {
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            opened.socket().connect(address, CONNECT_MILLIS);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ);
        } catch (SocketTimeoutException e) {
            throw new IOException("no answer within " + CONNECT_MILLIS / 1_000 + " s", e);
        } catch (ClosedSelectorException e) {
            throw new IOException("closed", e);
        }
        Thread reader = new Thread(this::readUntilClosed, "line-" + line + "-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private synchronized SocketChannel begin() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        selector = Selector.open();
        socket = SocketChannel.open();
        return socket;
    }

    private void readUntilClosed() {
        byte[] bytes = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (true) {
                selector.select();
                selector.selectedKeys().clear();
                buffer.clear();
                int count = socket.read(buffer);
                if (count < 0) {
                    throw new EOFException("the device server closed the connection");
                }
                inbox.put(bytes, count);
            }
        } catch (IOException e) {
            inbox.fail(e);
        } catch (ClosedSelectorException e) {
            inbox.fail(new IOException("closed", e));
        }
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        long deadline = System.nanoTime() + WRITE_NANOS;
        while (buffer.hasRemaining()) {
            if (socket.write(buffer) == 0) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException("the device server takes no bytes");
                }
                LockSupport.parkNanos(FULL_PAUSE_NANOS);
            }
        }
    }

    @Override
    public int read(byte[] target, long deadlineNanos) throws IOException {
        return inbox.take(target, deadlineNanos);
    }

    @Override
    public synchronized void close() {
        closed = true;
        inbox.fail(new IOException("closed"));
        Quietly.close(socket);
        Quietly.close(selector);
    }
}
