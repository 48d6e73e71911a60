// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one receiver: its name is looked up elsewhere, for that may take long, and again when something goes wrong. */
final class Link {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final byte[] NO_ADDRESS = new byte[4];

    private final Outbox outbox;
    private final DatagramChannel channel;
    private final TrapLimits limits;
    private final SnmpTally tally;
    private final ByteBuffer departing = ByteBuffer.allocateDirect(Packet.ROOM);
    private volatile InetSocketAddress address;
    private volatile byte[] local = NO_ADDRESS;
    private volatile boolean lookingUp;
    private volatile boolean found;
    private boolean doubted = true;
    private boolean everLooked;
    private long dueNanos;
    private boolean said;

    Link(Outbox outbox, DatagramChannel channel, TrapLimits limits, SnmpTally tally) {
        this.outbox = outbox;
        this.channel = channel;
        this.limits = limits;
        this.tally = tally;
    }

    /** Returns where the receiver is; null as long as that is not known. */
    InetSocketAddress address() {
        return address;
    }

    /** Returns the address of this machine towards it, 4 bytes; all 0 when there is none. */
    byte[] local() {
        return local;
    }

    /** Says that its address may have changed. */
    void doubt() {
        doubted = true;
    }

    /** Looks its name up when that is needed and it is time to; returns when it is again. */
    long lookUp(long now, Executor elsewhere, Runnable known) {
        takeIn();
        if (!doubted || lookingUp) {
            return Long.MAX_VALUE;
        }
        if (everLooked && dueNanos - now > 0) {
            return dueNanos;
        }
        everLooked = true;
        lookingUp = true;
        dueNanos = now + TimeUnit.MILLISECONDS.toNanos(limits.pauseMillis());
        elsewhere.execute(() -> {
            find();
            lookingUp = false;
            known.run();
        });
        return Long.MAX_VALUE;
    }

    private void find() {
        try (DatagramSocket probe = new DatagramSocket()) {
            InetSocketAddress place = new InetSocketAddress(
                    InetAddress.getByName(outbox.receiver().host()), outbox.receiver().port());
            probe.connect(place);
            local = probe.getLocalAddress() instanceof Inet4Address here ? here.getAddress() : NO_ADDRESS;
            address = place;
            found = true;
        } catch (IOException | RuntimeException failure) {
            String why = "trap receiver " + outbox.place() + " - cannot be found: " + failure.getMessage();
            tally.failed(why);
            if (!said) {
                LOG.warn("{}. It is looked for again and again; correct its host under \"snmp\" in the site file", why);
                said = true;
            }
        }
    }

    /** Takes in what a look-up has found since. */
    private void takeIn() {
        if (found) {
            found = false;
            doubted = false;
        }
    }

    /** Sends a packet to where the receiver was found. */
    void send(Packet out) {
        try {
            departing.clear().put(out.bytes, out.start(), out.length()).flip();
            channel.send(departing, address);
        } catch (IOException failure) {
            tally.failed("trap receiver " + outbox.place() + " - cannot be reached: " + failure.getMessage());
            doubt();
        }
    }
}
