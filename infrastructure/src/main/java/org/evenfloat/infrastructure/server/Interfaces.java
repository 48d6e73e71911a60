// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.Optional;
import java.util.OptionalInt;
import org.evenfloat.adapters.modbus.ModbusNotStarted;
import org.evenfloat.adapters.modbus.ModbusServer;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.threads.NorthboundThread;

/** The protocols by which others read the site beside the web server, with the thread that shows them what is new. */
public final class Interfaces implements AutoCloseable {

    private final Optional<Served> served;
    private Runnable following = () -> { };
    private OptionalInt modbusPort = OptionalInt.empty();

    /**
     * What is served.
     *
     * @param view tells of every decision
     * @param thread shows images to the protocols
     * @param modbus the MODBUS server
     */
    public record Served(SiteView view, NorthboundThread thread, ModbusServer modbus) {}

    /** @param served empty when nothing is */
    public Interfaces(Optional<Served> served) {
        this.served = served;
    }

    /** Starts what is served. */
    void start() throws ModbusNotStarted {
        if (served.isPresent()) {
            served.get().thread().begin();
            modbusPort = served.get().modbus().start();
            served.get().thread().start();
            following = served.get().view().onSettled(served.get().thread()::wake);
        }
    }

    /** Returns the TCP port of the MODBUS server; empty when there is none. */
    public OptionalInt modbusPort() {
        return modbusPort;
    }

    @Override
    public void close() {
        following.run();
        served.ifPresent(all -> {
            all.thread().close();
            all.modbus().close();
        });
    }
}
