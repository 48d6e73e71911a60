// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.threads.NorthboundThread;

/** The protocols by which others read the site beside the web server, with the thread that shows them what is new. */
public final class Interfaces implements AutoCloseable {

    private final Optional<Served> served;
    private final Map<String, Integer> ports = new HashMap<>();
    private Runnable following = () -> { };

    /** Starts to serve a protocol. */
    @FunctionalInterface
    public interface Start {

        /** Returns its port; empty when it is not reached by one. Any exception says why it cannot be served. */
        OptionalInt start() throws Exception;
    }

    /**
     * A protocol that is served.
     *
     * @param id as the section of the site file is called
     * @param shown is shown every image
     * @param start starts to serve it
     * @param end ends that
     */
    public record Protocol(String id, Northbound shown, Start start, Runnable end) {}

    /**
     * What is served.
     *
     * @param view tells of every decision
     * @param thread shows images to the protocols
     * @param protocols all that are enabled, at least one
     */
    public record Served(SiteView view, NorthboundThread thread, List<Protocol> protocols) {}

    /** @param served empty when nothing is */
    public Interfaces(Optional<Served> served) {
        this.served = served;
    }

    /** Starts what is served. */
    void start() throws InterfaceNotStarted {
        if (served.isEmpty()) {
            return;
        }
        served.get().thread().begin();
        for (Protocol protocol : served.get().protocols()) {
            try {
                protocol.start().start().ifPresent(port -> ports.put(protocol.id(), port));
            } catch (Exception failure) {
                throw new InterfaceNotStarted(failure);
            }
        }
        served.get().thread().start();
        following = served.get().view().onSettled(served.get().thread()::wake);
    }

    /** Returns the port of a protocol; empty when it is not served, or not by a port. */
    public OptionalInt port(String id) {
        return ports.containsKey(id) ? OptionalInt.of(ports.get(id)) : OptionalInt.empty();
    }

    @Override
    public void close() {
        following.run();
        served.ifPresent(all -> {
            all.thread().close();
            all.protocols().forEach(protocol -> protocol.end().run());
        });
    }
}
