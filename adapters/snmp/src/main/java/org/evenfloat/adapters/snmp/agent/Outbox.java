// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Form;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one receiver, and what was sent and is not confirmed. Any thread may put something in; all else is done by
 * the thread of {@link TrapSender}.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final SnmpSettings.Receiver receiver;
    private final TrapLimits limits;
    private final SnmpTally tally;
    private final Engine engine;
    private final User user;
    private final byte[] community;
    private final Envelope envelope = new Envelope();
    private final Deque<TrapMessages.Notice> waiting = new ArrayDeque<>();
    private final Map<Integer, Pending> underWay = new LinkedHashMap<>();
    private final RemoteEngine remote;
    private boolean saidFull;
    private int nextId = ThreadLocalRandom.current().nextInt() & Integer.MAX_VALUE;

    /** An inform on its way. */
    private static final class Pending {

        private final TrapMessages.Notice notice;
        private int messageId;
        private int tries;
        private long dueNanos;
        private boolean timeWasWrong;

        Pending(TrapMessages.Notice notice) {
            this.notice = notice;
        }
    }

    /** @param user of version 3; null for the others */
    Outbox(SnmpSettings.Receiver receiver, User user, Engine engine, TrapLimits limits, SnmpTally tally) {
        this.receiver = receiver;
        this.user = user;
        this.engine = engine;
        this.limits = limits;
        this.tally = tally;
        this.community = receiver.as().getBytes(StandardCharsets.UTF_8);
        this.remote = receiver.form() == Form.V3_INFORM ? new RemoteEngine(user, limits) : null;
    }

    SnmpSettings.Receiver receiver() {
        return receiver;
    }

    String place() {
        return receiver.host() + " port " + receiver.port();
    }

    /** Puts something in; when too much waits, what has waited longest is forgotten. */
    synchronized void put(TrapMessages.Notice notice) {
        if (waiting.size() >= limits.waiting()) {
            waiting.removeFirst();
            String why = "trap receiver " + place() + " - more than " + limits.waiting()
                    + " notifications wait for it: the oldest are dropped";
            tally.dropped(why);
            if (!saidFull) {
                LOG.warn("{}. Is its name right, and does it run?", why);
                saidFull = true;
            }
        }
        waiting.addLast(notice);
    }

    private synchronized TrapMessages.Notice take() {
        TrapMessages.Notice notice = waiting.pollFirst();
        saidFull &= !waiting.isEmpty();
        return notice;
    }

    private synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private boolean confirms() {
        return receiver.form() == Form.V2C_INFORM || receiver.form() == Form.V3_INFORM;
    }

    /**
     * Sends what is to be sent now.
     *
     * @param out where messages are made
     * @return when there is something to do again, in the time of {@code now}; Long.MAX_VALUE for not by itself
     */
    long work(long now, Link link, Packet out) {
        if (!confirms()) {
            for (TrapMessages.Notice next = take(); next != null; next = take()) {
                trap(next, link, out);
            }
            return Long.MAX_VALUE;
        }
        if (remote != null && !remote.isKnown()) {
            boolean wanted = !isEmpty() || !underWay.isEmpty();
            if (wanted && remote.isToBeAsked(now)) {
                TrapMessages.discovery(out, number());
                envelope.user(out, RemoteEngine.UNKNOWN, new Envelope.Sealing(
                        remote.ask(number(), now), User.NONE, true, new byte[0], null, null, new byte[0]));
                link.send(out);
            }
            return Math.min(wanted ? remote.dueNanos() : Long.MAX_VALUE, repeat(now, link, out));
        }
        while (underWay.size() < limits.underWay()) {
            TrapMessages.Notice next = take();
            if (next == null) {
                break;
            }
            Pending pending = new Pending(next);
            int id = number();
            underWay.put(id, pending);
            send(id, pending, now, link, out);
            tally.informSent();
        }
        return repeat(now, link, out);
    }

    /** Sends again what was not confirmed in time, and gives up what never was. */
    private long repeat(long now, Link link, Packet out) {
        long due = Long.MAX_VALUE;
        for (Iterator<Map.Entry<Integer, Pending>> all = underWay.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Integer, Pending> each = all.next();
            Pending pending = each.getValue();
            if (pending.dueNanos - now <= 0) {
                if (pending.tries >= limits.tries()) {
                    all.remove();
                    tally.unacknowledged("trap receiver " + place() + " - did not confirm an inform that was sent "
                            + pending.tries + " times");
                    link.doubt();
                    continue;
                }
                send(each.getKey(), pending, now, link, out);
            }
            due = Math.min(due, pending.dueNanos);
        }
        // A place has become free for one that waits.
        return underWay.size() < limits.underWay() && !isEmpty() && (remote == null || remote.isKnown()) ? now : due;
    }

    private int number() {
        nextId = nextId + 1 & Integer.MAX_VALUE;
        return nextId;
    }

    private void trap(TrapMessages.Notice notice, Link link, Packet out) {
        switch (receiver.form()) {
            case V1_TRAP -> {
                TrapMessages.trap1(out, notice, link.local());
                envelope.community(out, Request.V1, community);
            }
            case V2C_TRAP -> {
                TrapMessages.trap2(out, Tag.TRAP, number(), notice);
                envelope.community(out, Request.V2C, community);
            }
            default -> {
                TrapMessages.trap2(out, Tag.TRAP, number(), notice);
                envelope.user(out, Envelope.Authority.of(engine), new Envelope.Sealing(number(), user.level(), false,
                        user.name(), user, user.own(engine::id), engine.id()));
            }
        }
        link.send(out);
        tally.trapSent();
    }

    private void send(int id, Pending pending, long now, Link link, Packet out) {
        pending.dueNanos = now + TimeUnit.MILLISECONDS.toNanos(limits.firstWaitMillis() << pending.tries);
        pending.tries++;
        if (remote != null && !remote.isKnown()) {
            return;
        }
        TrapMessages.trap2(out, Tag.INFORM, id, pending.notice);
        if (remote == null) {
            envelope.community(out, Request.V2C, community);
        } else {
            pending.messageId = number();
            envelope.user(out, remote.authority(now), new Envelope.Sealing(pending.messageId, user.level(), true,
                    user.name(), user, remote.keys(), engine.id()));
        }
        link.send(out);
    }

    /** Takes what came from the address of the receiver; it need not be for this one. */
    void came(byte[] datagram, int length, long now, Link link, Packet out) throws Malformed {
        if (!confirms()) {
            return;
        }
        InformAnswer answer = remote == null ? InformAnswer.community(datagram, length, community)
                : InformAnswer.user(datagram, length, user, remote.keys(), envelope.crypt());
        boolean safe = remote == null || user.level() == User.NONE || answer.authentic();
        if (answer.response()) {
            if (safe) {
                underWay.remove(answer.id());
            }
            return;
        }
        if (remote == null) {
            return;
        }
        if (remote.isAnswered(answer, now)) {
            return;
        }
        for (Map.Entry<Integer, Pending> each : new ArrayList<>(underWay.entrySet())) {
            if (each.getValue().messageId == answer.messageId()) {
                reported(answer, each.getKey(), each.getValue(), now, link, out);
            }
        }
    }

    private void reported(InformAnswer answer, int id, Pending pending, long now, Link link, Packet out) {
        if (Counter.NOT_IN_TIME_WINDOWS.oid().equals(answer.reported()) && answer.authentic() && !pending.timeWasWrong) {
            remote.learn(answer.authority(), now);
            pending.timeWasWrong = true;
            pending.tries--;
            send(id, pending, now, link, out);
        } else if (Counter.UNKNOWN_ENGINE_IDS.oid().equals(answer.reported())) {
            remote.forget();
        } else {
            tally.failed("trap receiver " + place() + " - refuses informs of user " + receiver.as() + ", report "
                    + answer.reported() + ": give it the same user and passwords");
        }
    }
}
