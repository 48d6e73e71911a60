// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.StringStatus.BlockRemark;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

class TerminalViewTest {

    private static final List<String> FOOTER = List.of("web  http://127.0.0.1:1/", "Ctrl-C ends.");

    private final TerminalView view = new TerminalView(ZoneOffset.UTC);

    private static BatteryString string(String id, int blocks) {
        List<Block> list = new ArrayList<>();
        for (int i = 1; i <= blocks; i++) {
            list.add(new Block(id + "-" + i, i, new ModuleAddress("L1", i)));
        }
        BlockType type = new BlockType(new BatteryProfile("vrla-agm", Chemistry.VRLA_AGM, new Voltage(2270),
                new Voltage(2350), new Voltage(1750)), 6, Charge.ofAmpHours(40));
        return new BatteryString(id, id, type, ModuleType.C20, list, Optional.empty(), Optional.empty(),
                new Current(0), true, Optional.empty());
    }

    /** An image in which block i + 1 is i mV × 50 off the first one's 13.0 V. */
    private static StringImage image(String id, int blocks, int good, Integer milliamps, List<BlockRemark> excluded) {
        int kinds = MeasurementKind.values().length;
        int[][] values = new int[kinds][blocks];
        byte[][] qualities = new byte[kinds][blocks];
        for (byte[] quality : qualities) {
            Arrays.fill(quality, Quality.GOOD.code());
        }
        for (int i = 0; i < blocks; i++) {
            values[MeasurementKind.VOLTAGE.ordinal()][i] = 13_000 + 50 * i;
            values[MeasurementKind.TEMPERATURE.ordinal()][i] = -3;
        }
        for (int i = good; i < blocks; i++) {
            qualities[MeasurementKind.VOLTAGE.ordinal()][i] = Quality.MISSING.code();
        }
        int highest = 13_000 + 50 * (good - 1);
        boolean half = 2 * good >= blocks;
        StringStatus status = new StringStatus(id, 0, StringState.FLOAT, 0, good, half ? 13_000 * blocks : null,
                half ? 13_000 + 25 * (good - 1) : null, 13_000, 1, highest, good, milliamps, 2_500, 13_620,
                EqualizingPhase.WORKING, 0, 500, List.of(), excluded, false);
        return new StringImage(status, values, qualities);
    }

    private List<String> lines(int rows, int columns, int strings, int blocks, int remarks) {
        List<BatteryString> topology = new ArrayList<>();
        List<StringImage> images = new ArrayList<>();
        List<Health.LineHealth> lines = new ArrayList<>();
        List<BlockRemark> told = new ArrayList<>();
        for (int i = 0; i < remarks; i++) {
            told.add(new BlockRemark("A1-1", "Block A1-1: " + "a long remark ".repeat(12)));
        }
        for (int i = 1; i <= strings; i++) {
            topology.add(string("A" + i, blocks));
            images.add(image("A" + i, blocks, blocks, -1_234, told));
            lines.add(new Health.LineHealth("L" + i, i % 5 != 0, i % 5 != 0 ? "" : "no cable", 3, 0, 8, blocks, 0));
        }
        Health health = new Health("1", 0, 0, 90, lines, new Health.HistoryHealth(true, "", 0, 0));
        return view.lines(new TerminalView.Scene("title", health, 61_000, topology, images, FOOTER), rows, columns);
    }

    @Test
    void aSceneFitsItsTerminalAndKeepsItsFooter() {
        for (int strings : new int[] {1, 3, 12, 100}) {
            for (int blocks : new int[] {1, 4, 64, 600}) {
                for (int remarks : new int[] {0, 20}) {
                    List<String> lines = lines(24, 80, strings, blocks, remarks);
                    String which = strings + " strings of " + blocks;
                    assertThat(lines).as(which).hasSizeLessThanOrEqualTo(24).endsWith("Ctrl-C ends.");
                    assertThat(lines).as(which).allSatisfy(
                            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
                    assertThat(lines).as(which).anyMatch(line -> line.contains(strings == 1 ? "A1  " : "spread"));
                }
            }
        }
        assertThat(lines(5, 20, 3, 64, 3)).endsWith("Ctrl-C ends.").hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aSmallSceneIsDrawnWithoutCuts() {
        assertThat(lines(24, 80, 1, 64, 0)).noneMatch(line -> line.contains("…"));
        assertThat(lines(24, 80, 3, 64, 0)).noneMatch(line -> line.contains("…"));
    }

    @Test
    void aLineThatIsDownSaysWhy() {
        assertThat(lines(24, 80, 12, 8, 0)).contains("line L5   DOWN no cable",
                "12 lines, 2 of them down, 96 modules, 0 silent");
    }

    @Test
    void everyBlockHasASign() {
        List<String> lines = lines(24, 80, 1, 4, 0);
        assertThat(lines).contains("  −−++");
        assertThat(lines).anyMatch(line -> line.startsWith("  A1-1    13.000 V   −75 mV  ●"));
        assertThat(lines).anyMatch(line -> line.startsWith("  A1-4    13.150 V   +75 mV  "));
        assertThat(BlockRows.of(string("A1", 4), image("A1", 4, 3, null, List.of()))).first().isEqualTo("  −·+?");
    }

    @Test
    void oneLineSaysWhatIsNotMeasured() {
        assertThat(view.oneLine(image("A1", 4, 3, -1_234, List.of()).status(), 4)).isEqualTo(
                "A1   FLOAT     mean 13.050 V    −1.23 A  spread  100 mV  lowest A1-1    13.000 V  highest A1-3    13.100 V"
                        + "  working, largest duty 50 %, 3 of 4 measured");
        assertThat(view.oneLine(image("A1", 4, 0, null, List.of()).status(), 4)).isEqualTo("A1   not measured");
        assertThat(view.oneLine(image("S1", 1, 1, 0, List.of()).status(), 1)).doesNotContain("spread", "of 1")
                .contains("  0.00 A");
    }

    @Test
    void ofAStringThatIsHardlyMeasuredNoMeanIsMadeUp() {
        StringImage image = image("A1", 4, 1, null, List.of());
        assertThat(view.oneLine(image.status(), 4)).startsWith("A1   FLOAT     mean not known  ")
                .endsWith("1 of 4 measured");
        assertThat(BlockRows.of(string("A1", 4), image))
                .containsExactly("  1 of 4 blocks are measured: too few for a mean to hold them against");
        Health health = new Health("1", 0, 0, 90, List.of(), new Health.HistoryHealth(true, "", 0, 0));
        assertThat(view.lines(
                new TerminalView.Scene("title", health, 1, List.of(string("A1", 4)), List.of(image), FOOTER), 24, 80))
                .anyMatch(line -> line.startsWith("  string not known   mean not known   spread 0 mV"));
    }

    @Test
    void zeroHasNoSign() {
        assertThat(TerminalText.amps(-4)).isEqualTo("0.00 A");
        assertThat(TerminalText.amps(-5_000)).isEqualTo("−5.00 A");
        assertThat(TerminalText.celsius(-3)).isEqualTo("0.0 °C");
        assertThat(TerminalText.difference(0)).isEqualTo("0 mV");
        assertThat(TerminalText.duration(59_999)).isEqualTo("0 min 59 s");
        assertThat(TerminalText.duration(3_600_000)).isEqualTo("1 h 00 min");
        assertThat(TerminalText.duration(237 * 3_600_000L)).isEqualTo("9 d 21 h");
    }
}
