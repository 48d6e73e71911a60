// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;

/** The SunSpec models, read as a client does that knows only their definitions. */
class SunSpecTest {

    private static final int UNKNOWN = 0xFFFF;

    private final NorthboundRoom room = new NorthboundRoom(2, 10);
    private final RegisterMap map = new RegisterMap(room.table(), BacsScales.STANDARD);

    private RegisterImage image() {
        room.voltages(block -> 13_500 + block, Quality.GOOD);
        return map.render(room.image());
    }

    /** Returns where each model begins, by its number and how many of that were before. */
    private static Map<String, Integer> models(RegisterImage image) {
        assertThat(image.at(0, SunSpecSegment.BASE)).isEqualTo('S' << 8 | 'u');
        assertThat(image.at(0, SunSpecSegment.BASE + 1)).isEqualTo('n' << 8 | 'S');
        Map<String, Integer> models = new LinkedHashMap<>();
        int at = SunSpecSegment.BASE + 2;
        while (image.at(0, at) != UNKNOWN) {
            String name = Integer.toString(image.at(0, at));
            int before = 1;
            while (models.containsKey(name + "/" + before)) {
                before++;
            }
            models.put(name + "/" + before, at);
            at += 2 + image.at(0, at + 1);
        }
        return models;
    }

    @Test
    void theChainOfModelsHasNoGap() {
        RegisterImage image = image();
        Map<String, Integer> models = models(image);
        assertThat(models.keySet()).containsExactly("1/1", "802/1", "803/1", "804/1", "805/1", "804/2", "805/2");
        List<Integer> lengths = new ArrayList<>();
        models.values().forEach(at -> lengths.add(image.at(0, at + 1)));
        assertThat(lengths).containsExactly(66, 62, 26 + 2 * 32, 46 + 16, 42 + 10 * 4, 46 + 16, 42 + 10 * 4);
        int end = models.get("805/2") + 2 + 42 + 40;
        assertThat(image.at(0, end)).isEqualTo(UNKNOWN);
        assertThat(image.at(0, end + 1)).isZero();
        assertThat(map.serves(0, end, 2)).isTrue();
        assertThat(map.serves(0, end + 2, 1)).isFalse();
    }

    @Test
    void valuesStandWhereTheDefinitionsHaveThem() {
        room.alarms(true, "block-temperature-high-warning/S2-1");
        RegisterImage image = image();
        Map<String, Integer> models = models(image);
        int base = models.get("802/1");
        assertThat(image.at(0, base + 2)).as("AHRtg, two strings of 80 Ah").isEqualTo(160);
        assertThat(image.at(0, base + 21)).as("Typ").isEqualTo(1);
        assertThat(image.at(0, base + 27)).as("Evt1, lower half").isEqualTo(1 << 2);
        assertThat(image.at(0, base + 34)).as("V, 0.1 V").isEqualTo(1351);
        assertThat((short) image.at(0, base + 44)).as("A, 0.1 A").isEqualTo((short) -24);
        assertThat((short) image.at(0, base + 59)).as("V_SF").isEqualTo((short) -1);
        assertThat((short) image.at(0, base + 60)).as("CellV_SF").isEqualTo((short) -3);
        int string = models.get("804/2");
        assertThat(image.at(0, string + 2)).as("Idx").isEqualTo(2);
        assertThat(image.at(0, string + 14)).as("V").isEqualTo(1351);
        assertThat(image.at(0, string + 29)).as("Evt1, lower half").isEqualTo(1 << 2);
        assertThat(image.at(0, models.get("804/1") + 29)).as("Evt1 of the other string").isZero();
        assertThat(image.at(0, string + 48)).as("ModNCell").isEqualTo(10);
        int module = models.get("805/2");
        assertThat(image.at(0, module + 4)).as("NCell").isEqualTo(10);
        for (int cell = 0; cell < 10; cell++) {
            assertThat(image.at(0, module + 44 + 4 * cell)).as("CellV").isEqualTo(13_510 + cell);
            assertThat((short) image.at(0, module + 45 + 4 * cell)).as("CellTmp, 0.1 °C").isEqualTo((short) -25);
            assertThat(image.at(0, module + 47 + 4 * cell)).as("CellSt: balancing").isEqualTo(1);
        }
    }

    @Test
    void aSiteThatIsTooLargeIsServedAsFarAsItGoes() {
        NorthboundRoom large = new NorthboundRoom(100, 240);
        RegisterMap served = new RegisterMap(large.table(), BacsScales.STANDARD);
        RegisterImage image = served.render(large.image());
        assertThat(models(image).keySet()).contains("803/1", "805/1").doesNotContain("805/100");
        assertThat(served.pages()).as("unit ids for 24,000 blocks").isEqualTo(7);
        PointTable table = large.table();
        assertThat(served.serves(6, OwnSegments.BLOCKS, 8 * (24_000 - 6 * OwnSegments.MOST_BLOCKS))).isTrue();
        assertThat(served.serves(6, OwnSegments.BLOCKS + 8 * (24_000 - 6 * OwnSegments.MOST_BLOCKS), 1)).isFalse();
        assertThat(table.firstBlock(99)).isEqualTo(99 * 240);
    }

    @Test
    void everyAlarmHasABit() {
        assertThat(AlarmTable.all()).allSatisfy(row -> assertThat(SunSpecEvents.bit(row)).isBetween(0, 29));
    }
}
