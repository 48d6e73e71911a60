// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed and started again: the page says so, and comes back by itself. */
class PageLosesServerTest {

    private static final String TABLE = "document.querySelector('.table tbody').innerText";

    @TempDir
    private Path folder;

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Program server() throws Exception {
        return new Program("run", folder.resolve("site.yaml").toString());
    }

    @Test
    void saysThatTheServerIsGoneAndComesBackWithNewValues() throws Exception {
        try (Browser browser = Browser.start();
                Program room = new Program("simulate", "fresh", "--modules", "16", "--folder", folder.toString(),
                        "--web-port", Integer.toString(freePort()))) {
            room.awaitText("ready", 30);
            try (Program server = server()) {
                browser.openPrinted(server.awaitText("/?token=", 30));
                browser.go("#/batteries");
                browser.await("table", "document.querySelectorAll('.table tr.row').length === 16", 20);
                assertThat(browser.words("[role=alert]")).isEmpty();
                server.kill();
            }
            browser.await("says that the server is gone", "document.querySelector('[role=alert]').innerText"
                    + ".startsWith('No connection to the server since')", 15);
            assertThat(Axe.look(browser, "without a server")).isEmpty();
            browser.run("window.oldTable = " + TABLE);
            browser.run("window.neverLoadedAgain = true");
            try (Program again = server()) {
                again.awaitText("ready", 30);
                browser.await("connected again", "document.querySelector('[role=alert]').innerText === ''", 30);
                browser.await("new values", TABLE + " !== window.oldTable", 30);
                assertThat(browser.<Boolean>ask("window.neverLoadedAgain")).as("the same page all the time").isTrue();
            }
        }
    }
}
