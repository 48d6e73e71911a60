// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells receivers what they want to hear, on a thread of its own: whoever has something to tell never waits. */
final class TrapSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrapSender.class);
    private static final long FAREWELL_MILLIS = 2_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final Engine engine;
    private final SnmpTally tally;
    private final LongSupplier nanos;
    private final List<Outbox> outboxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Packet out = new Packet();
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(Packet.MOST);
    private final Selector selector;
    private final DatagramChannel channel;
    private final ExecutorService lookUps;
    private final Thread thread;
    private volatile boolean closed;

    /** @param nanos a clock that is never set */
    TrapSender(SnmpSettings settings, Engine engine, TrapLimits limits, SnmpTally tally, LongSupplier nanos)
            throws IOException {
        this.engine = engine;
        this.tally = tally;
        this.nanos = nanos;
        this.selector = Selector.open();
        this.channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(0)).configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        for (SnmpSettings.Receiver receiver : settings.receivers()) {
            User user = settings.users().stream().filter(each -> each.name().equals(receiver.as())).findFirst()
                    .map(User::new).orElse(null);
            outboxes.add(new Outbox(receiver, user, engine, limits, tally));
            links.add(new Link(outboxes.get(outboxes.size() - 1), channel, limits, tally));
        }
        this.lookUps = Executors.newSingleThreadExecutor(task -> daemon(task, "snmp-names"));
        this.thread = daemon(this::work, "snmp-traps");
        thread.start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Tells everybody that the agent has started. */
    void coldStart() {
        outboxes.forEach(each -> each.put(new TrapMessages.Notice(TrapMessages.COLD_START, engine.upHundredths())));
        selector.wakeup();
    }

    /** Tells those who want to know. */
    void tell(List<SnmpTree.Notification> news) {
        if (news.isEmpty()) {
            return;
        }
        long up = engine.upHundredths();
        for (SnmpTree.Notification each : news) {
            TrapMessages.Notice notice = new TrapMessages.Notice(each, up);
            for (Outbox outbox : outboxes) {
                if (outbox.receiver().kinds().contains(each.kind())) {
                    outbox.put(notice);
                }
            }
        }
        selector.wakeup();
    }

    private void work() {
        long due = nanos.getAsLong();
        while (!closed) {
            try {
                long wait = due == Long.MAX_VALUE ? LONGEST_MILLIS
                        : Math.min(LONGEST_MILLIS, TimeUnit.NANOSECONDS.toMillis(due - nanos.getAsLong()) + 1);
                if (wait > 0) {
                    selector.select(wait);
                }
                selector.selectedKeys().clear();
                receive();
                due = turn();
            } catch (ClosedChannelException over) {
                return;
            } catch (IOException failure) {
                tally.failed("traps: " + failure.getMessage());
            } catch (RejectedExecutionException over) {
                return;
            } catch (RuntimeException bug) {
                LOG.error("A notification could not be sent", bug);
                tally.failed("a notification could not be sent: " + bug);
                due = Long.MAX_VALUE;
            }
        }
    }

    private long turn() {
        long now = nanos.getAsLong();
        long wait = Long.MAX_VALUE;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            wait = Math.min(wait, rest(link.lookUp(now, lookUps, selector::wakeup), now));
            if (link.address() != null) {
                wait = Math.min(wait, rest(outboxes.get(i).work(now, link, out), now));
            }
        }
        return wait == Long.MAX_VALUE ? wait : now + wait;
    }

    private static long rest(long due, long now) {
        return due == Long.MAX_VALUE ? due : Math.max(0, due - now);
    }

    private void receive() throws IOException {
        for (InetSocketAddress from = next(); from != null; from = next()) {
            byte[] datagram = new byte[arrived.flip().remaining()];
            arrived.get(datagram);
            for (int i = 0; i < links.size(); i++) {
                if (from.equals(links.get(i).address())) {
                    came(i, Arrays.copyOf(datagram, datagram.length));
                }
            }
        }
    }

    private InetSocketAddress next() throws IOException {
        return (InetSocketAddress) channel.receive(arrived.clear());
    }

    private void came(int receiver, byte[] datagram) {
        try {
            outboxes.get(receiver).came(datagram, datagram.length, nanos.getAsLong(), links.get(receiver), out);
        } catch (Malformed nothingForUs) {
            // an answer to another form of telling the same receiver, or garbage
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(FAREWELL_MILLIS);
            lookUps.shutdownNow();
            channel.close();
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("Traps did not close in order: {}", e.getMessage());
        }
    }
}
