// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How this machine is called and under which addresses it is reached, at present. */
final class ThisMachine {

    /** Linux says its name here without asking anybody; elsewhere Java may ask a name server. */
    private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final String UNNAMED = "localhost";

    private ThisMachine() {}

    /** Returns its name in small letters; {@code localhost} when it has none that could stand in a certificate. */
    static String name() {
        String name;
        try {
            name = Files.isReadable(NAME) ? Files.readString(NAME, StandardCharsets.US_ASCII).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return UNNAMED;
        }
        String small = name.toLowerCase(Locale.ROOT);
        return HOST.matcher(small).matches() ? small : UNNAMED;
    }

    /** Returns the addresses at which somebody is reached who listens there. */
    static List<InetAddress> addresses(String listening) {
        try {
            InetAddress address = InetAddress.getByName(listening);
            if (!address.isAnyLocalAddress()) {
                return List.of(address);
            }
            return NetworkInterface.networkInterfaces()
                    .filter(ThisMachine::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(each -> each instanceof Inet4Address || !(address instanceof Inet4Address))
                    .toList();
        } catch (SocketException | UnknownHostException e) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
