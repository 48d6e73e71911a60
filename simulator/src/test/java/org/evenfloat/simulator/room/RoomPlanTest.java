// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.junit.jupiter.api.Test;

class RoomPlanTest {

    private static RoomString string(String id, String line, int blocks, boolean sensor) {
        return new RoomString(id, line, blocks, "C23", 8, 40, Condition.FRESH, 0, 0, 0, sensor);
    }

    private static RoomPlan plan(boolean equalizing) {
        return RoomPlan.of(new Scenario("test", "", 1, 2_000, 25, 1.5,
                List.of(string("A", "L1", 8, true), string("B", "L2", 4, true), string("C", "L1", 3, false),
                        string("D", "L1", 2, true)),
                List.of(), List.of()), equalizing);
    }

    @Test
    void modulesCountFromOneStringAfterStringOnEachLine() {
        List<BatteryString> strings = plan(true).site().strings().toList();
        assertThat(strings.get(0).blocks().get(0).module()).isEqualTo(new ModuleAddress("L1", 1));
        assertThat(strings.get(0).blocks().get(7).module()).isEqualTo(new ModuleAddress("L1", 8));
        assertThat(strings.get(1).blocks().get(0).module()).isEqualTo(new ModuleAddress("L2", 1));
        assertThat(strings.get(2).blocks().get(0).module()).isEqualTo(new ModuleAddress("L1", 9));
        assertThat(strings.get(3).blocks().get(1).module()).isEqualTo(new ModuleAddress("L1", 13));
        assertThat(strings.get(3).blocks().get(1).id()).isEqualTo("D-2");
    }

    @Test
    void sensorsHaveAddressesOfTheirOwn() {
        List<BatteryString> strings = plan(true).site().strings().toList();
        assertThat(strings.get(0).currentSensor()).contains(new ModuleAddress("L1", 60_001));
        assertThat(strings.get(1).currentSensor()).contains(new ModuleAddress("L2", 60_001));
        assertThat(strings.get(2).currentSensor()).isEmpty();
        assertThat(strings.get(3).currentSensor()).contains(new ModuleAddress("L1", 60_002));
        assertThat(plan(true).site().sensors()).extracting(sensor -> sensor.address().toString())
                .as("by line and address")
                .containsExactly("L1:60001", "L1:60002", "L1:61000", "L2:60001", "L2:61000");
    }

    @Test
    void describesTheStringsAsTheyStand() {
        RoomPlan plan = plan(false);
        assertThat(plan.lines()).containsExactly("L1", "L2");
        assertThat(plan.site().strings()).allSatisfy(string -> {
            assertThat(string.equalizing()).isFalse();
            assertThat(string.moduleType()).isEqualTo(ModuleType.C23);
            assertThat(string.blockType().cells()).isEqualTo(8);
            assertThat(string.blockType().capacity().milliampHours()).isEqualTo(40_000);
        });
        assertThat(plan(true).site().strings()).allMatch(BatteryString::equalizing);
    }
}
