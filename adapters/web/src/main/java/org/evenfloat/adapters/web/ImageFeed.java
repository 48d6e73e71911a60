// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.application.port.in.FollowStrings;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the newest image of each string and lets every client of the stream have it, on one thread of its own. The
 * server's threads only set a mark. While nobody listens nothing is taken, and what nobody takes is not encoded.
 */
final class ImageFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImageFeed.class);

    /** How long the clients have to take the end of their streams. */
    private static final long END_MILLIS = 1_000;

    /** The strings of one sweep are decided on one after the other, each in a fraction of a millisecond. */
    private static final long GATHER_NANOS = 3_000_000;

    private static final long END_LOOK_NANOS = 5_000_000;

    /** How long closing waits for the thread: the time above and one round of serving. */
    private static final long JOIN_MILLIS = END_MILLIS + 4_000;

    private final ViewStrings strings;
    private final AlarmNews alarms;
    private final WebLimits limits;
    private final Runnable tick;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids;
    private final AtomicIntegerArray stale;
    private final NewestImages newest;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final Queue<StreamClient> arrived = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final Runnable unfollow;
    private volatile boolean marked;
    private volatile boolean closed;
    private long lastHeartbeatNanos;
    private long lastTickNanos;
    private Site told;

    /**
     * Begins to follow.
     *
     * @param alarms tells what stands; looked at every {@code limits.tickMillis()}
     * @param tick called every {@code limits.tickMillis()} on the thread of the feed; must not wait
     */
    ImageFeed(ViewStrings strings, FollowStrings follow, AlarmNews alarms, WebLimits limits, Runnable tick) {
        this.strings = strings;
        this.alarms = alarms;
        this.limits = limits;
        this.tick = tick;
        this.told = strings.site();
        this.ids = told.strings().map(BatteryString::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            numbers.put(ids.get(i), i);
        }
        this.stale = new AtomicIntegerArray(ids.size());
        this.newest = new NewestImages(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            stale.set(i, 1);
        }
        this.lastHeartbeatNanos = System.nanoTime();
        this.lastTickNanos = lastHeartbeatNanos;
        this.thread = new Thread(this::run, "web-feed");
        thread.setDaemon(true);
        thread.start();
        this.unfollow = follow.follow(this::note);
    }

    /** On a thread of the server that must not be held up. */
    private void note(String id) {
        Integer number = numbers.get(id);
        if (number != null) {
            stale.set(number, 1);
            marked = true;
            LockSupport.unpark(thread);
        }
    }

    /** Lets a client have the newest image of every string and all that follow, until it is done. */
    void join(StreamClient client) {
        arrived.add(client);
        client.done().whenComplete((nothing, failure) -> clients.remove(client));
        LockSupport.unpark(thread);
    }

    /** Returns what a client that comes now has still to read. */
    UnreadImages unread(StreamForm form) {
        return new UnreadImages(newest, form);
    }

    private void run() {
        while (!closed) {
            try {
                gather();
                serve(System.nanoTime());
            } catch (RuntimeException e) {
                LOG.error("Fault while feeding the streams; going on", e);
            }
            LockSupport.parkNanos(limits.tickMillis() * 1_000_000);
        }
        endAll();
    }

    /** Waits for the other strings of a sweep after the first of them. */
    private void gather() {
        long deadlineNanos = System.nanoTime() + GATHER_NANOS;
        while (marked && !closed && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(deadlineNanos - System.nanoTime());
        }
    }

    /** Lets everybody have the end of what he reads; who does not take it in time is cut off. */
    private void endAll() {
        admit();
        clients.forEach(StreamClient::close);
        long deadlineNanos = System.nanoTime() + END_MILLIS * 1_000_000;
        while (!clients.isEmpty() && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(END_LOOK_NANOS);
        }
        clients.forEach(client -> client.abort(new TimeoutException("the server is stopping")));
    }

    private void serve(long nowNanos) {
        List<StreamClient> fresh = admit();
        boolean ticks = nowNanos - lastTickNanos >= limits.tickMillis() * 1_000_000;
        alarms.tell(clients, fresh, ticks);
        if (!clients.isEmpty()) {
            takeStale();
        }
        for (int i = 0; i < ids.size(); i++) {
            for (StreamClient client : fresh) {
                client.news(i);
            }
        }
        tellNames();
        boolean heartbeat = nowNanos - lastHeartbeatNanos >= limits.heartbeatMillis() * 1_000_000;
        if (heartbeat) {
            lastHeartbeatNanos = nowNanos;
        }
        for (StreamClient client : clients) {
            if (heartbeat) {
                client.heartbeat();
            }
            client.write();
            if (client.blockedFor(limits.blockedMillis() * 1_000_000, nowNanos)) {
                client.abort(new TimeoutException("the client of a stream reads nothing"));
            }
        }
        if (ticks) {
            lastTickNanos = nowNanos;
            tick.run();
        }
    }

    /** Who came in between has the new names in his hello already; to hear them twice does no harm. */
    private void tellNames() {
        Site site = strings.site();
        if (site != told) {
            told = site;
            SseFrame frame = HelloEvent.of(site);
            clients.forEach(client -> client.renamed(frame));
        }
    }

    private List<StreamClient> admit() {
        List<StreamClient> fresh = new ArrayList<>();
        StreamClient client;
        while ((client = arrived.poll()) != null) {
            clients.add(client);
            if (client.done().isDone()) {
                clients.remove(client);
            } else {
                fresh.add(client);
            }
        }
        return fresh;
    }

    private void takeStale() {
        marked = false;
        SortedMap<Integer, StringImage> fresh = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (stale.compareAndSet(i, 1, 0)) {
                int string = i;
                strings.image(ids.get(i)).ifPresent(image -> fresh.put(string, image));
            }
        }
        newest.put(fresh, strings.site().timeZone());
        for (StreamClient client : clients) {
            fresh.keySet().forEach(client::news);
        }
    }

    /** Stops following and ends every stream. */
    @Override
    public void close() {
        unfollow.run();
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
