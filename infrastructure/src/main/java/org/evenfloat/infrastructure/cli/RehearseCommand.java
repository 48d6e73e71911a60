// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.evenfloat.infrastructure.LogFiles;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import org.evenfloat.simulator.room.ScenarioReader;
import picocli.CommandLine.Command;

/**
 * Runs a server on a simulated room for some sweeps and asks it what a browser asks, so that the Java machine can
 * write down which classes a server needs. The launcher's {@code prepare} starts it.
 */
@Command(
        name = "rehearse",
        description = "Runs a server for a moment, so that Java can learn which classes it needs; 'prepare' starts it.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 30_000;

    /** hello, and images of three sweeps. */
    private static final int EVENTS = 4;

    private static final List<String> PATHS = List.of(
            "/health", "/site", "/strings", "/strings/A1", "/strings/A1/image", "/blocks/A1-1/history", "/events",
            "/lines/L1/modules", "/replacements", "/system", "/system/log", "/openapi.json", "/none");

    @Override
    public Integer call() throws CommandFailure, IOException {
        Path home = Files.createTempDirectory("evenfloat-rehearsal");
        try {
            LogFiles.begin(RoomSite.dataFolder(home), true);
            Scenario scenario = ScenarioReader.read("fresh");
            try (Room room = new Room(scenario, new Room.Setup(false, 0, true, 0, System.currentTimeMillis()))) {
                Path site = RoomSite.write(room, home, 0, Optional.empty());
                room.start();
                try (Timekeeper time = new RealTimekeeper();
                        RunningServer server = RunningServer.start(CheckCommand.read(site), time)) {
                    follow(server);
                    for (String path : PATHS) {
                        read(server, path);
                    }
                }
            }
        } finally {
            FolderTree.delete(home);
        }
        return ExitCode.DONE;
    }

    private static HttpURLConnection open(RunningServer server, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + server.bearerToken());
        connection.setRequestProperty("Accept-Encoding", "gzip");
        return connection;
    }

    private static void read(RunningServer server, String path) throws IOException {
        HttpURLConnection connection = open(server, path);
        try (InputStream answer = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream() : connection.getErrorStream()) {
            answer.readAllBytes();
        }
    }

    private static void follow(RunningServer server) throws IOException {
        HttpURLConnection connection = open(server, "/stream");
        InputStream raw = connection.getInputStream();
        boolean packed = "gzip".equals(connection.getContentEncoding());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                packed ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
            int events = 0;
            for (String line = lines.readLine(); line != null && events < EVENTS; line = lines.readLine()) {
                events += line.startsWith("event:") ? 1 : 0;
            }
        } finally {
            connection.disconnect();
        }
    }
}
