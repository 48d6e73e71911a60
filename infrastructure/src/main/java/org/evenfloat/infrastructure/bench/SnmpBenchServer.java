// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpAgent;
import org.evenfloat.adapters.snmp.agent.SnmpNotStarted;
import org.evenfloat.adapters.snmp.mib.Arcs;
import org.evenfloat.adapters.snmp.mib.SiteFacts;
import org.evenfloat.adapters.snmp.mib.SiteTree;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.alarm.AlarmView;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundImages;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.protection.ProtectionView;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.topology.Site;

/**
 * A process of its own for a bench: 600 modules that are swept and decided on every second, read over SNMP with everything
 * that an agent serves. Prints its port and lives until its standard input ends.
 */
final class SnmpBenchServer {

    /** The table of blocks of our own MIB, and the first of twelve columns of numbers. */
    static final Oid ENTRY = Arcs.OWN.then(1, 5, 1);
    static final int FIRST_COLUMN = 4;

    private static final int STRINGS = 10;
    private static final int BLOCKS = 60;
    private static final Network HERE = new Network("127.0.0.1", 32, new byte[] {127, 0, 0, 1});

    private SnmpBenchServer() {}

    public static void main(String[] arguments) throws IOException, SnmpNotStarted {
        Site site = SyntheticSite.of(1, STRINGS, BLOCKS);
        DecidingSite deciding = DecidingSite.of(site, NoisyFloat.PERIOD_MILLIS);
        ViewAlarms alarms = new AlarmView(deciding.alarms(), deciding.outbox(), null, InstantSource.system());
        NorthboundImages images = new NorthboundImages(
                new PointTable(site), deciding.view()::settled, alarms, new NoSwitchgear(), new ProtectionView(),
                new NothingBehind(), InstantSource.system());
        SnmpSettings settings = new SnmpSettings(
                Optional.of(new SnmpSettings.Listen("127.0.0.1", 0)), SnmpSettings.Identity.EVENFLOAT, "", "",
                List.of(new SnmpSettings.Community("bench", "public", List.of(HERE), SnmpSettings.View.ALL, Set.of())),
                List.of(), List.of());
        Path folder = Files.createTempDirectory("evenfloat-bench-agent");
        SnmpAgent agent = new SnmpAgent(
                settings, new SiteTree(images.table(), new Facts(site), settings, "bench", System.currentTimeMillis()),
                images.table(), "bench", "Bench", folder, new NorthboundOrders(alarms, null, null));
        Thread sweeps = new Thread(() -> sweep(deciding, site, images, agent), "sweeps");
        sweeps.setDaemon(true);
        sweeps.start();
        int port = agent.start().orElseThrow();
        PeerProcess.delete(folder);
        System.out.println(port);
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
    }

    private static void sweep(DecidingSite deciding, Site site, NorthboundImages images, SnmpAgent agent) {
        NoisyFloat source = new NoisyFloat(site.roster(site.lines().get(0)), System.currentTimeMillis());
        while (true) {
            deciding.conductor().decide(source.next());
            agent.show(images.make());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(NoisyFloat.PERIOD_MILLIS));
        }
    }

    /** A site of which nothing is known beside its points. */
    private record Facts(Site site) implements SiteFacts {

        @Override
        public OptionalInt limit(AlarmDefinition row) {
            return OptionalInt.empty();
        }

        @Override
        public OptionalLong resistancePeriodMillis() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong sweepPeriodMillis() {
            return OptionalLong.of(NoisyFloat.PERIOD_MILLIS);
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
