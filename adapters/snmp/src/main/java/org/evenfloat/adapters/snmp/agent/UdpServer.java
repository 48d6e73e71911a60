// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that takes in datagrams and answers them. However many come, it does one after the other and nothing is
 * kept for a client: a flood costs at most this one thread, and what the system cannot keep for it is lost before it comes
 * here. On a machine with several addresses, listen on one of them: answers leave by the address the system chooses.
 */
final class UdpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpServer.class);
    private static final long FAREWELL_MILLIS = 2_000;
    private static final long PAUSE_NANOS = 10_000_000;

    private final SnmpTally tally;
    private final DatagramChannel channel;
    private Thread thread;
    private boolean failedBefore;

    /** Takes the address; throws IOException when it cannot be had. */
    UdpServer(SnmpSettings.Listen where, SnmpTally tally) throws IOException {
        this.tally = tally;
        InetAddress address = InetAddress.getByName(where.address());
        this.channel = address instanceof Inet4Address && !address.isAnyLocalAddress()
                ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(address, where.port()));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    /** Begins to answer. */
    void start(Desk desk) {
        thread = new Thread(() -> work(desk), "snmp");
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Desk desk) {
        ByteBuffer arrived = ByteBuffer.allocateDirect(Packet.MOST);
        ByteBuffer departing = ByteBuffer.allocateDirect(Packet.ROOM);
        byte[] datagram = new byte[Packet.MOST];
        Packet out = new Packet();
        while (channel.isOpen()) {
            try {
                InetSocketAddress from = (InetSocketAddress) channel.receive(arrived.clear());
                int length = arrived.flip().remaining();
                arrived.get(datagram, 0, length);
                if (from.getPort() != 0 && desk.take(datagram, length, from, out)) {
                    send(out, from, departing);
                }
            } catch (ClosedChannelException over) {
                return;
            } catch (IOException failure) {
                tally.failed("a datagram could not be received: " + failure.getMessage());
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (RuntimeException bug) {
                bug(bug);
            }
        }
    }

    private void bug(RuntimeException bug) {
        tally.failed("a request could not be answered: " + bug);
        if (!failedBefore) {
            LOG.error("A request could not be answered; said once", bug);
            failedBefore = true;
        }
    }

    /** Sends a packet. Any thread may, with a buffer of its own. */
    void send(Packet out, InetSocketAddress to, ByteBuffer departing) {
        try {
            departing.clear().put(out.bytes, out.start(), out.length()).flip();
            channel.send(departing, to);
        } catch (ClosedChannelException over) {
            // nobody is to be answered any more
        } catch (IOException failure) {
            tally.failed(to.getAddress().getHostAddress() + " - an answer could not be sent: " + failure.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (thread != null) {
                thread.join(FAREWELL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("SNMP did not close in order: {}", e.getMessage());
        }
    }
}
