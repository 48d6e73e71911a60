// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.contracts.DirectoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against FreeRADIUS. */
class RadiusDirectoryTest extends DirectoryContract {

    private static final String USERS = """
            anna Cleartext-Password := "correct horse battery"
                Filter-Id = "battery-service", Class = "operators"
            bert Cleartext-Password := "correct horse battery"
            long Cleartext-Password := "a password of more than thirty-two bytes: Kühlhaus"
                Filter-Id = "one", Filter-Id += "two"
            """;

    @TempDir
    static Path folder;

    private static FreeRadius server;
    private static DatagramSocket silent;

    @BeforeAll
    static void open() throws Exception {
        server = FreeRadius.start(folder, USERS);
        silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    }

    @AfterAll
    static void close() throws Exception {
        if (server != null) {
            server.close();
            silent.close();
        }
    }

    private static RadiusDirectory at(int port, String secret, RadiusServers.Attribute attribute, int timeoutMillis) {
        return new RadiusDirectory(new RadiusServers(
                List.of(new RadiusServers.Address("127.0.0.1", port)), secret, attribute, timeoutMillis));
    }

    @Override
    protected Directory openDirectory() {
        return at(server.port, RadiusFake.SECRET, RadiusServers.Attribute.FILTER_ID, 5_000);
    }

    @Override
    protected String group() {
        return "battery-service";
    }

    @Override
    protected Directory openSilent() {
        return at(silent.getLocalPort(), RadiusFake.SECRET, RadiusServers.Attribute.FILTER_ID, 400);
    }

    @Test
    void readsTheAttributeThatIsWanted() throws Exception {
        Directory byClass = at(server.port, RadiusFake.SECRET, RadiusServers.Attribute.CLASS, 5_000);
        assertThat(byClass.check("anna", PASSWORD)).contains(Set.of("operators"));
    }

    @Test
    void hidesLongPasswordsAndReadsSeveralValues() throws Exception {
        assertThat(openDirectory().check("long", "a password of more than thirty-two bytes: Kühlhaus"))
                .contains(Set.of("one", "two"));
    }

    @Test
    void getsNoAnswerWithAnotherSecret() {
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() ->
                at(server.port, "some other secret", RadiusServers.Attribute.CLASS, 600).check("anna", PASSWORD));
    }
}
