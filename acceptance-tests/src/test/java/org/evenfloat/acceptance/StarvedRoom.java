// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.adapters.alarmfiles.FileSafetyMemory;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripPhase;

/**
 * A room in real time whose string A1 is too warm for its classic rule, and the site of a server that was ended in the
 * countdown of its breaker: so much is left of it when the next server starts. Between both is a tap that sees the order.
 */
final class StarvedRoom implements AutoCloseable {

    /** The room is swept each second; what is more is what the order itself may take. */
    static final long IN_TIME_MILLIS = 1_000 + 100;

    private static final String TOKEN = "a-token-that-only-this-test-knows-0123456789";
    private static final String SENSOR = "(?m)^( *)(current-sensor: .*)$";
    private static final String CLASSIC = "$1$2\n$1classic-rule: { difference: 3 K, current: 10 mA, since: 0 s }";
    private static final Pattern LINE = Pattern.compile("tcp: \"127\\.0\\.0\\.1:(\\d+)\"");

    private static KeptGuard guard;

    private final Path folder;
    private final Program room;
    private final LineTap tap;
    private final Path site;
    private final int webPort;
    private long dueMillis;

    StarvedRoom(Path folder, long leftMillis) throws Exception {
        KeptGuard alarmed = guard(folder.resolveSibling("before"));
        this.folder = folder;
        room = room(folder, "8420");
        site = folder.resolve("site.yaml");
        String text = Files.readString(site);
        Matcher line = LINE.matcher(text);
        assertThat(line.find()).as(text).isTrue();
        tap = new LineTap(Integer.parseInt(line.group(1)), 1);
        webPort = freePort();
        Files.writeString(folder.resolve("token.txt"), TOKEN);
        Files.writeString(site, text.replace(line.group(), "tcp: \"127.0.0.1:" + tap.port() + "\"")
                .replaceAll("(?m)^ *simulated-clock:.*\n", "")
                .replaceAll("(?m)^( *)port: 8420$", "$1port: " + webPort + "\n$1token: \\${file:token.txt}")
                .replaceAll(SENSOR, CLASSIC));
        countdown(leftMillis, alarmed);
    }

    private static Program room(Path folder, String webPort) throws Exception {
        Program room = new Program("simulate", "src/test/resources/scenarios/starved.yaml", "--folder", folder.toString(),
                "--tell", "60", "--web-port", webPort);
        room.awaitText("ready", 30);
        return room;
    }

    /** Returns what a server keeps of the guard that demands the trip; made once, in time that runs fast. */
    private static synchronized KeptGuard guard(Path folder) throws Exception {
        if (guard == null) {
            try (Program room = room(folder, "0")) {
                Path site = folder.resolve("site.yaml");
                Files.writeString(site, Files.readString(site).replaceAll(SENSOR, CLASSIC));
                try (Program server = new Program("run", site.toString())) {
                    Api api = new Api(server.awaitText("Bearer", 60));
                    room.say("speed max");
                    api.await("protection", p -> p.at("/breakers/0/phase").asText().equals("COUNTDOWN"), 60);
                    server.terminate();
                    server.end(30);
                }
            }
            guard = new FileSafetyMemory(folder.resolve("data")).guard("A1").orElseThrow();
        }
        return guard;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Keeps what a server keeps that is ended in the countdown of a breaker that was tested and armed. */
    private void countdown(long leftMillis, KeptGuard alarmed) throws Exception {
        long now = System.currentTimeMillis();
        TripMemento trip = new TripMemento(TripMode.ARMED, TripPhase.COUNTDOWN, leftMillis, false, false, 0, false,
                TripHold.NONE, true, false, false, TripMemento.NO_FLOW, TripOrder.NOTHING);
        BreakerPast past = new BreakerPast(List.of(), List.of(new BreakerPast.Proof(
                now - 60_000, new ProofResult(true, "the test", 80, 0, true, ""))));
        FileSafetyMemory memory = new FileSafetyMemory(data());
        memory.keep(new KeptBreaker("Q1", now, trip, past));
        memory.keep(new KeptGuard("A1", now, alarmed.guardMillis(), alarmed.memento()));
        dueMillis = now + leftMillis;
    }

    Path site() {
        return site;
    }

    Path data() {
        return folder.resolve("data");
    }

    int webPort() {
        return webPort;
    }

    String token() {
        return TOKEN;
    }

    /** Returns a client; the server need not print anything for it. */
    Api api() {
        return new Api("Bearer " + TOKEN + "' http://127.0.0.1:" + webPort + "/");
    }

    /** Waits until a server measures, and its countdown runs as that of the former one would have. */
    void awaitCountdown(int seconds) {
        JsonNode seen = api().awaitServed("protection", p -> p.at("/breakers/0/phase").asText().equals("COUNTDOWN")
                && p.at("/breakers/0/sight").asText().equals("CLOSED")
                && p.at("/breakers/0/atMillis").asLong() > 0, seconds);
        long due = seen.at("/breakers/0/atMillis").asLong() + seen.at("/breakers/0/leftMillis").asLong();
        assertThat(due).as("due by the API, " + seen).isBetween(dueMillis - 500, dueMillis + 500);
        assertThat(due - System.currentTimeMillis()).as("there is time to starve the server").isGreaterThan(1_000);
        dueMillis = due;
    }

    /** Returns when the order went by after it was due, ms; waits so long for it. */
    long lateMillis(int seconds) throws Exception {
        long ordered = tap.ordered(seconds);
        assertThat(ordered).as("an order to trip within " + seconds + " s").isPositive();
        return ordered - dueMillis;
    }

    /** Asserts that the order leaves when it is due, one sweep and 100 ms later at most. */
    void tripsInTime() throws Exception {
        long left = Math.max(0, dueMillis - System.currentTimeMillis());
        long late = lateMillis((int) (left / 1_000) + 30);
        System.out.println("the order left " + late + " ms after it was due");
        assertThat(late).as("ms after it was due").isBetween(-50L, IN_TIME_MILLIS);
    }

    @Override
    public void close() throws Exception {
        tap.close();
        room.close();
    }
}
