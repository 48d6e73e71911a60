// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BuiltInScenariosTest {

    private static final double PATIENCE_SECONDS = 180;

    @ParameterizedTest
    @FieldSource("org.evenfloat.simulator.room.ScenarioReader#BUILT_IN")
    void readsUnderItsOwnName(String name) throws IOException {
        Scenario scenario = ScenarioReader.read(name);
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.about()).isNotEmpty().endsWith(".");
    }

    @ParameterizedTest
    @FieldSource("org.evenfloat.simulator.room.ScenarioReader#BUILT_IN")
    void isToldWithinThreeMinutes(String name) throws IOException {
        double seconds = 0;
        for (Phase phase : ScenarioReader.read(name).phases()) {
            assertThat(phase.speed()).as("a speed that can be followed").isFinite();
            seconds += phase.lastsMillis() / 1000.0 / phase.speed();
        }
        assertThat(seconds).isLessThanOrEqualTo(PATIENCE_SECONDS);
    }

    @ParameterizedTest
    @FieldSource("org.evenfloat.simulator.room.ScenarioReader#BUILT_IN")
    void whatGoesWrongGoesWrongWithinTheStory(String name) throws IOException {
        Scenario scenario = ScenarioReader.read(name);
        assertThat(scenario.faults()).allSatisfy(
                fault -> assertThat(fault.atMillis()).isLessThan(scenario.lastsMillis()));
    }

    @Test
    void builtInScenariosAndTheOneOfTheTestsUseEveryKindOfFault() throws IOException {
        Set<FaultKind> used = EnumSet.noneOf(FaultKind.class);
        for (String name : ScenarioReader.BUILT_IN) {
            ScenarioReader.read(name).faults().forEach(fault -> used.add(fault.kind()));
        }
        StoryTest.everyFault().faults().forEach(fault -> used.add(fault.kind()));
        assertThat(used).containsExactlyInAnyOrder(FaultKind.values());
        assertThat(StoryTest.everyFault().faults().stream().map(Scenario.Fault::kind).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(FaultKind.values()));
    }
}
