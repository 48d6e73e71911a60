// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A started web server over a {@link Room}, and ways to ask it. */
final class Served implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A client of many short tests shares its threads; no test changes it. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

    final Room room;
    final WebAccess access = WebAccess.random();
    final int port;
    private final WebServer server;

    Served(Room room) throws WebNotStarted {
        this(room, WebLimits.NORMAL);
    }

    Served(Room room, WebLimits limits) throws WebNotStarted {
        this.room = room;
        this.server = new WebServer(
                new WebSettings("127.0.0.1", 0),
                new Api(room, room, room, room, room, room.desk.commissioning(), room.machine, room.machine,
                        room.settings), room,
                access, limits);
        this.port = server.start();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
    }

    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + access.bearerToken());
    }

    HttpResponse<String> get(String path) {
        return send(authorized(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(authorized(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    /** Sends bytes as they are and reads until the server closes. */
    String raw(String head) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    Events stream() {
        HttpResponse<InputStream> response = send(
                authorized("/api/v1/stream").header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
        return new Events(response);
    }

    @Override
    public void close() {
        server.close();
    }
}
