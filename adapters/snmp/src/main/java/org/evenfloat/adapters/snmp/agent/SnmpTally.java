// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Counts what the agent does, for people. Safe for several threads. */
public final class SnmpTally {

    /** So many clients are known, those that asked last. */
    static final int MOST_CLIENTS = 64;

    private final Counters counters;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong sets = new AtomicLong();
    private final AtomicLong traps = new AtomicLong();
    private final AtomicLong informs = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong unacknowledged = new AtomicLong();
    private final AtomicReference<Wrong> last = new AtomicReference<>(new Wrong("", 0));
    private final Map<Who, Seen> clients = new LinkedHashMap<>();
    private Seen newest;

    /**
     * Somebody who has asked.
     *
     * @param address of the client
     * @param version {@code v1}, {@code v2c} or {@code v3}
     * @param who what the site file calls its community or user
     * @param requests how often since it is known
     * @param lastAtMillis when last, epoch ms
     */
    public record Client(String address, String version, String who, long requests, long lastAtMillis) {}

    private record Wrong(String text, long atNanos) {}

    private record Who(InetAddress address, int version, String name) {}

    /** How often and when last, written under the lock of the tally. */
    private static final class Seen {

        private final Who who;
        private long requests;
        private long lastAtMillis;

        Seen(Who who) {
            this.who = who;
        }

        boolean is(InetAddress address, int version, String name) {
            return who.version() == version && who.name().equals(name)
                    && (who.address() == address || who.address().equals(address));
        }
    }

    SnmpTally(Counters counters) {
        this.counters = counters;
    }

    void asked(InetAddress address, int version, String name) {
        requests.incrementAndGet();
        synchronized (clients) {
            if (newest == null || !newest.is(address, version, name)) {
                Who who = new Who(address, version, name);
                Seen known = clients.remove(who);
                newest = known == null ? new Seen(who) : known;
                clients.put(who, newest);
                if (clients.size() > MOST_CLIENTS) {
                    clients.remove(clients.keySet().iterator().next());
                }
            }
            newest.requests++;
            newest.lastAtMillis = System.currentTimeMillis();
        }
    }

    void answered() {
        answers.incrementAndGet();
    }

    void set() {
        sets.incrementAndGet();
    }

    void trapSent() {
        traps.incrementAndGet();
    }

    void informSent() {
        informs.incrementAndGet();
    }

    void dropped(String why) {
        dropped.incrementAndGet();
        wrong(why);
    }

    void unacknowledged(String why) {
        unacknowledged.incrementAndGet();
        wrong(why);
    }

    void failed(String why) {
        wrong(why);
    }

    private void wrong(String text) {
        last.set(new Wrong(text, System.nanoTime()));
    }

    /** Returns requests that were taken in since the start. */
    public long requests() {
        return requests.get();
    }

    /** Returns answers that were sent, those that say what is wrong among them. */
    public long answers() {
        return answers.get();
    }

    /** Returns messages with a community that is none, or from where it is not taken. */
    public long badCommunities() {
        return counters.of(Counter.BAD_COMMUNITY_NAMES);
    }

    /** Returns messages of users that there are not, or from where they are not taken. */
    public long unknownUsers() {
        return counters.of(Counter.UNKNOWN_USER_NAMES);
    }

    /** Returns messages with a wrong digest, or that were not as safe as the user has to be. */
    public long wrongDigests() {
        return counters.of(Counter.WRONG_DIGESTS) + counters.of(Counter.UNSUPPORTED_LEVELS);
    }

    /** Returns messages that could not be understood. */
    public long parseErrors() {
        return counters.of(Counter.PARSE_ERRORS);
    }

    /** Returns sets that asked for something. */
    public long sets() {
        return sets.get();
    }

    /** Returns traps that were sent. */
    public long trapsSent() {
        return traps.get();
    }

    /** Returns informs that were sent, repetitions not counted. */
    public long informsSent() {
        return informs.get();
    }

    /** Returns notifications that were never sent, because too many waited or the receiver could not be found. */
    public long notificationsDropped() {
        return dropped.get();
    }

    /** Returns informs that nobody confirmed. */
    public long unacknowledged() {
        return unacknowledged.get();
    }

    /** Returns who has asked, the latest first; 64 at the most. */
    public List<Client> clients() {
        synchronized (clients) {
            List<Client> all = new ArrayList<>();
            for (Seen each : clients.values()) {
                String version = each.who.version() == Request.V1 ? "v1" : each.who.version() == Request.V2C ? "v2c" : "v3";
                all.add(0, new Client(each.who.address().getHostAddress(), version, each.who.name(), each.requests,
                        each.lastAtMillis));
            }
            return all;
        }
    }

    /** Returns the last thing that went wrong, for people; empty for nothing. */
    public String lastError() {
        return last.get().text();
    }

    /** Returns the same with how long ago it was. */
    public Optional<ProtocolStatus.Trouble> trouble() {
        Wrong wrong = last.get();
        return wrong.text().isEmpty() ? Optional.empty() : Optional.of(new ProtocolStatus.Trouble(
                wrong.text(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - wrong.atNanos())));
    }
}
