// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.evenfloat.contracts.Eventually;

/** FreeRADIUS with a folder of its own, on a port of its own. */
final class FreeRadius implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getProperty("freeradius", "/usr/sbin/freeradius"));

    final int port;
    private final Process process;
    private final Path log;

    private FreeRadius(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** Starts it; where it is not installed the test is skipped in print, and fails when CI=true. */
    static FreeRadius start(Path folder, String users) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            assertThat(System.getenv("CI")).as(PROGRAM + " is needed here: package freeradius").isNotEqualTo("true");
            System.out.println("skipped: no " + PROGRAM + " (package freeradius, or -Dfreeradius=...)");
            assumeTrue(false, "no " + PROGRAM);
        }
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("users"), users);
        Files.writeString(folder.resolve("radiusd.conf"), configuration(folder, port));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-f", "-X", "-d", folder.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        FreeRadius server = new FreeRadius(port, process, log);
        Eventually.within(20, "FreeRADIUS is ready: " + log, () -> {
            assertThat(process.isAlive()).as(() -> server.log()).isTrue();
            return server.log().contains("Ready to process requests");
        });
        return server;
    }

    private static String configuration(Path folder, int port) {
        return """
                prefix = /usr
                libdir = /usr/lib/freeradius
                raddbdir = %1$s
                logdir = %1$s
                run_dir = %1$s
                pidfile = %1$s/pid
                max_requests = 64
                security {
                  max_attributes = 200
                  reject_delay = 0
                  status_server = no
                }
                modules {
                  pap { }
                  files {
                    filename = %1$s/users
                  }
                }
                client test {
                  ipaddr = 127.0.0.1
                  secret = "%3$s"
                  require_message_authenticator = yes
                }
                server default {
                  listen {
                    type = auth
                    ipaddr = 127.0.0.1
                    port = %2$d
                  }
                  authorize {
                    files
                    pap
                  }
                  authenticate {
                    Auth-Type PAP {
                      pap
                    }
                  }
                  post-auth {
                    update reply {
                      Message-Authenticator := 0x00
                    }
                    Post-Auth-Type REJECT {
                      update reply {
                        Message-Authenticator := 0x00
                      }
                    }
                  }
                }
                """.formatted(folder, port, RadiusFake.SECRET);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
