// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.infrastructure.site.NorthboundSettings;
import org.evenfloat.infrastructure.site.Secret;
import org.evenfloat.infrastructure.site.SecretReference;
import org.evenfloat.infrastructure.site.SnmpSite;

/** How a demo is read by others: on this machine only, and nobody writes. Secrets are new at each start. */
final class DemoInterfaces {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MODBUS_PORT = 1502;
    private static final int SNMP_PORT = 1161;
    private static final String NAME = "demo";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int SECRET_LENGTH = 16;

    private DemoInterfaces() {}

    /** @param folder takes the secrets, each in a file of its own */
    static NorthboundSettings settings(Path folder) throws IOException {
        boolean first = UsualPorts.taken();
        return new NorthboundSettings(new ModbusSettings(
                Optional.of(new ModbusSettings.Tcp(LOOPBACK, first && freeTcp(MODBUS_PORT) ? MODBUS_PORT : 0)), 1,
                List.of(), List.of(), List.of(), BacsScales.STANDARD), Optional.empty(),
                snmp(folder.toAbsolutePath().normalize(), first && freeUdp(SNMP_PORT) ? SNMP_PORT : 0));
    }

    private static SnmpSite snmp(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Secret community = secret(folder.resolve("snmp-community"));
        Secret authentication = secret(folder.resolve("snmp-authentication"));
        Secret privacy = secret(folder.resolve("snmp-privacy"));
        Network here = new Network("127.0.0.0/8", 8, new byte[] {127, 0, 0, 0});
        return new SnmpSite(
                new SnmpSettings(
                        Optional.of(new SnmpSettings.Listen(LOOPBACK, port)),
                        SnmpSettings.Identity.EVENFLOAT, "", "",
                        List.of(new SnmpSettings.Community(
                                NAME, community.value(), List.of(here), SnmpSettings.View.ALL, Set.of())),
                        List.of(new SnmpSettings.User(NAME, SnmpSettings.Authentication.SHA256, authentication.value(),
                                SnmpSettings.Privacy.AES128, privacy.value(), List.of(), SnmpSettings.View.ALL, Set.of())),
                        List.of()),
                Map.of(SnmpSite.community(NAME), community.reference(),
                        SnmpSite.authentication(NAME), authentication.reference(),
                        SnmpSite.privacy(NAME), privacy.reference()));
    }

    /** Makes a secret and keeps it in a file that only its owner may read. */
    private static Secret secret(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        new SecureRandom().ints(SECRET_LENGTH, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        FileAttribute<?>[] onlyOwner = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Files.deleteIfExists(file);
        Files.writeString(Files.createFile(file, onlyOwner), text);
        return new Secret(new SecretReference.InFile(file), text.toString());
    }

    /** Returns whether nobody has that port now. */
    private static boolean freeTcp(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean freeUdp(int port) {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(LOOPBACK, port))) {
            return probe.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }
}
