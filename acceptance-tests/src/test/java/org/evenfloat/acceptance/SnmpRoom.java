// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A simulated room in one process, and a server on it in another that is read by SNMP and MODBUS. */
final class SnmpRoom implements AutoCloseable {

    static final String COMMUNITY = "a-community-of-this-test";
    static final String PASSWORD = "authenticates-this-test";
    static final String SECRET = "encrypts-this-test";

    /** Who may read: a community, a user who may acknowledge, one of the strongest sort, and one who sees little. */
    static final String CLIENTS = """
              enabled: true
              port: 0
              contact: battery@example.com
              location: Basement
              communities:
                - { name: nms, secret: "${file:community}" }
                - { name: little, secret: "${file:little}",
                    view: { include: [1.3.6.1.2.1.33], exclude: [1.3.6.1.2.1.33.5] } }
              users:
                - { name: bms, authentication-password: "${file:password}", privacy-password: "${file:secret}",
                    may: [acknowledge] }
                - { name: vault, authentication: sha512, authentication-password: "${file:password}", privacy: aes256,
                    privacy-password: "${file:secret}" }
            """;

    private final Path folder;
    private final Program room;
    private final String text;
    private Program server;
    private Api api;
    private List<String> commands = List.of();
    private int modbusPort;
    private int snmpPort;

    /** Starts the room; the server is still to be started. */
    SnmpRoom(Path folder) throws Exception {
        this.folder = folder;
        room = new Program("simulate", "src/test/resources/scenarios/snmp.yaml", "--folder", folder.toString(),
                "--web-port", "0", "--tell", "60");
        room.awaitText("ready", 30);
        text = Files.readString(site());
        Files.writeString(folder.resolve("community"), COMMUNITY);
        Files.writeString(folder.resolve("little"), "another-community");
        Files.writeString(folder.resolve("password"), PASSWORD);
        Files.writeString(folder.resolve("secret"), SECRET);
    }

    Path site() {
        return folder.resolve("site.yaml");
    }

    /** Starts a server that is read by these clients, and tells these receivers. */
    void serve(String receivers) throws Exception {
        Files.writeString(site(), text + "modbus: { enabled: true, port: 0 }\nsnmp:\n" + CLIENTS + receivers);
        server = new Program("run", site().toString());
        api = new Api(server.awaitText("Bearer", 60));
        modbusPort = Integer.parseInt(server.awaitText("MODBUS  ", 10).replaceAll(".* -p (\\d+) .*", "$1"));
        commands = List.of(command(server), command(server));
        snmpPort = Integer.parseInt(commands.get(0).replaceAll(".* 127\\.0\\.0\\.1:(\\d+) .*", "$1"));
    }

    /** Returns the next command that a server prints to read it by SNMP. */
    static String command(Program server) throws InterruptedException {
        return server.awaitText("SNMP  ", 30).replaceFirst("SNMP +", "");
    }

    /** Returns the commands that the server printed: for the first community and the first user. */
    List<String> commands() {
        return commands;
    }

    Api api() {
        return api;
    }

    Program server() {
        return server;
    }

    int modbusPort() {
        return modbusPort;
    }

    int snmpPort() {
        return snmpPort;
    }

    NetSnmp v1() {
        return NetSnmp.v1(snmpPort, COMMUNITY);
    }

    NetSnmp v2c() {
        return NetSnmp.v2c(snmpPort, COMMUNITY);
    }

    NetSnmp bms() {
        return NetSnmp.v3(snmpPort, "bms", "SHA-256", PASSWORD, "AES", SECRET);
    }

    /** Waits until every block of both strings has been measured and SNMP tells so. */
    void awaitValues() {
        api.string("A1", s -> s.path("goodBlocks").asInt() == 12, 60);
        api.string("A2", s -> s.path("goodBlocks").asInt() == 6, 60);
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.close();
        }
        room.close();
    }
}
