// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At which addresses it listens, and to which names it answers there; only ever asked from this machine. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListeningTest {

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = TestCertificate.make(folder, "any", "dns:battery.example");
    }

    private static Served served(String address) throws Exception {
        return new Served(new Room(1, 2),
                new WebSettings(address, 0, Set.of("battery.example"), Optional.of(certificate.certificate())),
                WebLimits.NORMAL);
    }

    /** Returns the answer to a question for the server's health at that address with that host. */
    private static String ask(Served served, String address, String host) throws IOException {
        try (SSLSocket socket = (SSLSocket) certificate.client().getSocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), served.port), 5_000);
            socket.setSoTimeout((int) Served.PATIENCE.toMillis());
            socket.getOutputStream().write(("GET /api/v1/health HTTP/1.1\r\nHost: " + host + ":" + served.port
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean reaches(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void allOfIpv4IsNotIpv6() throws Exception {
        try (Served served = served("0.0.0.0")) {
            assertThat(ask(served, "127.0.0.1", "localhost")).startsWith("HTTP/1.1 200 ");
            assertThat(reaches("::1", served.port)).isFalse();
        }
    }

    @Test
    void allIsBoth() throws Exception {
        try (Served served = served("::")) {
            assertThat(ask(served, "127.0.0.1", "127.0.0.1")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(served, "::1", "[::1]")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(served, "127.0.0.2", "127.0.0.2")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void anAddressThatOthersReachAnswersToItselfAndItsNames() throws Exception {
        Optional<String> own = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress).findFirst();
        if (own.isEmpty()) {
            System.out.println("SKIPPED: this machine has no address but loopback");
            Assumptions.abort("this machine has no address but loopback");
        }
        String address = own.get();
        try (Served served = served(address)) {
            assertThat(ask(served, address, address)).startsWith("HTTP/1.1 200 ")
                    .contains("Strict-Transport-Security: max-age=31536000\r\n");
            assertThat(ask(served, address, "battery.example")).startsWith("HTTP/1.1 200 ");
            for (String host : new String[] {"localhost", "127.0.0.1", "evil.example", "[::1]"}) {
                assertThat(ask(served, address, host)).as(host).startsWith("HTTP/1.1 403 ")
                        .contains("its own addresses and names");
            }
            assertThat(reaches("127.0.0.1", served.port)).as("only there").isFalse();
        }
    }

    @Test
    void anAddressOfAnotherMachineIsSaid() throws Exception {
        assertThatThrownBy(() -> served("192.0.2.1").close()).isInstanceOf(WebNotStarted.class)
                .hasMessageContaining("web 192.0.2.1:0: cannot listen, ");
    }
}
