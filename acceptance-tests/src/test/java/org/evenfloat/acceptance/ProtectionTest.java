// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A string runs away in a simulated room, and everything that can be in the way of its breaker is. The rooms mostly wait
 * for time, so some of them run beside each other.
 */
@Execution(ExecutionMode.CONCURRENT)
class ProtectionTest {

    @TempDir
    private Path folder;

    private static int milliamps(GuardedServer guarded) throws Exception {
        return guarded.api().get("strings/A1").path("currentMilliamps").asInt(-1);
    }

    @Test
    void theBreakerOpensAfterTheCountdownAVetoThatRunsOutAndARestart() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-quick.yaml", folder)) {
            guarded.arm();
            guarded.awaitCountdown();
            guarded.awaitAlarm("trip-countdown", "Q1");
            assertThat(GuardedServer.a1(guarded.api().get("protection")).path("equalizingStopped").asBoolean()).isTrue();
            guarded.q1("veto", "{\"minutes\": 2, \"reason\": \"going to look\"}");
            guarded.awaitPhase("VETOED", 10);
            guarded.killAndStart();
            JsonNode again = guarded.await("the guard is back", p -> GuardedServer.q1(p).path("atMillis").asLong() > 0, 10);
            assertThat(GuardedServer.q1(again).path("phase").asText()).as("after the kill")
                    .isIn("VETOED", "OPENING", "OPEN");
            guarded.awaitPhase("OPEN", 60);
            guarded.awaitNews("OPENED");
            assertThat(guarded.news()).contains("COUNTDOWN", "VETOED", "VETO_OVER", "ORDERED", "OPENED");
            guarded.speed("60");
            guarded.api().string("A1", s -> s.path("currentMilliamps").asInt(-1) == 0, 30);
            guarded.awaitAlarm("breaker-tripped", "Q1");
            guarded.api().string("A2", s -> s.path("currentMilliamps").asInt(0) != 0, 30);
        }
    }

    @Test
    void aRestartInTheMiddleOfARunawayStillTrips() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-quick.yaml", folder)) {
            guarded.arm();
            guarded.awaitAlarm();
            guarded.killAndStart();
            assertThat(GuardedServer.a1(guarded.api().get("protection")).path("stage").asText())
                    .as("right after the start, before a sample").isIn("ALARM", "TRIP");
            guarded.awaitPhase("OPEN", 90);
        }
    }

    @Test
    void aStuckRelayIsFollowedByTheSecondOne() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-stuck-relay.yaml", folder)) {
            guarded.arm();
            guarded.awaitCountdown();
            guarded.awaitPhase("OPEN", 60);
            guarded.awaitNews("OPENED");
            assertThat(guarded.news().stream().filter("ORDERED"::equals)).as("orders").hasSize(3);
            assertThat(guarded.texts()).anyMatch(text -> text.contains("order 3") && text.contains("AUX2/1"));
        }
    }

    @Test
    void aBreakerThatDoesNotOpenIsAnUrgentAlarm() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-stuck-relays.yaml", folder)) {
            guarded.arm();
            guarded.awaitCountdown();
            guarded.awaitPhase("FAILED", 60);
            guarded.awaitNews("FAILED");
            guarded.awaitAlarm("trip-failed", "Q1");
            assertThat(guarded.texts()).anyMatch(text -> text.contains("DID NOT OPEN") && text.contains("by hand at once"));
            assertThat(milliamps(guarded)).as("it still charges").isPositive();
        }
    }

    @Test
    void aStatusInputThatAlwaysSaysClosedEndsInAFailureThatIsTold() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-input-closed.yaml", folder)) {
            guarded.arm();
            guarded.awaitCountdown();
            guarded.awaitPhase("FAILED", 60);
            guarded.awaitNews("FAILED");
            guarded.awaitAlarm("trip-failed", "Q1");
            guarded.api().string("A1", s -> s.path("currentMilliamps").asInt(-1) == 0, 30);
        }
    }

    @Test
    void aStatusInputThatAlwaysSaysOpenIsAnAlarmAndTheBreakerIsOpenedAllTheSame() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-input-open.yaml", folder)) {
            guarded.arm();
            guarded.speed("200");
            guarded.awaitAlarm("breaker-open", "Q1");
            guarded.awaitCountdown();
            guarded.await("an order", p -> !GuardedServer.q1(p).path("phase").asText().equals("COUNTDOWN"), 60);
            guarded.api().string("A1", s -> s.path("currentMilliamps").asInt(-1) == 0, 30);
            guarded.awaitPhase("OPEN", 30);
        }
    }

    @Test
    void aLineThatDiesAtTheMomentOfTheTripHoldsItAndSaysSo() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-dead-line.yaml", folder)) {
            guarded.arm();
            guarded.awaitCountdown();
            guarded.api().await("lines/L1/modules", l -> true, 10);
            guarded.awaitAlarm("line-down", "L1");
            guarded.await("the trip is held, or has failed, or went out before",
                    p -> GuardedServer.q1(p).path("hold").asText().equals("DISCHARGE")
                            || GuardedServer.q1(p).path("phase").asText().matches("FAILED|OPEN"), 60);
            assertThat(guarded.news()).doesNotContain("WITHDRAWN");
        }
    }

    @Test
    void aModuleThatReports200DegreesTripsNothing() throws Exception {
        try (GuardedServer guarded = new GuardedServer("runaway-wrong-temperature.yaml", folder)) {
            guarded.arm();
            guarded.speed("3000");
            JsonNode seen = guarded.await("the sensor is not believed",
                    p -> GuardedServer.a1(p).path("faultySensors").size() == 1, 120);
            guarded.awaitAlarm("runaway-sensors", "A1");
            assertThat(GuardedServer.a1(seen).path("stage").asText()).isEqualTo("NORMAL");
            assertThat(GuardedServer.q1(guarded.api().get("protection")).path("phase").asText()).isEqualTo("WATCHING");
            assertThat(guarded.news()).isEmpty();
        }
    }
}
