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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Scenario;
import org.evenfloat.simulator.room.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs a server in a process of its own on a simulated room for some sweeps and asks it what a browser asks, so that
 * its Java machine can write down which classes a server needs, and no others. The launcher's {@code prepare} starts it.
 */
@Command(
        name = "rehearse",
        description = "Runs a server for a moment, so that Java can learn which classes it needs; 'prepare' starts it.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Java writes its archive when the server ends; on a slow machine that takes a minute. */
    private static final int FAREWELL_SECONDS = 300;

    /** hello, and images of three sweeps. */
    private static final int EVENTS = 4;

    private static final Pattern PRINTED = Pattern.compile("Bearer (\\S+)' (http://127\\.0\\.0\\.1:\\d+)/");

    private static final List<String> PATHS = List.of(
            "/health", "/site", "/strings", "/strings/A1", "/strings/A1/image", "/blocks/A1-1/history", "/events",
            "/lines/L1/modules", "/replacements", "/system", "/system/log", "/openapi.json", "/none");

    @Parameters(paramLabel = "COMMAND", arity = "1..*",
            description = "After --, what starts a server; the path of a site file is added.")
    private List<String> command;

    /** A server that can be asked. */
    private record Asked(String url, String token) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("evenfloat-rehearsal");
        try {
            Scenario scenario = ScenarioReader.read("fresh");
            try (Room room = new Room(scenario, new Room.Setup(false, 0, true, 0, System.currentTimeMillis()))) {
                Path site = RoomSite.write(room, home, 0, Optional.empty());
                room.start();
                return rehearse(site) ? ExitCode.DONE : ExitCode.FAILED;
            }
        } finally {
            FolderTree.delete(home);
        }
    }

    private boolean rehearse(Path site) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.add(site.toString());
        Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            Asked server = ready(process);
            drain(process);
            follow(server);
            for (String path : PATHS) {
                read(server, path);
            }
            process.toHandle().destroy();
            return process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Asked ready(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher printed = PRINTED.matcher(line);
            if (printed.find()) {
                return new Asked(printed.group(2), printed.group(1));
            }
        }
        throw new IOException("the server ended before it was ready");
    }

    /** Passes on what Java says about its archive, so that the server never waits for a reader. */
    private static void drain(Process process) {
        Thread drain = new Thread(() -> {
            try {
                process.getInputStream().transferTo(System.out);
            } catch (IOException ended) {
                // nothing more comes
            }
        }, "drain");
        drain.setDaemon(true);
        drain.start();
    }

    private static HttpURLConnection open(Asked server, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(server.url() + "/api/v1" + path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + server.token());
        connection.setRequestProperty("Accept-Encoding", "gzip");
        return connection;
    }

    private static void read(Asked server, String path) throws IOException {
        HttpURLConnection connection = open(server, path);
        try (InputStream answer = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream() : connection.getErrorStream()) {
            answer.readAllBytes();
        }
    }

    private static void follow(Asked server) throws IOException {
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
