// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.junit.jupiter.api.Test;

/** The scenario {@code runaway} with and without somebody who opens the breaker. */
class RunawayScenarioTest {

    private static final long MINUTE = 60_000;

    private static Map<String, RunawayPlay.Course> play(long opensAfterMillis) throws IOException {
        return play(ScenarioReader.read("runaway"), opensAfterMillis);
    }

    private static Map<String, RunawayPlay.Course> play(Scenario scenario, long opensAfterMillis) {
        Map<String, RunawayPlay.Course> courses = new RunawayPlay(scenario, opensAfterMillis).play();
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
        assertThatTheCountdownIsToldSlowly(scenario, play(scenario, Long.MAX_VALUE).get("A1"));
    }

    /** Somebody is there who closes the breaker; the guard has learnt in time all the same. */
    @Test
    void aProofTestBeforehandChangesNothingOfThat() throws IOException {
        Scenario told = ScenarioReader.read("runaway");
        List<Fault> faults = new ArrayList<>(told.faults());
        for (int minute = 2; minute <= 6; minute += 4) {
            faults.add(new Fault(minute * MINUTE, Long.MAX_VALUE, FaultKind.OPEN_BREAKER, List.of("Q1"), 0));
        }
        faults.sort(Comparator.comparingLong(Fault::atMillis));
        Scenario scenario = new Scenario(told.name(), told.about(), told.seed(), told.sweepPeriodMillis(),
                told.ambientCelsius(), told.noiseMillivolts(), told.strings(), told.phases(), faults, told.switchgear());
        RunawayPlay.Course course = play(scenario, Long.MAX_VALUE).get("A1");
        assertThat(course.disconnectedMillis).as("it was open, and was closed").isBetween(MINUTE / 2, 3 * MINUTE);
        assertThat(course.stages).containsOnlyKeys(
                RunawayStage.NORMAL, RunawayStage.WARN, RunawayStage.ALARM, RunawayStage.TRIP);
        assertThatTheCountdownIsToldSlowly(scenario, course);
    }

    private static void assertThatTheCountdownIsToldSlowly(Scenario scenario, RunawayPlay.Course course) {
        long begins = 0;
        for (Scenario.Phase phase : scenario.phases()) {
            if (phase.name().equals("countdown")) {
                assertThat(course.stages.get(RunawayStage.TRIP))
                        .isBetween(begins + 3 * MINUTE, begins + phase.lastsMillis() - 6 * MINUTE);
                assertThat(phase.speed()).isLessThanOrEqualTo(30);
                return;
            }
            begins += phase.lastsMillis();
        }
        throw new AssertionError("no phase countdown");
    }
}
