// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The server process over HTTPS, and what it refuses. */
@Execution(ExecutionMode.CONCURRENT)
class HttpsTest {

    @TempDir
    private Path folder;

    private String site(String web) throws IOException {
        String text = SmallSite.TEXT.replace("port: 0", "port: 0, " + web);
        return Files.writeString(folder.resolve("site.yaml"), text).toString();
    }

    private static boolean has(String tool) {
        return Stream.of("/usr/bin", "/bin").anyMatch(bin -> Files.isExecutable(Path.of(bin, tool)));
    }

    private static String run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    @Test
    void servesHttpsAndTakesAnotherCertificateWhileItRuns() throws Exception {
        String site = site("https: true, names: [battery.example]");
        try (Program server = new Program("run", site)) {
            Https https = new Https(server.awaitText("API ", 60));
            server.awaitText("ready", 10);
            assertThat(https.get("/api/v1/strings").statusCode()).isEqualTo(200);
            try (Socket socket = new Socket("127.0.0.1", https.port)) {
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 400 ").contains("This port speaks HTTPS");
            }
            X509Certificate first = https.shown();
            try (Program renew = new Program("certificate", "renew", site)) {
                assertThat(renew.end(60)).contains("certificate  of the server's own authority");
                assertThat(renew.exitCode()).isZero();
            }
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !https.shown().equals(first));
            assertThat(https.get("/api/v1/strings").statusCode()).isEqualTo(200);
            ExternalTool.require(has("curl"), "curl", "curl");
            assertThat(run("curl", "-sS", "--cacert", https.authority.toString(), "--resolve",
                    "battery.example:" + https.port + ":127.0.0.1",
                    "https://battery.example:" + https.port + "/api/v1/health")).contains("\"version\"");
            assertThat(run("curl", "-sS", https.base + "/api/v1/health")).contains("certificate");
        }
    }

    @Test
    void speaksWithOpensslInBothVersionsAndNoOlder() throws Exception {
        ExternalTool.require(has("openssl"), "openssl", "openssl");
        try (Program server = new Program("run", site("https: true"))) {
            Https https = new Https(server.awaitText("API ", 60));
            for (String version : List.of("-tls1_2", "-tls1_3")) {
                assertThat(run("openssl", "s_client", "-connect", "127.0.0.1:" + https.port, version, "-CAfile",
                                https.authority.toString(), "-verify_return_error"))
                        .as(version).contains("Verify return code: 0 (ok)");
            }
            assertThat(run("openssl", "s_client", "-connect", "127.0.0.1:" + https.port, "-tls1_1", "-cipher",
                    "ALL:@SECLEVEL=0")).contains("alert protocol version");
        }
    }

    @Test
    void refusesToBeReachedWhileNobodyCouldSignIn() throws Exception {
        String site = site("address: 0.0.0.0");
        for (String command : List.of("run", "check")) {
            try (Program program = new Program(command, site)) {
                assertThat(program.end(60)).contains("web.address: 0.0.0.0, which other machines can reach, and no users",
                        "'evenfloat user add " + site + " NAME --role admin'");
                assertThat(program.exitCode()).isEqualTo(2);
            }
        }
    }

    @Test
    void servesNothingWhenItIsSwitchedOff() throws Exception {
        try (Program server = new Program("run", site("enabled: false"))) {
            server.await("web     switched off"::equals, 60);
            server.awaitText("ready", 10);
            ExternalTool.require(has("ss"), "ss", "iproute2");
            assertThat(run("ss", "-Hltnp")).doesNotContain("pid=" + server.pid() + ",");
            server.terminate();
            assertThat(server.end(30)).doesNotContain("Exception");
        }
    }

    /** What is not used must not be in memory: a plain server runs on small machines. */
    @Test
    void loadsNothingOfTlsOnPlainLoopback() throws Exception {
        Path classes = folder.resolve("classes.txt");
        ProcessBuilder builder = new ProcessBuilder(Program.command("run", site("address: 127.0.0.1")));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
        try (Program server = new Program(builder)) {
            Api api = new Api(server.awaitText("API ", 60));
            server.awaitText("ready", 10);
            assertThat(api.get("strings").size()).isPositive();
        }
        try (Stream<String> lines = Files.lines(classes)) {
            List<String> loaded = lines.map(line -> line.replaceAll("^(\\[[^]]*])*\\s*", "")).toList();
            assertThat(loaded).hasSizeGreaterThan(2_000).anyMatch(name -> name.startsWith("org.evenfloat.adapters.web."));
            assertThat(loaded.stream().filter(name -> name.startsWith("org.bouncycastle.")
                    || name.startsWith("sun.security.ssl."))).isEmpty();
        }
    }
}
