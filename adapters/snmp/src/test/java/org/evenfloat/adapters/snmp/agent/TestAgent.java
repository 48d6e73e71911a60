// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.evenfloat.adapters.snmp.SnmpSettings.Privacy;
import org.evenfloat.adapters.snmp.SnmpSettings.Receiver;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.contracts.NorthboundRoom;

/** An agent on any free port of this machine, with communities and users of every sort. */
final class TestAgent implements AutoCloseable {

    static final byte[] ENGINE_ID = {(byte) 0x80, 0, 0x1F, (byte) 0x88, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    static final Network HERE = new Network("127.0.0.0/8", 8, new byte[] {127, 0, 0, 0});
    static final Network ELSEWHERE = new Network("10.0.0.0/8", 8, new byte[] {10, 0, 0, 0});
    static final Set<NorthboundOrder.Kind> ALL = Set.of(NorthboundOrder.Kind.values());
    /** Column 2 but its blocks from 5 on, and column 3; nothing else below 1.3.6.1.4. */
    static final SnmpSettings.View NARROW = new SnmpSettings.View(
            List.of(Oid.of(1, 3, 6, 1, 2), TestTree.ENTRY.then(2), TestTree.ENTRY.then(3), TestTree.ENTRY.then(3, 7)),
            List.of(TestTree.ENTRY.then(2, 5), TestTree.ENTRY.then(3, 4), TestTree.ENTRY.then(3, 7)));

    final TestTree tree;
    private final Path folder;
    private final SnmpAgent agent;
    private final int port;

    private TestAgent(TestTree tree, Path folder, SnmpAgent agent) throws SnmpNotStarted {
        this.tree = tree;
        this.folder = folder;
        this.agent = agent;
        this.port = agent.start().orElseThrow();
    }

    /** The engine was started six times before; nobody is told, and what is set is carried out by {@code orders}. */
    static TestAgent of(NorthboundRoom room, NorthboundOrders orders) throws IOException, SnmpNotStarted {
        return of(room, orders, List.of(), TrapLimits.STANDARD, System::nanoTime);
    }

    static TestAgent of(
            NorthboundRoom room, NorthboundOrders orders, List<Receiver> receivers, TrapLimits limits, LongSupplier nanos)
            throws IOException, SnmpNotStarted {
        Path folder = Files.createTempDirectory("snmp-agent");
        Files.writeString(folder.resolve(EngineFile.NAME), "engine-id: 80001f88050102030405060708090a0b0c\nboots: 6\n");
        TestTree tree = new TestTree(room.image());
        return new TestAgent(tree, folder, new SnmpAgent(
                settings(receivers), tree, room.table(), "1.2.3", "Room", folder, orders, limits, nanos));
    }

    static SnmpSettings settings(List<Receiver> receivers) {
        return new SnmpSettings(
                Optional.of(new SnmpSettings.Listen("127.0.0.1", 0)), SnmpSettings.Identity.EVENFLOAT, "desk", "cellar",
                List.of(
                        new SnmpSettings.Community("reader", "public", List.of(HERE), SnmpSettings.View.ALL, Set.of()),
                        new SnmpSettings.Community("writer", "private", List.of(HERE), SnmpSettings.View.ALL, ALL),
                        new SnmpSettings.Community("narrow", "narrow", List.of(HERE), NARROW, ALL),
                        new SnmpSettings.Community("far", "far", List.of(ELSEWHERE), SnmpSettings.View.ALL, ALL)),
                users(), receivers);
    }

    /** One for each digest and cipher, called such as SHA256-AES128; {@code narrow} and {@code far} besides. */
    static List<SnmpSettings.User> users() {
        List<SnmpSettings.User> users = new ArrayList<>();
        for (Authentication hash : Authentication.values()) {
            for (Privacy cipher : hash == Authentication.NONE ? new Privacy[] {Privacy.NONE} : Privacy.values()) {
                users.add(new SnmpSettings.User(hash + "-" + cipher, hash, hash == Authentication.NONE ? "" : "authpass-1",
                        cipher, cipher == Privacy.NONE ? "" : "privpass-2", List.of(), SnmpSettings.View.ALL, ALL));
            }
        }
        users.add(new SnmpSettings.User("narrow", Authentication.SHA256, "authpass-1", Privacy.NONE, "", List.of(HERE),
                NARROW, Set.of()));
        users.add(new SnmpSettings.User("far", Authentication.NONE, "", Privacy.NONE, "", List.of(ELSEWHERE),
                SnmpSettings.View.ALL, Set.of()));
        return users;
    }

    static NorthboundOrders nobody() {
        return new NorthboundOrders(null, null, null);
    }

    SnmpAgent agent() {
        return agent;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        agent.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Serves 600 blocks until standard input ends, for trying by hand: {@code [receiver-port]}. */
    public static void main(String[] arguments) throws Exception {
        NorthboundRoom room = new NorthboundRoom(10, 60);
        List<Receiver> receivers = new ArrayList<>();
        for (SnmpSettings.Form form : arguments.length > 0 ? SnmpSettings.Form.values() : new SnmpSettings.Form[0]) {
            receivers.add(new Receiver("localhost", Integer.parseInt(arguments[0]), form,
                    form.name().startsWith("V3") ? "SHA256-AES128" : "public",
                    Set.copyOf(Arrays.asList(SnmpTree.Notification.Kind.values()))));
        }
        try (TestAgent agent = of(room, nobody(), receivers, TrapLimits.STANDARD, System::nanoTime)) {
            agent.agent().show(room.image());
            System.out.println(agent.port());
            while (System.in.read() >= 0) {
                // until whoever started it is gone
            }
        }
    }
}
