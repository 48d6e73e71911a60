// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.evenfloat.application.northbound.NorthboundImage;

/** Takes in datagrams and answers them from the newest image. Used by the agent's thread, but for {@link #show}. */
final class Desk {

    /** The largest answer that fits an Ethernet frame, heads of IP and UDP left out. */
    static final int MOST_ANSWER = 1_472;

    private final SnmpTree tree;
    private final OwnObjects own;
    private final Engine engine;
    private final Counters counters;
    private final SnmpTally tally;
    private final Communities communities;
    private final Users users;
    private final Replies replies;
    private final SetOrders orders;
    private final BerReader in = new BerReader();
    private final Request request = new Request();
    private final Answers answers = new Answers();
    private volatile NorthboundImage image;
    private NorthboundImage servedImage;
    private Served served;
    private InetAddress lastFrom;
    private byte[] lastAddress;

    Desk(
            SnmpTree tree, OwnObjects own, Engine engine, Counters counters, SnmpTally tally, Communities communities,
            Users users, Replies replies, SetOrders orders, NorthboundImage first) {
        this.tree = tree;
        this.own = own;
        this.engine = engine;
        this.counters = counters;
        this.tally = tally;
        this.communities = communities;
        this.users = users;
        this.replies = replies;
        this.orders = orders;
        this.image = first;
    }

    /** Answers from that image from now on. Any thread may call it. */
    void show(NorthboundImage next) {
        image = next;
    }

    /**
     * Takes in a datagram, which is changed, and returns whether there is something in {@code out} to be sent back. What may
     * not be answered is counted and leaves no trace besides.
     */
    boolean take(byte[] datagram, int length, InetSocketAddress from, Packet out) {
        out.clear();
        counters.count(Counter.IN_PACKETS);
        long learning = learning();
        try {
            in.over(datagram, 0, length);
            in.enter(Tag.SEQUENCE);
            request.version = in.integer();
            boolean answer = switch (request.version) {
                case Request.V1, Request.V2C -> communities.read(in, address(from), request);
                case Request.V3 -> users.read(in, length, address(from), request, out);
                default -> {
                    counters.count(Counter.BAD_VERSIONS);
                    yield false;
                }
            };
            if (!answer) {
                if (learning() == learning) {
                    tally.failed(from.getAddress().getHostAddress() + (request.version == Request.V3
                            ? " - a message of version 3 that is not taken; usmStats says why"
                            : " - a community that there is not, or not from there"));
                }
                return out.length() > 0;
            }
            tally.asked(from.getAddress(), request.version, request.client.name());
            answer(from, out);
            if (out.length() > 0) {
                tally.answered();
            }
            return out.length() > 0;
        } catch (Malformed malformed) {
            counters.count(Counter.PARSE_ERRORS);
            tally.failed(from.getAddress().getHostAddress() + " - a message that is no SNMP");
            return false;
        }
    }

    /** How often clients were told engine id and time: every one of version 3 begins by asking for them. */
    private long learning() {
        return counters.of(Counter.UNKNOWN_ENGINE_IDS) + counters.of(Counter.NOT_IN_TIME_WINDOWS);
    }

    private byte[] address(InetSocketAddress from) {
        if (from.getAddress() != lastFrom) {
            lastFrom = from.getAddress();
            lastAddress = lastFrom.getAddress();
        }
        return lastAddress;
    }

    private void answer(InetSocketAddress from, Packet out) throws Malformed {
        if (request.version == Request.V3 && request.level != request.user.level()) {
            replies.answer(out, request, ErrorStatus.AUTHORIZATION, 0);
            return;
        }
        if (request.pdu == Tag.SET) {
            set(from, out);
            return;
        }
        int room = Math.min(MOST_ANSWER, request.mostBytes) - Envelope.heads(request, engine);
        answers.read(request, served(), out.end() + room, out);
        replies.answer(out, request, answers.status(), answers.index());
    }

    private Served served() {
        NorthboundImage newest = image;
        if (newest != servedImage) {
            served = new Served(tree.variables(newest, engine.upHundredths()), own);
            servedImage = newest;
        }
        served.begin();
        return served;
    }

    private void set(InetSocketAddress from, Packet out) throws Malformed {
        tally.set();
        SetRequest asked = SetRequest.read(in, request);
        int status = asked.status();
        int index = asked.wrong();
        if (status == ErrorStatus.NONE && !asked.names().isEmpty()) {
            SnmpTree.SetPlan plan = tree.plan(image, asked.names(), asked.values(), request.client.may());
            status = plan.error();
            index = plan.index();
            if (status == ErrorStatus.NONE && !plan.orders().isEmpty()) {
                if (orders.take(request, from, plan.orders())) {
                    return;
                }
                status = ErrorStatus.RESOURCE_UNAVAILABLE;
                index = 1;
            }
        }
        if (status == ErrorStatus.NONE) {
            replies.done(out, request);
        } else {
            replies.answer(out, request, status, index);
        }
    }
}
