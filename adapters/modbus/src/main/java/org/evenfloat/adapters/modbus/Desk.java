// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.domain.access.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all connections and lines answer from: the newest registers, and the one thread on which orders are carried out. */
final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** Orders wait for the disk; more than so many at once are turned away. */
    private static final int MOST_WAITING = 32;

    private final RegisterMap map;
    private final Answers answers;
    private final NorthboundOrders orders;
    private final ModbusTally tally;
    private final int unit;
    private final ThreadPoolExecutor worker;
    private volatile RegisterImage image;

    Desk(RegisterMap map, Identity identity, NorthboundOrders orders, int unit, RegisterImage first) {
        this.map = map;
        this.answers = new Answers(map, identity);
        this.orders = orders;
        this.tally = new ModbusTally();
        this.unit = unit;
        this.image = first;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, "modbus-orders");
                    thread.setDaemon(true);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
    }

    RegisterMap map() {
        return map;
    }

    Answers answers() {
        return answers;
    }

    ModbusTally tally() {
        return tally;
    }

    RegisterImage image() {
        return image;
    }

    void show(RegisterImage next) {
        image = next;
    }

    /** Returns the page of a unit id, −1 when it is none of ours. */
    int page(int unitId) {
        int page = unitId - unit;
        return page >= 0 && page < map.pages() ? page : -1;
    }

    /** Carries out orders in time; {@code told} hears on another thread why they were refused, null for done. */
    void carryOut(Actor who, WriteRequest request, Consumer<ExceptionCode> told) {
        try {
            worker.execute(() -> told.accept(carryOut(who, request)));
        } catch (RejectedExecutionException full) {
            told.accept(ExceptionCode.SERVER_DEVICE_BUSY);
        }
    }

    /** Carries out orders and returns why they were refused, null for done; ACKNOWLEDGE when it takes longer than that. */
    ExceptionCode carriedOut(Actor who, WriteRequest request, long mostMillis) {
        CompletableFuture<ExceptionCode> told = new CompletableFuture<>();
        carryOut(who, request, told::complete);
        try {
            return told.get(mostMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExceptionCode.ACKNOWLEDGE;
        } catch (ExecutionException e) {
            return ExceptionCode.SERVER_DEVICE_FAILURE;
        } catch (TimeoutException e) {
            return ExceptionCode.ACKNOWLEDGE;
        }
    }

    private ExceptionCode carryOut(Actor who, WriteRequest request) {
        try {
            NorthboundOrders.Answer answer = orders.carryOut(who, request.orders());
            if (answer.outcome() != NorthboundOrders.Outcome.DONE) {
                LOG.warn("{} ({}): {}", who.name(), who.from(), answer.sentence());
            }
            return switch (answer.outcome()) {
                case DONE -> null;
                case INVALID -> ExceptionCode.ILLEGAL_DATA_VALUE;
                case NOT_ALLOWED -> ExceptionCode.ILLEGAL_FUNCTION;
                case WAITS -> ExceptionCode.ACKNOWLEDGE;
                case BUSY -> ExceptionCode.SERVER_DEVICE_BUSY;
                case FAILED -> ExceptionCode.SERVER_DEVICE_FAILURE;
            };
        } catch (RuntimeException bug) {
            LOG.error("An order of {} ({}) failed", who.name(), who.from(), bug);
            return ExceptionCode.SERVER_DEVICE_FAILURE;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
