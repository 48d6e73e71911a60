// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Set;
import org.evenfloat.application.northbound.ClientTally;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.domain.access.Actor;

/** What is remembered of one TCP client between its turns; little, because there may be a thousand. Used by one thread. */
final class TcpConnection {

    private static final byte[] NOTHING = new byte[0];

    final SocketChannel channel;
    final Actor who;
    final ClientTally tally;
    final Set<NorthboundOrder.Kind> may;
    private final SelectionKey key;
    private byte[] rest = NOTHING;
    private ByteBuffer unsent;
    private boolean waiting;
    private long lastRequestNanos;
    private long stuckSinceNanos;

    TcpConnection(
            SocketChannel channel, SelectionKey key, Actor who, ClientTally tally, Set<NorthboundOrder.Kind> may,
            long nowNanos) {
        this.channel = channel;
        this.tally = tally;
        this.key = key;
        this.who = who;
        this.may = may;
        this.lastRequestNanos = nowNanos;
    }

    /** Puts what is left of the last turn at the beginning of the bytes and returns how many that are. */
    int rest(byte[] into) {
        System.arraycopy(rest, 0, into, 0, rest.length);
        return rest.length;
    }

    /** Keeps bytes for the next turn. */
    void keep(byte[] bytes, int from, int to, long nowNanos) {
        if (from == to) {
            rest = NOTHING;
            return;
        }
        if (rest.length == 0 || from > 0) {
            stuckSinceNanos = nowNanos;
        }
        rest = Arrays.copyOfRange(bytes, from, to);
    }

    void asked(long nowNanos) {
        lastRequestNanos = nowNanos;
    }

    /**
     * Sends; what the client does not take now goes later, and it is not asked for more until then.
     *
     * @param departing a buffer outside the heap with room for all, used here only
     */
    void send(byte[] bytes, int length, ByteBuffer departing, long nowNanos) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        if (unsent != null) {
            unsent = ByteBuffer.allocate(unsent.remaining() + length).put(unsent).put(buffer).flip();
            return;
        }
        departing.clear().put(buffer).flip();
        channel.write(departing);
        buffer.position(buffer.limit() - departing.remaining());
        if (buffer.hasRemaining()) {
            unsent = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
            stuckSinceNanos = nowNanos;
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    /** Sends on; returns whether all has gone. */
    boolean sendOn(long nowNanos) throws IOException {
        if (unsent != null) {
            if (channel.write(unsent) > 0) {
                stuckSinceNanos = nowNanos;
            }
            unsent = unsent.hasRemaining() ? unsent : null;
        }
        if (unsent == null) {
            key.interestOps(waiting ? 0 : SelectionKey.OP_READ);
        }
        return unsent == null;
    }

    boolean hasUnsent() {
        return unsent != null;
    }

    /** Nothing more is read until an order is carried out. */
    void await() {
        waiting = true;
        key.interestOps(0);
    }

    void awaited() {
        waiting = false;
        if (unsent == null) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    boolean waiting() {
        return waiting;
    }

    long idleNanos(long nowNanos) {
        return waiting ? 0 : nowNanos - lastRequestNanos;
    }

    /** Returns for how long a request has been unfinished or an answer not taken. */
    long stuckNanos(long nowNanos) {
        return !waiting && (rest.length > 0 || unsent != null) ? nowNanos - stuckSinceNanos : 0;
    }

    void close() {
        try {
            key.cancel();
            channel.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
