// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class StartTest {

    private static WebServer server(Room room, int port) {
        return new WebServer(
                new WebSettings("127.0.0.1", port), room, room, room, room, room, room,
                room.desk.commissioning(), room.machine, room.machine,
                room.settings, room.alarms.access(), room.tuning(),
                room.protection.access(room.people.guard), room.people.admission(), room.ledger,
                WebAccess.random());
    }

    @Test
    void namesAddressPortAndRemedyWhenThePortIsTaken() throws Exception {
        Room room = new Room(1, 1);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                WebServer server = server(room, taken.getLocalPort())) {
            assertThatThrownBy(server::start)
                    .isExactlyInstanceOf(WebNotStarted.class)
                    .hasMessage("web 127.0.0.1:" + taken.getLocalPort() + ": cannot listen, Address already in use"
                            + " - stop the program that uses this port, or set another web port (0 picks a free one)");
        }
        assertThat(room.listeners).as("nothing is left behind").isEmpty();
    }

    @Test
    void givesThePortBackWhenClosedAndCanBeClosedTwice() throws Exception {
        Room room = new Room(1, 1);
        WebServer first = server(room, 0);
        int port = first.start();
        first.close();
        first.close();
        assertThat(room.listeners).isEmpty();
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(IOException.class);
        try (WebServer second = server(room, port)) {
            assertThat(second.start()).isEqualTo(port);
        }
    }

    @Test
    void startsOnlyOnce() throws Exception {
        try (WebServer server = server(new Room(1, 1), 0)) {
            server.start();
            assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closesWithoutHavingStarted() {
        server(new Room(1, 1), 0).close();
    }
}
