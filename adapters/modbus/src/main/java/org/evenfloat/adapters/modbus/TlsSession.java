// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.evenfloat.application.northbound.ClientTally;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.domain.access.Actor;

/** One client over TLS, from its handshake on; its own thread waits for it, and whoever looks ends it when it stalls. */
final class TlsSession {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int HEAD = 7;
    private static final int BEFORE_LENGTH = 6;
    private static final int LEAST_LENGTH = 2;
    private static final int MOST_LENGTH = 1 + Answers.MOST_PDU;
    private static final int ANY_UNIT = 0xFF;
    private static final long ORDER_MILLIS = 5_000;

    private final Socket socket;
    private final SSLContext context;
    private final ModbusSettings.Secure secure;
    private final Desk desk;
    private final Consumer<TlsSession> over;
    private final Thread thread;
    private final String from;
    private final byte[] in = new byte[BEFORE_LENGTH + MOST_LENGTH];
    private final byte[] out = new byte[BEFORE_LENGTH + MOST_LENGTH];
    private Actor who;
    private Set<NorthboundOrder.Kind> may = Set.of();
    private ClientTally tally;
    private volatile long sinceNanos = System.nanoTime();
    /** Whether something was begun that has to come to an end: the handshake, a request, an answer. */
    private volatile boolean busy = true;
    private volatile boolean ended;

    /** @param over is told when it is over */
    TlsSession(Socket socket, SSLContext context, ModbusSettings.Secure secure, Desk desk, Consumer<TlsSession> over) {
        this.socket = socket;
        this.context = context;
        this.secure = secure;
        this.desk = desk;
        this.over = over;
        this.from = socket.getInetAddress().getHostAddress();
        this.thread = new Thread(this::work, "modbus-tls-" + from);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void work() {
        try (SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, from, socket.getPort(), true)) {
            secured.setUseClientMode(false);
            secured.setNeedClientAuth(true);
            secured.setEnabledProtocols(PROTOCOLS);
            secured.startHandshake();
            meet((X509Certificate) secured.getSession().getPeerCertificates()[0]);
            serve(new DataInputStream(secured.getInputStream()), secured.getOutputStream());
        } catch (SSLException refused) {
            if (!ended) {
                desk.tally().turnedAway(from + " - no TLS with a certificate of a known authority: " + refused.getMessage());
            }
        } catch (IOException gone) {
            // clients may go at any time
        } finally {
            if (tally != null) {
                desk.tally().disconnected(tally);
            }
            end();
            over.accept(this);
        }
    }

    private void meet(X509Certificate certificate) {
        may = ClientRole.of(certificate).map(role -> secure.roles().getOrDefault(role, Set.of())).orElse(Set.of());
        String name = ClientRole.name(certificate);
        who = NorthboundOrders.client(name, "modbus tls " + from, may);
        tally = desk.tally().client(from, name, "TLS");
        desk.tally().connected(tally);
    }

    private void serve(DataInputStream requests, OutputStream answers) throws IOException {
        while (!ended) {
            begin(false);
            int first = requests.read();
            if (first < 0) {
                return;
            }
            begin(true);
            in[0] = (byte) first;
            requests.readFully(in, 1, BEFORE_LENGTH - 1);
            int follows = Answers.word(in, 4);
            if (Answers.word(in, 2) != 0 || follows < LEAST_LENGTH || follows > MOST_LENGTH) {
                desk.tally().broken(from + " - bytes that are no MODBUS/TCP");
                return;
            }
            requests.readFully(in, BEFORE_LENGTH, follows);
            int length = answer(follows);
            System.arraycopy(in, 0, out, 0, HEAD);
            out[4] = (byte) (length + 1 >> Byte.SIZE);
            out[5] = (byte) (length + 1);
            answers.write(out, 0, HEAD + length);
            desk.tally().answered(tally, 1, length == 2 ? 1 : 0, System.nanoTime());
        }
    }

    private void begin(boolean begun) {
        sinceNanos = System.nanoTime();
        busy = begun;
    }

    /** Makes the answer to a request behind its head, and returns its length. */
    private int answer(int follows) {
        int unit = in[BEFORE_LENGTH] & 0xFF;
        int page = unit == 0 || unit == ANY_UNIT ? 0 : desk.page(unit);
        if (page < 0) {
            return Answers.refuse(in[HEAD], ExceptionCode.GATEWAY_TARGET_DEVICE_FAILED_TO_RESPOND, out, HEAD);
        }
        int length = desk.answers().answer(desk.image(), page, in, HEAD, follows - 1, out, HEAD);
        if (length != Answers.WRITES) {
            return length;
        }
        WriteRequest request = WriteRequest.read(desk.map(), page, in, HEAD, follows - 1, may);
        ExceptionCode refused = request.refused() == null ? desk.carriedOut(who, request, ORDER_MILLIS) : request.refused();
        if (refused != null) {
            return Answers.refuse(in[HEAD], refused, out, HEAD);
        }
        System.arraycopy(in, HEAD, out, HEAD, request.echo());
        return request.echo();
    }

    /** Ends it when it stalls or has been silent for too long. */
    void look(long nowNanos, TcpLimits limits) {
        long most = busy ? limits.stallMillis() : limits.idleMillis();
        if (nowNanos - sinceNanos > TimeUnit.MILLISECONDS.toNanos(most)) {
            if (busy && !ended) {
                desk.tally().broken(from + " - an unfinished handshake or request, or an answer that is not taken");
            }
            end();
        }
    }

    void end() {
        ended = true;
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    /** Waits until it is over, or until then. */
    void join(long untilNanos) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
