// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.runaway.RunawayStage;
import org.junit.jupiter.api.Test;

/** The scenario {@code runaway} with and without somebody who opens the breaker. */
class RunawayScenarioTest {

    private static final long MINUTE = 60_000;

    private static Map<String, RunawayPlay.Course> play(long opensAfterMillis) throws IOException {
        Map<String, RunawayPlay.Course> courses =
                new RunawayPlay(ScenarioReader.read("runaway"), opensAfterMillis).play();
        courses.forEach((id, course) -> System.out.println("runaway, string " + id + ":" + course));
        return courses;
    }

    @Test
    void withoutABreakerItGoesOnToRunAwayAndTheGuardSaysSoInTime() throws IOException {
        Map<String, RunawayPlay.Course> courses = play(Long.MAX_VALUE);
        RunawayPlay.Course course = courses.get("A1");
        assertThat(course.reached).as("it does run away").containsKeys(60, 80);
        assertThat(course.stages).containsOnlyKeys(
                RunawayStage.NORMAL, RunawayStage.WARN, RunawayStage.ALARM, RunawayStage.TRIP);
        assertThat(List.of(
                course.stages.get(RunawayStage.NORMAL), course.stages.get(RunawayStage.WARN),
                course.stages.get(RunawayStage.ALARM), course.stages.get(RunawayStage.TRIP),
                course.reached.get(60), course.reached.get(80))).isSorted().doesNotHaveDuplicates();
        assertThat(course.reached.get(60) - course.stages.get(RunawayStage.TRIP))
                .as("from the trip to 60 °C").isGreaterThan(60 * MINUTE);
        assertThat(courses.get("A2").stages).containsOnlyKeys(RunawayStage.NORMAL);
    }

    @Test
    void behindAnOpenBreakerItCoolsDown() throws IOException {
        Scenario scenario = ScenarioReader.read("runaway");
        RunawayPlay.Course course = play(5 * MINUTE).get("A1");
        assertThat(course.openedMillis).isLessThan(scenario.lastsMillis() - 180 * MINUTE);
        int opened = (int) (course.openedMillis / MINUTE) - 1;
        double at = course.hottest.get(opened);
        assertThat(at).isBetween(35.0, 55.0);
        assertThat(course.hottest.stream().mapToDouble(celsius -> celsius).max().orElseThrow())
                .as("nothing rises any more").isLessThan(at + 0.5);
        for (int minute = opened + 30; minute < course.hottest.size(); minute += 30) {
            assertThat(course.hottest.get(minute)).as("minute " + minute).isLessThan(course.hottest.get(minute - 30));
        }
        assertThat(course.hottest.get(course.hottest.size() - 1)).isLessThan(at - 8);
    }

    /** A countdown of five minutes must be watched at leisure. */
    @Test
    void theCountdownFallsIntoThePhaseThatIsToldSlowly() throws IOException {
        Scenario scenario = ScenarioReader.read("runaway");
        long trip = play(Long.MAX_VALUE).get("A1").stages.get(RunawayStage.TRIP);
        long begins = 0;
        for (Scenario.Phase phase : scenario.phases()) {
            if (phase.name().equals("countdown")) {
                assertThat(trip).isBetween(begins + 3 * MINUTE, begins + phase.lastsMillis() - 6 * MINUTE);
                assertThat(phase.speed()).isLessThanOrEqualTo(30);
                return;
            }
            begins += phase.lastsMillis();
        }
        throw new AssertionError("no phase countdown");
    }
}
