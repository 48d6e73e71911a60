// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawaySample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Box and tape of format 1, as they were written once. A version that reads something else in them needs another format;
 * these files stay as they are.
 */
class GoldenBoxTest {

    private static final String SEAL = "8d07714a32e61d0e439d4149b277dbb5c246990e0f86cb0452a6287741f7287c";

    @TempDir
    Path home;

    private static Path resource(String name) throws Exception {
        return Path.of(GoldenBoxTest.class.getResource("/" + name).toURI());
    }

    @Test
    void aBoxIsReadAndHasTheSameSealAsEver() throws Exception {
        Explanation explanation = TapeRig.explain(resource("blackbox-1.zip"));
        assertThat(explanation.sealProblems()).isEmpty();
        assertThat(explanation.seal()).isEqualTo(SEAL);
        assertThat(explanation.string()).isEqualTo("A1");
        assertThat(explanation.breaker()).isEqualTo("QA1");
        assertThat(explanation.samples()).isEqualTo(149);
        assertThat(explanation.looks()).isEqualTo(5);
        assertThat(explanation.story()).anyMatch(each -> each.text().startsWith("Block A1-2 is ")
                && each.text().endsWith("7 of the last 10 samples: WARN.") && each.kind().equals("guard"))
                .anyMatch(each -> each.text().equals("Breaker QA1: order to its first relay."));
        String about = new String(TapeRig.parts(resource("blackbox-1.zip")).get(BoxWriter.ABOUT), UTF_8);
        if (about.contains("constants: " + RunawayConstants.STANDARD)) {
            assertThat(explanation.firstDifference()).isEmpty();
            assertThat(explanation.good()).isTrue();
        } else {
            assertThat(explanation.remarks()).anyMatch(remark -> remark.contains("numbers of the detector"));
        }
    }

    @Test
    void aTapeIsRead() throws Exception {
        TapeHeader header = TapeReader.header(resource("tape-1.tape"));
        assertThat(header.blocks()).containsExactly("A1-1", "A1-2", "A1-3");
        assertThat(header.terms()).contains(RoomRun.TERMS);
        assertThat(header.reason()).isEqualTo(TapeHeader.Reason.START);
        int minutes = 0;
        int others = 0;
        int states = 0;
        try (TapeReader reader = new TapeReader(resource("tape-1.tape"))) {
            for (TapeReader.Item item = reader.next(); item != null; item = reader.next()) {
                minutes += item.sort() == TapeSegment.MINUTE ? 1 : 0;
                others += item.sort() == TapeSegment.BREAKER ? 1 : 0;
                states += item.sort() == TapeSegment.STATE ? 1 : 0;
            }
            assertThat(reader.cut()).isFalse();
        }
        assertThat(minutes).isEqualTo(61);
        assertThat(others).isEqualTo(1);
        assertThat(states).isEqualTo(1);
    }

    /** The same run makes the same box: same samples and findings, with other texts only where another Java is named. */
    @Test
    void theSameRunMakesTheSameBox() throws Exception {
        RoomRun run = new RoomRun("A1", 3, 43);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(50).heat(20, 70, 0, 1, 2).heat(-10, 30, 0, 1, 2);
        Map<String, byte[]> now = TapeRig.parts(rig.export(tape, tape.boxes().get(0).name()));
        Map<String, byte[]> then = TapeRig.parts(resource("blackbox-1.zip"));
        assertThat(now.keySet()).containsExactlyElementsOf(then.keySet());
        assertThat(columns(now)).isEqualTo(columns(then));
        assertThat(now.get(BoxWriter.FAST)).isEqualTo(then.get(BoxWriter.FAST));
        List<String> samples = samples(now);
        assertThat(samples).isEqualTo(samples(then)).hasSize(151);
        assertThat(Files.readAllBytes(home.resolve("safety/tape/A1/00000001.tape"))).startsWith('E', 'F', 'T', 'P', 0,
                0, 0, 1);
    }

    private static String columns(Map<String, byte[]> parts) {
        String minutes = new String(parts.get(BoxWriter.MINUTES), UTF_8);
        String breaker = new String(parts.get(BoxWriter.BREAKER), UTF_8);
        return minutes.substring(0, minutes.indexOf('\n')) + breaker.substring(0, breaker.indexOf('\n'));
    }

    private static List<String> samples(Map<String, byte[]> parts) {
        List<String> lines = new String(parts.get(BoxWriter.MINUTES), UTF_8).lines().toList();
        int from = Csv.cells(lines.get(0)).indexOf("state");
        return lines.stream().map(line -> {
            List<String> cells = Csv.cells(line);
            return cells.subList(from, cells.size()).toString();
        }).toList();
    }

    @Test
    void aSampleComesBackAsItWas() throws Exception {
        RoomRun run = new RoomRun("A1", 5, 47);
        run.tape = note -> { };
        for (int i = 0; i < 300; i++) {
            run.minutes(1);
            List<String> cells = new ArrayList<>();
            SampleCells.write(run.sample, cells);
            RunawaySample read = SampleCells.read(run.sample.monotonicMillis(), cells);
            List<String> again = new ArrayList<>();
            SampleCells.write(read, again);
            assertThat(again).isEqualTo(cells);
            for (int block = 0; block < 5; block++) {
                assertThat(read.hundredthsCelsius(block)).isEqualTo(run.sample.hundredthsCelsius(block));
                assertThat(read.temperatureQuality(block)).isEqualTo(run.sample.temperatureQuality(block));
                assertThat(read.millivolts(block)).isEqualTo(run.sample.millivolts(block));
                assertThat(read.voltageQuality(block)).isEqualTo(run.sample.voltageQuality(block));
                assertThat(read.dutyPermille(block)).isEqualTo(run.sample.dutyPermille(block));
                assertThat(read.isDutyFree(block)).isEqualTo(run.sample.isDutyFree(block));
            }
            assertThat(read.converged()).isEqualTo(run.sample.converged());
            assertThat(read.state()).isEqualTo(run.sample.state());
        }
    }
}
