// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MODBUS/TCP Security: clients prove by certificates who they are. A thread for each of them, few at once; one more takes
 * them in and ends those that stall, in the handshake too.
 */
final class TlsServer implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(TlsServer.class);
    private static final int BACKLOG = 16;
    private static final int LOOK_MILLIS = 500;
    private static final long FAREWELL_MILLIS = 2_000;
    /** Each takes a thread. */
    private static final int MOST = 64;

    private final ModbusSettings settings;
    private final ModbusSettings.Secure secure;
    private final TcpLimits limits;
    private final Desk desk;
    private final Supplier<ServerKey> keys;
    private final ServerSocket listener;
    private final Set<TlsSession> sessions = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private ServerKey key;
    private SSLContext context;
    private volatile boolean closed;
    private volatile String problem = "";

    /**
     * Takes the address.
     *
     * @param keys what the server proves itself with, asked for each client
     * @throws IOException when the address cannot be had, or the authorities not be read
     * @throws GeneralSecurityException when key or certificates are not good
     */
    TlsServer(ModbusSettings settings, TcpLimits limits, Desk desk, Supplier<ServerKey> keys)
            throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.secure = settings.secure().orElseThrow();
        this.limits = limits;
        this.desk = desk;
        this.keys = keys;
        present();
        this.listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(secure.address()), secure.port()), BACKLOG);
            listener.setSoTimeout(LOOK_MILLIS);
        } catch (IOException | RuntimeException failure) {
            listener.close();
            throw failure;
        }
        this.thread = new Thread(this::work, "modbus-tls");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public ProtocolStatus.Place place() {
        String host = secure.address().contains(":") ? "[" + secure.address() + "]" : secure.address();
        return new ProtocolStatus.Place(host + ":" + port() + ", TLS", problem);
    }

    /** Returns what connections are made with now: another certificate is shown from the next client on. */
    private SSLContext present() throws IOException, GeneralSecurityException {
        ServerKey now = keys.get();
        if (context == null || !now.equals(key)) {
            context = SecureContext.of(now, secure.authorities());
            key = now;
        }
        return context;
    }

    private void work() {
        while (!closed) {
            try {
                take(listener.accept());
            } catch (SocketTimeoutException nobody) {
                // that is the time to look
            } catch (IOException failure) {
                if (!closed) {
                    desk.tally().turnedAway("a client could not be taken: " + failure.getMessage());
                }
            }
            long now = System.nanoTime();
            sessions.forEach(session -> session.look(now, limits));
        }
        sessions.forEach(TlsSession::end);
    }

    private void take(Socket socket) throws IOException {
        InetAddress from = socket.getInetAddress();
        byte[] address = from.getAddress();
        String refused = null;
        if (!settings.clients().isEmpty() && settings.clients().stream().noneMatch(client -> client.contains(address))) {
            refused = " - only the clients of the site file may connect";
        } else if (sessions.size() >= MOST) {
            refused = " - " + MOST + " clients at once over TLS";
        }
        if (refused != null) {
            socket.close();
            desk.tally().turnedAway(from.getHostAddress() + refused);
            return;
        }
        try {
            socket.setTcpNoDelay(true);
            TlsSession session = new TlsSession(socket, present(), secure, desk, sessions::remove);
            sessions.add(session);
            session.start();
            problem = "";
        } catch (GeneralSecurityException | RuntimeException failure) {
            socket.close();
            problem = "the certificate or the authorities of clients cannot be used, " + failure.getMessage();
            LOG.error("MODBUS over TLS: {}", problem);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("MODBUS over TLS did not close in order: {}", e.getMessage());
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
        sessions.forEach(session -> session.join(until));
    }
}
