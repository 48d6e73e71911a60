// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusNotStarted;
import org.evenfloat.adapters.modbus.ModbusServer;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.application.alarm.AlarmView;
import org.evenfloat.application.northbound.NorthboundImages;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.protection.ProtectionView;
import org.evenfloat.domain.topology.Site;

/**
 * A process of its own for a bench: 600 modules that are swept and decided on every second, read over MODBUS. Prints
 * its port and lives until its standard input ends.
 */
final class ModbusBenchServer {

    private static final int STRINGS = 10;
    private static final int BLOCKS = 60;

    private ModbusBenchServer() {}

    public static void main(String[] arguments) throws IOException, ModbusNotStarted {
        Site site = SyntheticSite.of(1, STRINGS, BLOCKS);
        DecidingSite deciding = DecidingSite.of(site, NoisyFloat.PERIOD_MILLIS);
        ViewAlarms alarms = new AlarmView(deciding.alarms(), deciding.outbox(), null, InstantSource.system());
        NorthboundImages images = new NorthboundImages(
                new PointTable(site), deciding.view()::settled, alarms, new NoSwitchgear(), new ProtectionView(),
                new NothingBehind(), InstantSource.system());
        ModbusServer server = new ModbusServer(
                new ModbusSettings(Optional.of(new ModbusSettings.Tcp("127.0.0.1", 0)), 1, List.of(), List.of(), List.of(),
                        BacsScales.STANDARD),
                images.table(), "bench", "Bench", new NorthboundOrders(alarms, null, null));
        Thread sweeps = new Thread(() -> sweep(deciding, site, images, server), "sweeps");
        sweeps.setDaemon(true);
        sweeps.start();
        System.out.println(server.start().orElseThrow());
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
    }

    private static void sweep(DecidingSite deciding, Site site, NorthboundImages images, ModbusServer server) {
        NoisyFloat source = new NoisyFloat(site.roster(site.lines().get(0)), System.currentTimeMillis());
        while (true) {
            deciding.conductor().decide(source.next());
            server.show(images.make());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(NoisyFloat.PERIOD_MILLIS));
        }
    }

    /** A site without relays and breakers. */
    private static final class NoSwitchgear implements ViewSwitchgear {

        @Override
        public List<SeenModule> relayModules() {
            return List.of();
        }

        @Override
        public List<SeenBreaker> breakers() {
            return List.of();
        }
    }
}
