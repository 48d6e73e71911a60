// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.application.port.in.ReadBlackBoxes.BlackBox;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.trip.TripPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeTest {

    private static final int DAY = 24 * 60;

    @TempDir
    Path home;

    @Test
    void theNumbersOfTheDetectorAreWrittenAsJavaWritesThem() {
        assertThat(RecordText.shown(RunawayConstants.STANDARD)).isEqualTo(RunawayConstants.STANDARD.toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Path tapes() {
        return home.resolve("safety/tape/A1");
    }

    private long newest() throws IOException {
        String name = files(tapes()).get(files(tapes()).size() - 1).getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    @Test
    void keepsADayAndTheHourThatIsWritten() throws Exception {
        RoomRun run = new RoomRun("A1", 2, 1);
        run.tape = new TapeRig(home, run.taped).open();
        run.minutes(3 * DAY);
        assertThat(run.firstFailure).isEmpty();
        assertThat(files(tapes())).hasSize(StringTape.FILES);
        assertThat(Files.exists(home.resolve("safety/boxes"))).isFalse();
    }

    @Test
    void aKilledServerLosesAtMostTheLastRecordAndGoesOn() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 11);
        TapeRig rig = new TapeRig(home, run.taped);
        run.tape = rig.open();
        run.minutes(13 * 60).heat(20, 50, 0, 1, 2);
        Path last = files(tapes()).get(files(tapes()).size() - 1);
        byte[] whole = Files.readAllBytes(last);
        SeededCases.check("cut anywhere", 12, draw -> {
            Files.write(last, Arrays.copyOf(whole, draw.between(0, whole.length)));
            FileGuardTape tape = rig.open();
            BlackBox box = tape.boxes().get(0);
            assertThat(box.sealed()).isFalse();
            Explanation explanation = TapeRig.explain(rig.export(tape, box.name()));
            assertThat(explanation.firstDifference()).isEmpty();
            assertThat(explanation.good()).isTrue();
        });
        Files.write(last, Arrays.copyOf(whole, whole.length - 20));
        FileGuardTape tape = rig.open();
        run.restart(tape).heat(20, 30, 0, 1, 2);
        assertThat(run.firstFailure).isEmpty();
        assertThat(run.sequence.phase()).isEqualTo(TripPhase.OPEN);
        run.minutes(DAY + 60);
        assertThat(tape.boxes()).hasSize(1);
        Explanation explanation = TapeRig.explain(rig.box(tape.boxes().get(0).name()));
        assertThat(explanation.firstDifference()).isEmpty();
        assertThat(explanation.good()).isTrue();
        assertThat(explanation.story().stream().filter(each -> each.text().contains("The server was started"))).hasSize(2);
        assertThat(rig.seals).hasSize(1);
    }

    @Test
    void aRestartInTheCountdownAndWhileItOpensIsExplained() throws Exception {
        for (TripPhase phase : List.of(TripPhase.COUNTDOWN, TripPhase.FAILED)) {
            Path folder = Files.createDirectory(home.resolve(phase.name()));
            RoomRun run = new RoomRun("A1", 6, 13);
            TapeRig rig = new TapeRig(folder, run.taped);
            run.tape = rig.open();
            run.stuck = phase == TripPhase.FAILED;
            run.minutes(13 * 60);
            for (int i = 0; i < 90 && run.sequence.phase() != phase; i++) {
                run.heat(20, 1, 0, 1, 2);
            }
            assertThat(run.sequence.phase()).isEqualTo(phase);
            FileGuardTape tape = rig.open();
            run.restart(tape).minutes(3);
            run.stuck = false;
            run.minutes(10);
            assertThat(run.sequence.phase()).isEqualTo(TripPhase.OPEN);
            Explanation explanation = TapeRig.explain(rig.export(tape, tape.boxes().get(0).name()));
            assertThat(explanation.firstDifference()).as(phase.name()).isEmpty();
            assertThat(explanation.good()).isTrue();
        }
    }

    @Test
    void aDiskThatFailsLeavesAGapThatIsTold() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 17);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        assertThat(run.failures).isZero();
        long next = newest() + 1;
        for (int i = 0; i < 3; i++) { // something else stands where the next files would be
            Files.createDirectory(tapes().resolve(String.format("%08d.tape", next + i)));
        }
        run.heat(20, 60, 0, 1, 2);
        assertThat(run.failures).as("notes that could not be written").isEqualTo(3);
        assertThat(run.firstFailure).contains("tape");
        Explanation explanation = TapeRig.explain(rig.export(tape, tape.boxes().get(0).name()));
        assertThat(explanation.firstDifference()).isEmpty();
        assertThat(explanation.good()).isTrue();
        assertThat(explanation.gaps()).isEqualTo(1);
        assertThat(explanation.story()).anyMatch(each -> each.text().contains("Here is a gap: 3 notes"));
        assertThat(run.sequence.phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void notesThatGotLostLeaveAGapToo() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 19);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        run.tape = note -> { };
        run.minutes(5);
        run.tape = tape;
        tape.lost(5);
        run.heat(20, 30, 0, 1, 2);
        Explanation explanation = TapeRig.explain(rig.export(tape, tape.boxes().get(0).name()));
        assertThat(explanation.good()).as(explanation.firstDifference().orElse("")).isTrue();
        assertThat(explanation.gaps()).isEqualTo(1);
        assertThat(explanation.samples()).isGreaterThan(13 * 60);

        run.tape = note -> { }; // and when nobody says that they were lost, the decisions are not the same
        run.minutes(5);
        run.tape = tape;
        run.minutes(5);
        assertThat(TapeRig.explain(rig.export(tape, tape.boxes().get(0).name())).good()).isFalse();
    }

    @Test
    void aDamagedTapeIsAGapUpToItsNextFile() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 23);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        Path damaged = files(tapes()).get(5);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 4;
        Files.write(damaged, bytes);
        Explanation explanation = TapeRig.explain(rig.export(tape, tape.boxes().get(0).name()));
        assertThat(explanation.firstDifference()).isEmpty();
        assertThat(explanation.good()).isTrue();
        assertThat(explanation.gaps()).isEqualTo(1);
        assertThat(explanation.story()).anyMatch(each -> each.text().contains("damaged"));
    }

    @Test
    void boxesAreFewAndSmall() throws Exception {
        RoomRun run = new RoomRun("A1", 3, 29);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open(3, Long.MAX_VALUE);
        run.tape = tape;
        run.minutes(13 * 60);
        for (int i = 0; i < 6; i++) {
            run.heat(20, 40, 0).heat(-20, 40, 0).minutes(DAY + 60);
            assertThat(run.firstFailure).isEmpty();
            assertThat(rig.seals).hasSize(i + 1);
            assertThat(tape.boxes()).hasSize(Math.min(3, i + 1));
        }
        assertThat(tape.boxes()).allMatch(BlackBox::sealed);
        assertThat(tape.boxes().get(0).beganMillis()).isGreaterThan(tape.boxes().get(2).beganMillis());
        long newest = Files.size(rig.box(tape.boxes().get(0).name()));
        FileGuardTape small = rig.open(3, newest + 10);
        run.tape = small;
        run.heat(20, 40, 0).heat(-20, 40, 0).minutes(DAY + 60);
        assertThat(small.boxes()).hasSize(1);
        assertThat(files(tapes())).hasSizeLessThanOrEqualTo(StringTape.FILES + 1);
    }

    @Test
    void aStringThatIsNeverCalmGetsOneBoxAfterTheOther() throws Exception {
        RoomRun run = new RoomRun("A1", 2, 31);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(13 * 60).heat(20, 32, 0).minutes(8 * DAY);
        assertThat(rig.seals).hasSize(1);
        assertThat(tape.boxes()).hasSize(2);
        assertThat(TapeRig.explain(rig.box(tape.boxes().get(1).name())).good()).isTrue();
    }

    @Test
    void anotherStringUnderTheSameNameBeginsANewTape() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 37);
        TapeRig rig = new TapeRig(home, run.taped);
        run.tape = rig.open();
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        RoomRun larger = new RoomRun("A1", 7, 37);
        FileGuardTape tape = rig.open(List.of(larger.taped), 20, 500 << 20);
        larger.tape = tape;
        larger.minutes(2);
        assertThat(larger.firstFailure).isEmpty();
        assertThat(rig.seals).hasSize(1);
        assertThat(files(tapes())).hasSize(1);
        assertThat(TapeRig.explain(rig.box(tape.boxes().get(0).name())).good()).isTrue();
    }

    @Test
    void aStringThatIsGoneHasItsBoxSealed() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 37);
        TapeRig rig = new TapeRig(home, run.taped);
        run.tape = rig.open();
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        RoomRun other = new RoomRun("B1", 2, 37);
        FileGuardTape tape = rig.open(List.of(other.taped), 20, 500 << 20);
        other.tape = tape;
        other.minutes(1);
        assertThat(other.firstFailure).isEmpty();
        assertThat(tape.boxes()).singleElement().matches(BlackBox::sealed);
        assertThat(TapeRig.explain(rig.box(tape.boxes().get(0).name())).good()).isTrue();
    }

    @Test
    void anOpenBoxThatCannotBeReadCostsOnlyItself() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 37);
        TapeRig rig = new TapeRig(home, run.taped);
        run.tape = rig.open();
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        Path open = files(home.resolve("safety/boxes")).stream().filter(file -> file.toString().endsWith(".open"))
                .findFirst().orElseThrow();
        Files.writeString(open, "spoiled");
        FileGuardTape tape = rig.open();
        run.restart(tape).minutes(2);
        assertThat(run.firstFailure).isEmpty();
        assertThat(tape.boxes()).hasSize(1);
        assertThat(TapeRig.explain(rig.export(tape, tape.boxes().get(0).name())).good()).isTrue();
    }

    @Test
    void saysWhyItCannotRecord() throws Exception {
        RoomRun run = new RoomRun("A1", 2, 1);
        Files.writeString(home.resolve("safety"), "a file in its place");
        FileGuardTape tape = new TapeRig(home, run.taped).open();
        run.tape = tape;
        run.minutes(1);
        assertThat(run.firstFailure).contains("safety");
        GuardNote unknown = new GuardNote.LearnsAnew(1, 2, "nobody", "Eva");
        tape.record(unknown); // of a string that is none
        assertThatThrownBy(() -> tape.record(new GuardNote.LearnsAnew(1, 2, "A1", "Eva"))).isInstanceOf(IOException.class);
    }
}
