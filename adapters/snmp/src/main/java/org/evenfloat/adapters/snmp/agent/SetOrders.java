// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.domain.access.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what clients set, on a thread of its own because that waits for the disk, and answers when it is done. */
final class SetOrders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SetOrders.class);

    /** More than so many at once are turned away. */
    private static final int MOST_WAITING = 32;

    private final NorthboundOrders orders;
    private final Replies replies;
    private final BiConsumer<Packet, InetSocketAddress> send;
    private final Packet out = new Packet();
    private final Set<Asked> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker;

    /** A set of somebody; clients that had no answer in time ask for the same again. */
    private record Asked(InetSocketAddress from, int version, String who, int id) {}

    /** @param send sends a packet; called by the thread of this object */
    SetOrders(NorthboundOrders orders, Replies replies, BiConsumer<Packet, InetSocketAddress> send) {
        this.orders = orders;
        this.replies = replies;
        this.send = send;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, "snmp-orders");
                    thread.setDaemon(true);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
    }

    /** Takes orders and answers them later; returns whether it did, which it does not when too many wait. */
    boolean take(Request request, InetSocketAddress from, List<NorthboundOrder> what) {
        Asked asked = new Asked(from, request.version, request.client.name(), request.id);
        if (!underWay.add(asked)) {
            return true; // the same again: answered when the first one is
        }
        Request kept = request.copy();
        try {
            worker.execute(() -> {
                int status = carryOut(kept, from, what);
                underWay.remove(asked);
                answer(kept, status, from);
            });
            return true;
        } catch (RejectedExecutionException full) {
            underWay.remove(asked);
            return false;
        }
    }

    private void answer(Request request, int status, InetSocketAddress to) {
        if (status == ErrorStatus.NONE) {
            replies.done(out, request);
        } else {
            replies.answer(out, request, status, 1);
        }
        send.accept(out, to);
    }

    private int carryOut(Request request, InetSocketAddress from, List<NorthboundOrder> what) {
        Actor who = NorthboundOrders.client(
                request.client.name(), "snmp " + from.getAddress().getHostAddress(), request.client.may());
        try {
            NorthboundOrders.Answer answer = orders.carryOut(who, what);
            if (answer.outcome() != NorthboundOrders.Outcome.DONE) {
                LOG.warn("{} ({}): {}", who.name(), who.from(), answer.sentence());
            }
            return switch (answer.outcome()) {
                case DONE -> ErrorStatus.NONE;
                case INVALID -> ErrorStatus.INCONSISTENT_VALUE;
                case NOT_ALLOWED -> ErrorStatus.NO_ACCESS;
                case BUSY -> ErrorStatus.RESOURCE_UNAVAILABLE;
                case WAITS, FAILED -> ErrorStatus.COMMIT_FAILED;
            };
        } catch (RuntimeException bug) {
            LOG.error("An order of {} ({}) failed", who.name(), who.from(), bug);
            return ErrorStatus.GENERAL;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
