// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A client of the server's API, as a script would be. */
final class Api {

    private static final Pattern PRINTED = Pattern.compile("Bearer (\\S+)' (http://127\\.0\\.0\\.1:\\d+)/");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;
    private final String base;

    /** Makes a client from the line with the address that the program prints. */
    Api(String printed) {
        Matcher matcher = PRINTED.matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        this.token = matcher.group(1);
        this.base = matcher.group(2);
    }

    String base() {
        return base;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/" + path))
                        .header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isIn(200, 503);
        return JSON.readTree(answer.body());
    }

    /** Posts a JSON body and returns the status code. */
    int post(String path, String body) throws IOException, InterruptedException {
        return posted(path, body).statusCode();
    }

    /** Posts a JSON body and returns the answer. */
    HttpResponse<String> posted(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Returns what the stream says, line by line, as it comes. */
    Stream<String> stream() throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(base + "/api/v1/stream"))
                                .header("Authorization", "Bearer " + token).build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    /** Asks again and again until the answer fulfils the wish, at most so many seconds. */
    JsonNode await(String path, Predicate<JsonNode> wish, int seconds) {
        return Awaitility.await(path).atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50))
                .until(() -> get(path), wish);
    }

    /** The same, also while there is no server yet. */
    JsonNode awaitServed(String path, Predicate<JsonNode> wish, int seconds) {
        return Awaitility.await(path).atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100))
                .ignoreException(ConnectException.class).until(() -> get(path), wish);
    }

    JsonNode string(String id, Predicate<JsonNode> wish, int seconds) {
        return await("strings/" + id, wish, seconds);
    }
}
