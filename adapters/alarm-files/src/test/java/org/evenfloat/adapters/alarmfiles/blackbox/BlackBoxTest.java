// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.ReadBlackBoxes.BlackBox;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.runaway.RunawayRule;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.trip.TripPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackBoxTest {

    private static final int DAY = 24 * 60;

    @TempDir
    Path home;

    private static List<String> texts(Explanation explanation) {
        return explanation.story().stream().map(Explanation.Happening::text).toList();
    }

    @Test
    void aRunawayIsRecordedSealedAndDecidedOnceMore() throws Exception {
        SeededCases.check("the same decision", 3, draw -> {
            Path folder = Files.createDirectory(home.resolve("seed" + draw.seed()));
            RoomRun run = new RoomRun("A1", 6, draw.seed());
            TapeRig rig = new TapeRig(folder, run.taped);
            FileGuardTape tape = rig.open();
            run.tape = tape;
            run.runaway();
            assertThat(run.firstFailure).isEmpty();
            assertThat(run.sequence.phase()).as("first of all it has to happen").isEqualTo(TripPhase.OPEN);
            assertThat(rig.seals).isEmpty();
            run.minutes(DAY + 60);
            assertThat(run.firstFailure).isEmpty();
            assertThat(rig.seals).hasSize(1);
            BlackBox box = tape.boxes().get(0);
            assertThat(box.sealed()).isTrue();
            assertThat(box.string()).isEqualTo("A1");
            assertThat(box.stage()).isEqualTo("TRIP");

            Explanation explanation = TapeRig.explain(rig.box(box.name()));
            assertThat(explanation.firstDifference()).isEmpty();
            assertThat(explanation.sealProblems()).isEmpty();
            assertThat(explanation.remarks()).isEmpty();
            assertThat(explanation.good()).isTrue();
            assertThat(rig.seals.get(0)).isEqualTo(box.name() + " A1 " + explanation.seal());
            assertThat(explanation.gaps()).isZero();
            assertThat(explanation.notReplayed()).as("what came before anything to begin with").isLessThanOrEqualTo(2);
            assertThat(explanation.samples()).isGreaterThan(DAY + 13 * 60);
            assertThat(explanation.looks()).isGreaterThanOrEqualTo(4);
            assertThat(texts(explanation))
                    .anyMatch(text -> text.matches("Block A1-[123] is [\\d.]+ K above the air, limit 5.0 K, 7 of the last 10"
                            + " samples: WARN\\."))
                    .anyMatch(text -> text.matches("Block A1-[123] is 1[\\d.]+ K above the air, limit 10.0 K, and rises by"
                            + " [\\d.]+ K/h, 7 of the last 10 samples, supported by 3 blocks that vote alike: TRIP\\."))
                    .contains("Breaker QA1: order to its first relay.", "The relay of breaker QA1 has taken the order.",
                            "Breaker QA1: its status input says OPEN, no current flows.");
        });
    }

    @Test
    void peopleCanOpenItsParts() throws Exception {
        RoomRun run = new RoomRun("A1", 3, 7);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.runaway();
        Map<String, byte[]> parts = TapeRig.parts(rig.export(tape, tape.boxes().get(0).name()));
        assertThat(parts.keySet()).contains("about.txt", "configuration.txt", "minutes.csv", "fast.csv", "breaker.csv",
                "manifest.txt").anyMatch(name -> name.matches("state-\\d+\\.bin"));
        String about = new String(parts.get("about.txt"), UTF_8);
        assertThat(about).contains("string: A1\n", "because: its stage is WARN\n", "highestStage: TRIP\n",
                "program: 1.2.3-test\n",
                "recording: still going on");
        String minutes = new String(parts.get("minutes.csv"), UTF_8);
        assertThat(minutes.split("\n")[0])
                .startsWith("n,time,at_millis,guard_millis,changed,memento_sha256,string,stage,rule")
                .endsWith("A1-3 0.01C,A1-3 mV,A1-3 permille");
        String manifest = new String(parts.get("manifest.txt"), UTF_8);
        parts.forEach((name, bytes) -> {
            if (!name.equals("manifest.txt")) {
                assertThat(manifest).contains(
                        HexFormat.of().formatHex(TapeRows.sha256().digest(bytes)) + "  " + name + "\n");
            }
        });
        String[] fast = new String(parts.get("fast.csv"), UTF_8).split("\n");
        assertThat(fast).hasSizeGreaterThan(900);
        assertThat(fast[1]).endsWith(",61,2500m,100,0,200t,300,101,1,201t,301,102,2,202t,302");
        assertThat(new String(parts.get("configuration.txt"), UTF_8)).contains("name: Test");
    }

    @Test
    void aBoxThatStillRecordsIsExportedAsFarAsItHasCome() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 3);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        assertThat(run.guard.stage()).isEqualTo(RunawayStage.WARN);
        BlackBox box = tape.boxes().get(0);
        assertThat(box.sealed()).isFalse();
        Explanation explanation = TapeRig.explain(rig.export(tape, box.name()));
        assertThat(explanation.good()).as(explanation.firstDifference().orElse("")).isTrue();
        assertThat(explanation.remarks()).containsExactly("It was exported while it still recorded.");
        assertThat(Files.list(home.resolve("safety/boxes")).filter(file -> file.toString().endsWith(".new"))).isEmpty();
        Actor viewer = new Actor(Actor.Kind.PERSON, "eve", "web", Grants.of(Role.VIEW));
        assertThatThrownBy(() -> tape.open(viewer, box.name())).isInstanceOf(NotAllowed.class);
        assertThat(tape.open(viewer, "../../guard-A1-1.bin")).isEmpty();
    }

    @Test
    void vetoesRefusalsAndLearningAnewArePartOfTheDecision() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 5);
        TapeRig rig = new TapeRig(home, run.taped);
        FileGuardTape tape = rig.open();
        run.tape = tape;
        run.minutes(13 * 60).heat(20, 20, 0, 1, 2);
        run.learnAnew("Eva, of the \"night\" shift");
        run.veto("Eva", 60_000);
        for (int i = 0; i < 60 && run.sequence.phase() == TripPhase.WATCHING; i++) {
            run.heat(20, 1, 0, 1, 2);
        }
        assertThat(run.sequence.phase()).isEqualTo(TripPhase.COUNTDOWN);
        run.veto("Eva", 10 * 60_000);
        run.veto("Bob", 60_000);
        run.stuck = true;
        run.minutes(30);
        assertThat(run.sequence.phase()).isEqualTo(TripPhase.FAILED);
        run.stuck = false;
        run.minutes(5);
        assertThat(run.sequence.phase()).isEqualTo(TripPhase.OPEN);
        Explanation explanation = TapeRig.explain(rig.export(tape, tape.boxes().get(0).name()));
        assertThat(explanation.firstDifference()).isEmpty();
        assertThat(explanation.good()).isTrue();
        assertThat(texts(explanation))
                .contains("Eva puts the trip of breaker QA1 off for 1 min (is looked at; \"warm\", not hot"
                        + " second line \\ end);"
                        + " refused: There is no countdown to put off.")
                .anyMatch(text -> text.startsWith("Bob puts the trip of breaker QA1 off") && text.contains("; refused: "))
                .contains("Eva, of the \"night\" shift has the guard of string A1 learn anew.",
                        "Breaker QA1: order to its second relay.");
        assertThat(run.guard.rule()).isNotEqualTo(RunawayRule.NONE);
    }

    @Test
    void anotherVersionOfTheProgramIsTold() throws Exception {
        RoomRun run = new RoomRun("A1", 6, 3);
        TapeRig rig = new TapeRig(home, run.taped);
        run.tape = rig.open();
        run.minutes(13 * 60).heat(20, 35, 0, 1, 2);
        Explanation explanation = BoxReplay.explain(
                rig.export((FileGuardTape) run.tape, ((FileGuardTape) run.tape).boxes().get(0).name()), "2.0", false);
        assertThat(explanation.remarks()).contains("It was recorded by version 1.2.3-test; this is 2.0.");
        assertThat(explanation.good()).isTrue();
    }
}
