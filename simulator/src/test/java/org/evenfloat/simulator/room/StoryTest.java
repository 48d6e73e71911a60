// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.evenfloat.simulator.wire.RelayTerminals;
import org.evenfloat.simulator.wire.TestMaster;
import org.evenfloat.simulator.wire.TestRoom;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WireType;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final long MINUTE = 60_000;

    private static final Switchgear SWITCHGEAR = new Switchgear(
            List.of(new Switchgear.Module("AUX1", "L1")),
            List.of(new Switchgear.Breaker("Q1", List.of("A1"), new RelayPoint("AUX1", 1),
                    Optional.of(new RelayPoint("AUX1", 2)), Optional.of(new InputPoint("AUX1", 1)), false)),
            Optional.empty(), Optional.empty());

    private final TestRoom room = TestRoom.unpaced(8).settled();
    private final Map<String, WireLine> lines = Map.of("L1", room.line);
    private final Map<String, WireDevice> devices = new HashMap<>();
    private final RoomClock clock = new RoomClock(0);
    private long nowMillis;
    private final RoomSwitchgear switchgear = new RoomSwitchgear(SWITCHGEAR, () -> nowMillis);
    private final RoomAir air = new RoomAir(25);
    private PlantStanding standing;
    private final RelayTerminals aux = switchgear.terminals("AUX1");

    StoryTest() {
        for (int i = 0; i < room.modules.size(); i++) {
            devices.put("A1-" + (i + 1), room.modules.get(i));
        }
    }

    /** A pulse of the first relay that opens Q1. */
    private void trip() {
        aux.energise(1, true);
        aux.energise(1, false);
    }

    @Test
    void aStuckRelayOpensNothing() {
        Story story = story(everyFault());
        advance(story, 8 * MINUTE);
        trip();
        nowMillis += 60;
        assertThat(switchgear.isDisconnected("A1")).isFalse();
        advance(story, 8 * MINUTE + MINUTE / 2);
        trip();
        nowMillis += 60;
        assertThat(switchgear.isDisconnected("A1")).as("mended").isTrue();
    }

    @Test
    void theSecondRelayOpensItToo() {
        Story story = story(everyFault());
        advance(story, 8 * MINUTE);
        trip();
        nowMillis += 60;
        assertThat(switchgear.isDisconnected("A1")).as("by a stuck relay").isFalse();
        aux.energise(2, true);
        nowMillis += 60;
        assertThat(switchgear.isDisconnected("A1")).isTrue();
    }

    @Test
    void aLyingInputKeepsWhatItSaid() {
        Story story = story(everyFault());
        advance(story, 9 * MINUTE);
        trip();
        nowMillis += 60;
        assertThat(aux.closed(1)).as("says closed").isTrue();
        assertThat(switchgear.isDisconnected("A1")).isTrue();
        advance(story, 9 * MINUTE + MINUTE / 2);
        assertThat(aux.closed(1)).isFalse();
    }

    @Test
    void anInputLiesAsItIsTold() {
        Story story = story(scenario(everyFault().phases(), List.of(
                fault(1, FaultKind.LYING_INPUT, -1, "AUX1/1"), fault(2, FaultKind.LYING_INPUT, 1, "AUX1/1"))));
        assertThat(aux.closed(1)).isTrue();
        advance(story, MINUTE);
        assertThat(switchgear.isDisconnected("A1")).isFalse();
        assertThat(aux.closed(1)).as("says open").isFalse();
        advance(story, 2 * MINUTE);
        trip();
        nowMillis += 60;
        assertThat(switchgear.isDisconnected("A1")).isTrue();
        assertThat(aux.closed(1)).as("says closed").isTrue();
        advance(story, 3 * MINUTE);
        assertThat(aux.closed(1)).isFalse();
    }

    @Test
    void whatBreaksInThePlantBeginsAndIsMended() {
        Story story = story(everyFault());
        advance(story, 17 * MINUTE);
        assertThat(standing.block(2).celsius()).isEqualTo(200);
        advance(story, 18 * MINUTE);
        assertThat(standing.block(2).celsius()).isBetween(23.0, 27.0);
    }

    @Test
    void aSlowBreakerTakesItsTime() {
        Story story = story(everyFault());
        advance(story, 10 * MINUTE);
        trip();
        nowMillis += 4_999;
        assertThat(switchgear.isDisconnected("A1")).isFalse();
        nowMillis++;
        assertThat(switchgear.isDisconnected("A1")).isTrue();
    }

    @Test
    void aBreakerIsOpenedAndClosedByHand() {
        Story story = story(everyFault());
        advance(story, 11 * MINUTE);
        assertThat(switchgear.isDisconnected("A1")).isTrue();
        assertThat(aux.closed(1)).isFalse();
        advance(story, 11 * MINUTE + MINUTE / 2);
        assertThat(switchgear.isDisconnected("A1")).isFalse();
        assertThat(aux.closed(1)).isTrue();
        assertThat(aux.closed(2)).as("nothing hangs there").isFalse();
    }

    @Test
    void somebodyClosesABreakerThatHasOpened() {
        Story story = story(everyFault());
        advance(story, 19 * MINUTE);
        trip();
        advance(story, nowMillis + 10_000);
        assertThat(switchgear.isDisconnected("A1")).as("seen open").isTrue();
        advance(story, nowMillis + 10_000);
        assertThat(switchgear.isDisconnected("A1")).isFalse();
        advance(story, 20 * MINUTE);
        trip();
        advance(story, 25 * MINUTE);
        assertThat(switchgear.isDisconnected("A1")).as("nobody is there any more").isTrue();
    }

    /** One fault a minute, each for half a minute. */
    static Scenario everyFault() {
        return scenario(
                List.of(new Phase("one", 3 * MINUTE, 60, Supply.FLOAT, 0), new Phase("two", MINUTE, 5, Supply.REST, 0)),
                List.of(
                        fault(1, FaultKind.LOST_MODULE, 0, "A1-7"),
                        fault(2, FaultKind.NOISY_LINE, 0.5, "L1"),
                        fault(3, FaultKind.UNPLUGGED_LINE, 0, "L1"),
                        fault(4, FaultKind.SWAPPED_MODULES, 0, "A1-3", "A1-4"),
                        fault(5, FaultKind.DUPLICATE_ADDRESS, 0, "A1-3", "A1-4"),
                        fault(6, FaultKind.CLOCK_JUMP, 3_600_000, new String[0]),
                        fault(7, FaultKind.LOST_ADDRESS, 0, "A1-5", "A1-6", "A1-8"),
                        fault(7, FaultKind.PRESSED_BUTTON, 0, "A1-6", "A1-5"),
                        fault(8, FaultKind.STUCK_RELAY, 0, "AUX1/1"),
                        fault(9, FaultKind.LYING_INPUT, 0, "AUX1/1"),
                        fault(10, FaultKind.SLOW_BREAKER, 5_000, "Q1"),
                        fault(11, FaultKind.OPEN_BREAKER, 0, "Q1"),
                        fault(12, FaultKind.OVERVOLTAGE, 0.12, "A1"),
                        fault(13, FaultKind.HOT_ROOM, 20, new String[0]),
                        fault(14, FaultKind.DRY_OUT, 1, "A1"),
                        fault(15, FaultKind.SHORTED_CELLS, 0, "A1-2", "A1-5"),
                        fault(16, FaultKind.LOCAL_SHORT, 3, "A1-4"),
                        fault(17, FaultKind.WRONG_TEMPERATURE, 200, "A1-3"),
                        fault(18, FaultKind.FROZEN_MODULE, 0, "A1-6"),
                        fault(19, FaultKind.CLOSED_BREAKER, 10_000, "Q1")));
    }

    private static Fault fault(long minute, FaultKind kind, double amount, String... targets) {
        return new Fault(minute * MINUTE, minute * MINUTE + MINUTE / 2, kind, List.of(targets), amount);
    }

    private static Scenario scenario(List<Phase> phases, List<Fault> faults) {
        return new Scenario("test", "", TestRoom.SEED, 2_000, 25, 1.5,
                List.of(new RoomString("A1", "L1", 8, "C20", 6, 40, Condition.SETTLED, 0, 0, 0, false)),
                phases, faults, SWITCHGEAR);
    }

    private Story story(Scenario scenario) {
        assertThat(ScenarioCheck.problems(scenario)).isEmpty();
        standing = new PlantStanding(scenario.strings().get(0), scenario, air);
        return new Story(scenario, 0, clock, lines, devices, switchgear, new PlantFaults(Map.of("A1", standing), air));
    }

    /** Goes on in steps as the room does. */
    private void advance(Story story, long toMillis) {
        while (nowMillis < toMillis) {
            nowMillis = Math.min(toMillis, nowMillis + 10_000);
            story.advance(nowMillis);
        }
    }

    private long answered(int address, int times) {
        long answered = 0;
        for (int i = 0; i < times; i++) {
            answered += room.master.ask(WireType.READ, address).size();
        }
        return answered;
    }

    private long serialAt(int address) {
        WireFrame identity = room.master.askOne(WireType.IDENTIFY, address);
        return identity.u32At(0);
    }

    @Test
    void phasesFollowEachOtherAndTheLastGoesOn() {
        Story story = story(everyFault());
        assertThat(story.phase().name()).isEqualTo("one");
        advance(story, 3 * MINUTE - 1);
        assertThat(story.phase().name()).isEqualTo("one");
        advance(story, 3 * MINUTE);
        assertThat(story.phase().name()).isEqualTo("two");
        advance(story, 400 * MINUTE);
        assertThat(story.phase().name()).isEqualTo("two");
    }

    @Test
    void aLostModuleIsSilentUntilItIsMended() {
        Story story = story(everyFault());
        advance(story, MINUTE - 1);
        assertThat(answered(7, 3)).isEqualTo(3);
        advance(story, MINUTE);
        assertThat(answered(7, 3)).isZero();
        assertThat(answered(6, 3)).isEqualTo(3);
        advance(story, MINUTE + MINUTE / 2);
        assertThat(answered(7, 3)).isEqualTo(3);
    }

    @Test
    void aNoisyLineLosesAndSpoilsItsShare() {
        Story story = story(everyFault());
        advance(story, 2 * MINUTE);
        assertThat(answered(1, 400)).as("seed " + TestRoom.SEED).isBetween(150L, 290L);
        advance(story, 3 * MINUTE - 1);
        assertThat(answered(1, 100)).isEqualTo(100);
    }

    @Test
    void anUnpluggedLineIsClosedUntilItIsMended() {
        Story story = story(everyFault());
        advance(story, 3 * MINUTE);
        assertThat(room.line.isLinkClosed()).isTrue();
        advance(story, 4 * MINUTE - 1);
        assertThat(room.line.isLinkClosed()).isFalse();
        assertThat(answered(1, 1)).isEqualTo(1);
    }

    @Test
    void swappedModulesAnswerForEachOtherAndHaveRestarted() {
        Story story = story(everyFault());
        long three = serialAt(3);
        long four = serialAt(4);
        advance(story, 4 * MINUTE);
        assertThat(serialAt(3)).isEqualTo(four);
        assertThat(serialAt(4)).isEqualTo(three);
        assertThat(room.master.askOne(WireType.STATUS, 3, 0, 0).u16At(0)).as("it has restarted").isNotZero();
        advance(story, 5 * MINUTE - 1);
        assertThat(serialAt(3)).isEqualTo(three);
    }

    @Test
    void aSharedAddressIsAnsweredByTwoAndTheOtherByNobody() {
        Story story = story(everyFault());
        advance(story, 5 * MINUTE);
        assertThat(room.modules.get(3).address()).isEqualTo(3);
        assertThat(answered(4, 1)).isZero();
        long collisions = room.line.collisions();
        room.master.ask(TestMaster.frame(WireType.READ, 3).toBytes());
        assertThat(room.line.collisions()).isEqualTo(collisions + 1);
        advance(story, 6 * MINUTE - 1);
        assertThat(answered(4, 1)).isEqualTo(1);
    }

    @Test
    void theWallClockJumpsAndIsSetBack() {
        Story story = story(everyFault());
        advance(story, 6 * MINUTE);
        assertThat(clock.wallMillis()).isEqualTo(3_600_000);
        advance(story, 7 * MINUTE);
        assertThat(clock.wallMillis()).isZero();
    }

    private WireDevice module(int number) {
        return room.modules.get(number - 1);
    }

    @Test
    void lostAddressesAreGivenBackUnlessSomebodyElseHas() {
        Story story = story(everyFault());
        advance(story, 7 * MINUTE);
        assertThat(answered(5, 1) + answered(6, 1) + answered(8, 1)).isZero();
        assertThat(answered(7, 1)).isEqualTo(1);
        module(6).readdress(66);
        advance(story, 8 * MINUTE);
        assertThat(room.modules).extracting(WireDevice::address).containsExactly(1, 2, 3, 4, 5, 66, 7, 8);
    }

    @Test
    void aTechnicianPressesOneButtonAfterTheOtherOnceTheModeIsOn() {
        Story story = story(everyFault());
        advance(story, 7 * MINUTE);
        story.advance(nowMillis + 10_000);
        room.master.ask(TestMaster.frame(WireType.ADDRESSING, 0, 1).toBytes());
        story.advance(nowMillis + 11_000);
        assertThat(pressed()).as("still walking").isEmpty();
        story.advance(nowMillis + 16_000);
        assertThat(pressed()).containsExactly(module(6).serial());
        int serial = (int) module(6).serial();
        room.master.ask(WireType.ASSIGN, 0, serial >>> 24, serial >>> 16 & 0xFF, serial >>> 8 & 0xFF, serial & 0xFF, 0, 6);
        story.advance(nowMillis + 17_000);
        assertThat(pressed()).as("on the way to the next").isEmpty();
        story.advance(nowMillis + 22_000);
        assertThat(pressed()).containsExactly(module(5).serial());
    }

    private List<Long> pressed() {
        return room.master.ask(WireType.SEARCH, 0xFFFF, 0, 0, 0, 0, 0).stream()
                .map(identity -> identity.u32At(0)).toList();
    }

    @Test
    void twoEqualFaultsAreBothMended() {
        Fault jump = fault(1, FaultKind.CLOCK_JUMP, 1_000, new String[0]);
        Story story = story(scenario(everyFault().phases(), List.of(jump, jump)));
        advance(story, MINUTE);
        assertThat(clock.wallMillis()).isEqualTo(2_000);
        advance(story, 2 * MINUTE);
        assertThat(clock.wallMillis()).isZero();
    }

    @Test
    void aFaultWithoutAnEndIsNeverMended() {
        Story story = story(scenario(everyFault().phases(),
                List.of(new Fault(MINUTE, Long.MAX_VALUE, FaultKind.LOST_MODULE, List.of("A1-1"), 0))));
        advance(story, MINUTE);
        advance(story, 1_000 * MINUTE);
        assertThat(answered(1, 1)).isZero();
    }
}
