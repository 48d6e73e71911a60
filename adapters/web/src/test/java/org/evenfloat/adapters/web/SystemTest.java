// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.evenfloat.application.port.in.SystemStatus;
import org.junit.jupiter.api.Test;

class SystemTest {

    @Test
    void showsProgramMachineDiskAndClock() throws Exception {
        Room room = new Room(1, 1);
        try (Served served = new Served(room)) {
            JsonNode system = Served.json(served.get("/api/v1/system"));
            assertThat(system.at("/program/pid").asInt()).isEqualTo(4711);
            assertThat(system.at("/program/startedAt").asText()).isEqualTo("2025-11-22T14:03:22+01:00");
            assertThat(system.at("/machine/loadAverage").asDouble()).isEqualTo(0.25);
            assertThat(system.at("/memory/residentBytes").isNull()).as("not known is null").isTrue();
            assertThat(system.at("/disk/freeBytes").asInt()).isEqualTo(7_000);
            assertThat(system.at("/clock/synchronised").asBoolean()).isTrue();
            assertThat(system.at("/clock/lastJump/text").asText()).isEqualTo("It jumped.");
            assertThat(system.at("/contracts/moduleBus").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whatTheClockIsLikeMayBeUnknown() throws Exception {
        Room room = new Room(1, 1);
        room.machine.clock = new SystemStatus.Clock(Room.NOW, null, null);
        try (Served served = new Served(room)) {
            JsonNode clock = Served.json(served.get("/api/v1/system")).path("clock");
            assertThat(clock.path("synchronised").isNull()).isTrue();
            assertThat(clock.path("lastJump").isNull()).isTrue();
        }
    }

    @Test
    void showsTheEndOfTheLog() throws Exception {
        Room room = new Room(1, 1);
        try (Served served = new Served(room)) {
            JsonNode log = Served.json(served.get("/api/v1/system/log"));
            assertThat(log.path("more").asBoolean()).isTrue();
            assertThat(log.at("/lines/0/at").asText()).isEqualTo("2025-11-22T14:03:27+01:00");
            assertThat(log.at("/lines/0/level").asText()).isEqualTo("WARN");
            assertThat(log.at("/lines/0/thread").asText()).isEqualTo("line-L1");
            assertThat(log.at("/lines/0/text").asText()).isEqualTo("Silent.\n  at Line");
            served.get("/api/v1/system/log?lines=2000&level=error");
            assertThat(room.machine.asked).containsExactly("200 INFO", "2000 ERROR");
        }
    }

    @Test
    void allThatIsWrongWithTheQuestionIsToldAtOnce() throws Exception {
        try (Served served = new Served(new Room(1, 1))) {
            HttpResponse<String> response = served.get("/api/v1/system/log?lines=2001&level=LOUD&since=1");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Served.json(response).path("problems")).extracting(JsonNode::asText).containsExactly(
                    "since: unknown parameter - lines, level", "lines: 2001 - a whole number from 1 to 2000",
                    "level: LOUD - TRACE, DEBUG, INFO, WARN, ERROR");
        }
    }

    @Test
    void logThatCannotBeReadIsTold() throws Exception {
        Room room = new Room(1, 1);
        room.machine.logFailure = new IOException("Permission denied");
        try (Served served = new Served(room)) {
            HttpResponse<String> response = served.get("/api/v1/system/log");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Served.json(response).path("detail").asText()).contains("Permission denied");
        }
    }

    @Test
    void needsAToken() throws Exception {
        try (Served served = new Served(new Room(1, 1))) {
            for (String path : new String[] {"/api/v1/system", "/api/v1/system/log", "/api/v1/system/support-bundle"}) {
                assertThat(served.send(served.request(path)).statusCode()).as(path).isEqualTo(401);
            }
        }
    }
}
