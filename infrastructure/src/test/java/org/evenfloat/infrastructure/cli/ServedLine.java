// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.evenfloat.infrastructure.site.SiteFile;
import org.evenfloat.infrastructure.time.RealTimekeeper;

/** A real server, in real time, on a simulated line of blocks A1-1 and so on; asked over HTTP as a page would. */
final class ServedLine implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningServer server;

    ServedLine(TestLine line, int blocks, Path folder) throws Exception {
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, """
                evenfloat: 1
                site: { name: Test, time-zone: UTC }
                web: { port: 0 }
                lines:
                  - { id: L1, tcp: "%s", baud: 115200, sweep-period: 1 s, conversion-time: 1 ms, answer-allowance: 20 ms }
                batteries:
                  - id: A
                    name: A
                    profile: vrla-agm
                    cells-per-block: 6
                    capacity: 40 Ah
                    module: C20
                    strings:
                      - { id: A1, modules: ["L1: 1-%d"] }
                """.formatted(line.end(), blocks));
        this.server = RunningServer.start(SiteFile.read(file), new RealTimekeeper());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + server.bearerToken());
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> response =
                client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }

    JsonNode post(String path, String body, int status) throws Exception {
        HttpResponse<String> response = client.send(
                request(path).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    /** Asks again and again until the answer is as wished. */
    JsonNode await(String path, Predicate<JsonNode> wish) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        JsonNode answer = get(path);
        while (!wish.test(answer)) {
            assertThat(System.nanoTime()).as(path + " after " + PATIENCE_SECONDS + " s: " + answer).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            answer = get(path);
        }
        return answer;
    }

    /** Waits until the work on the line has come to its end. */
    JsonNode awaitWork(String state) throws Exception {
        JsonNode work = await("lines/L1/work", answer -> !answer.path("state").asText().equals("RUNNING"));
        assertThat(work.path("state").asText()).as(work.toString()).isEqualTo(state);
        return work;
    }

    long sweeps() throws Exception {
        return get("lines").at("/lines/0/sweeps").asLong();
    }

    @Override
    public void close() throws CommandFailure {
        server.close();
    }
}
