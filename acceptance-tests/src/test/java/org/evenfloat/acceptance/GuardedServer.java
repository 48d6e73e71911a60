// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A room in one process, a server on it in another, and what people do on the page, done through the API. Breaker Q1
 * stands before string A1.
 */
final class GuardedServer implements AutoCloseable {

    /** The guard learns for twelve hours before anything happens. */
    private static final int LEARNING_SECONDS = 120;

    private final Path folder;
    private final Program room;
    private Program server;
    private Api api;

    /** Starts a room of that story, slow enough that its breakers can be tested before it begins. */
    GuardedServer(String story, Path folder) throws Exception {
        this.folder = folder;
        room = new Program(
                "simulate", Path.of("src/test/resources/scenarios", story).toString(), "--folder", folder.toString(),
                "--web-port", "0", "--tell", "1", "--speed", "10");
        room.awaitText("ready", 30);
        start();
    }

    private void start() throws Exception {
        server = new Program("run", folder.resolve("site.yaml").toString());
        api = new Api(server.awaitText("Bearer", 30));
    }

    Api api() {
        return api;
    }

    Program room() {
        return room;
    }

    /** Ends the server as by kill -9 and starts another one. */
    void killAndStart() throws Exception {
        server.kill();
        start();
    }

    void speed(String speed) throws Exception {
        room.say("speed " + speed);
        room.awaitText("speed " + speed, 10);
    }

    static JsonNode q1(JsonNode protection) {
        return protection.path("breakers").path(0);
    }

    static JsonNode a1(JsonNode protection) {
        return protection.path("strings").path(0);
    }

    JsonNode await(String what, Predicate<JsonNode> wish, int seconds) {
        try {
            return api.await("protection", wish, seconds);
        } catch (AssertionError late) {
            throw new AssertionError(what + " - " + late.getMessage(), late);
        }
    }

    /** Waits, and does something each time it is not so yet. */
    private JsonNode await(String what, Predicate<JsonNode> wish, int seconds, Predicate<JsonNode> otherwise) {
        return await(what, p -> wish.test(p) || otherwise.test(p), seconds);
    }

    /** Closes Q1 by hand when a proof test waits for that. Returns false: it is seen with the next sweep. */
    private boolean closeQ1(JsonNode protection) {
        if (q1(protection).path("proof").asText().equals("CLOSING")) {
            try {
                room.say("close Q1");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return false;
    }

    JsonNode awaitPhase(String phase, int seconds) {
        return await("phase " + phase, p -> q1(p).path("phase").asText().equals(phase), seconds);
    }

    /** Does something with Q1 that has to succeed. */
    void q1(String deed, String body) throws Exception {
        var answer = api.posted("protection/breakers/Q1/" + deed, body);
        assertThat(answer.statusCode()).as(deed + ": " + answer.body()).isEqualTo(200);
    }

    /** Tests Q1 and arms it. */
    void arm() throws Exception {
        await("Q1 is closed", p -> q1(p).path("sight").asText().equals("CLOSED"), 60);
        q1("prove", "{\"confirm\": \"Q1\"}");
        await("the proof test is passed", p -> q1(p).path("proofDueMillis").asLong() > 0, 60, this::closeQ1);
        q1("arm", "{\"seen\": 0, \"reason\": \"the proof test is passed\"}");
        assertThat(q1(api.get("protection")).path("mode").asText()).isEqualTo("ARMED");
    }

    /** Lets time run until the guard alarms; a minute of the room takes a third of a second then. */
    void awaitAlarm() throws Exception {
        speed("3000");
        await("ALARM", p -> a1(p).path("stage").asText().equals("ALARM"), LEARNING_SECONDS);
        speed("200");
    }

    /** Lets time run until the countdown of Q1 runs, which takes ten seconds then. */
    void awaitCountdown() throws Exception {
        awaitAlarm();
        awaitPhase("COUNTDOWN", 60);
        speed("30");
    }

    /** Waits until that was told of Q1; it is told a moment after it is done. */
    void awaitNews(String news) {
        api.await("protection/breakers/Q1/past", past -> {
            for (JsonNode deed : past.path("deeds")) {
                if (deed.path("news").asText().equals(news)) {
                    return true;
                }
            }
            return false;
        }, 30);
    }

    /** Returns what the policy of Q1 has done, newest first. */
    List<String> news() throws Exception {
        List<String> news = new ArrayList<>();
        api.get("protection/breakers/Q1/past").path("deeds").forEach(deed -> news.add(deed.path("news").asText()));
        return news;
    }

    /** Returns what was said about that, newest first. */
    List<String> texts() throws Exception {
        List<String> texts = new ArrayList<>();
        api.get("protection/breakers/Q1/past").path("deeds").forEach(deed -> texts.add(deed.path("text").asText()));
        return texts;
    }

    /** Waits until an alarm stands. */
    void awaitAlarm(String definition, String subject) {
        api.await("alarms", alarms -> {
            for (JsonNode alarm : alarms.path("standing")) {
                if (alarm.path("id").asText().equals(definition + "/" + subject)) {
                    return true;
                }
            }
            return false;
        }, 30);
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
        room.close();
    }
}
