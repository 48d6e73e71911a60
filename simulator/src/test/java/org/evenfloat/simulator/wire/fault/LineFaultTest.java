// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.TestMaster;
import org.evenfloat.simulator.wire.TestRoom;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.WireType;
import org.junit.jupiter.api.Test;

class LineFaultTest {

    private static final long SEED = TestRoom.SEED;

    private final TestRoom room = TestRoom.unpaced(8).settled();
    private final TestMaster master = room.master;

    @Test
    void lostAnswersAreLostAndTheOthersStayInTheirSlots() {
        LostAnswers lost = with(new LostAnswers(0.5, SEED));
        int missing = 0;
        for (int run = 0; run < 50; run++) {
            missing += 8 - collect().size();
        }
        assertThat(lost.happened()).as("seed %d", SEED).isBetween(150L, 250L).isEqualTo(missing);
    }

    @Test
    void aLostRequestIsNotObeyed() {
        LostRequests lost = with(new LostRequests(1, SEED));
        room.duty(1, 10_000);
        assertThat(lost.happened()).isEqualTo(1);
        assertThat(room.blocks.get(0).duty).isZero();
    }

    @Test
    void aCorruptAnswerHasAWrongCheck() {
        CorruptAnswers corrupt = with(new CorruptAnswers(1, SEED));
        assertThat(collect()).as("seed %d", SEED).isEmpty();
        assertThat(corrupt.happened()).isEqualTo(8);
        assertThat(master.arrivals).hasSize(8 * 12);
    }

    @Test
    void aCorruptRequestIsNotHeard() {
        CorruptRequests corrupt = with(new CorruptRequests(1, SEED));
        assertThat(collect()).isEmpty();
        assertThat(corrupt.happened()).isEqualTo(8);
        assertThat(master.arrivals).isEmpty();
    }

    @Test
    void aLateAnswerComesInTheNextExchangeThatHasAnswers() {
        for (TestRoom late : List.of(room, new TestRoom(WirePace.at(19_200), 8))) {
            LateAnswers fault = new LateAnswers(1, SEED);
            late.line.add(fault);
            assertThat(late.master.ask(WireType.READ, 3)).isEmpty();
            assertThat(fault.happened()).isEqualTo(1);
            late.line.remove(fault);
            assertThat(late.master.ask(WireType.SAMPLE, 0, 2)).isEmpty();
            assertThat(late.master.ask(WireType.READ, 5)).extracting(WireFrame::address).containsExactly(3, 5);
            assertThat(late.master.frames()).extracting(frame -> frame.u8At(4) & 0x0F).containsExactly(0, 2);
            assertThat(late.master.ask(WireType.READ, 6)).hasSize(1);
        }
    }

    @Test
    void aDuplicatedAnswerComesTwice() {
        DuplicatedAnswers twice = with(new DuplicatedAnswers(1, SEED));
        assertThat(master.ask(WireType.COLLECT, 1, 2)).extracting(WireFrame::address).containsExactly(1, 1, 2, 2);
        assertThat(twice.happened()).isEqualTo(2);
    }

    @Test
    void noiseBetweenFramesLeavesTheFramesWhole() {
        NoiseBetweenFrames noise = with(new NoiseBetweenFrames(1, 20, SEED));
        master.ask(WireType.READ, 1);
        assertThat(noise.happened()).isEqualTo(1);
        assertThat(master.arrivals).as("seed %d", SEED).hasSizeBetween(13, 32);
        assertThat(master.arrivals.get(master.arrivals.size() - 12).value()).isEqualTo(0xE7);
    }

    @Test
    void foreignFramesAreGoodFramesThatNobodyAskedFor() {
        ForeignFrames foreign = with(new ForeignFrames(1, TestMaster.frame(0x3F, 77, 1, 2, 3), SEED));
        assertThat(master.ask(WireType.READ, 1)).extracting(WireFrame::address).containsExactly(77, 1);
        assertThat(foreign.happened()).isEqualTo(1);
    }

    @Test
    void aDeadDeviceIsSilentAndItsBypassEnds() {
        room.duty(3, 10_000);
        DeadDevice dead = with(new DeadDevice(room.modules.get(2)));
        assertThat(collect()).extracting(WireFrame::address).containsExactly(1, 2, 4, 5, 6, 7, 8);
        assertThat(dead.happened()).isEqualTo(1);
        room.duty(3, 10_000);
        room.clock.pass(60_000);
        room.line.tick();
        assertThat(room.blocks.get(2).duty).isZero();
        room.line.remove(dead);
        assertThat(collect()).hasSize(8);
    }

    @Test
    void aDeviceThatAnswersForAnotherHasTheRightCheck() {
        AnswersForAnother liar = with(new AnswersForAnother(room.modules.get(2), 7, 1, SEED));
        assertThat(collect()).extracting(WireFrame::address).containsExactly(1, 2, 7, 4, 5, 6, 7, 8);
        assertThat(liar.happened()).isEqualTo(1);
    }

    @Test
    void aSharedAddressLastsUntilTheServerMendsIt() {
        SharedAddress shared = with(new SharedAddress(room.modules.get(0), 2));
        assertThat(master.ask(WireType.READ, 2)).isEmpty();
        assertThat(shared.happened()).isEqualTo(1);
        assertThat(master.ask(WireType.SEARCH, 2, 0, 0, 0, 0, 0)).as("serials differ in the second nibble").isEmpty();
        assertThat(master.ask(WireType.SEARCH, 2, 4, 0x10, 0, 0, 0)).hasSize(2);
        room.modules.get(0).readdress(40);
        assertThat(master.ask(WireType.READ, 2)).hasSize(1);
        room.line.remove(shared);
        assertThat(room.modules.get(0).address()).isEqualTo(40);
    }

    @Test
    void aShakyDeviceRestartsByItself() {
        room.duty(1, 10_000);
        SelfRestarts shaky = with(new SelfRestarts(room.modules.get(0), 1, SEED));
        assertThat(master.ask(WireType.READ, 1)).isEmpty();
        assertThat(shaky.happened()).isEqualTo(1);
        assertThat(room.blocks.get(0).duty).isZero();
        room.line.remove(shaky);
        assertThat(master.askOne(WireType.STATUS, 1, 0, 0).u16At(0)).isEqualTo(1);
    }

    @Test
    void nobodyAnswersOnAnUnpluggedLine() {
        UnpluggedLine plug = with(new UnpluggedLine(UnpluggedLine.Side.DEVICES));
        assertThat(collect()).hasSize(8);
        plug.unplug();
        assertThat(plug.happened()).isEqualTo(1);
        assertThat(collect()).isEmpty();
        assertThat(room.line.isLinkClosed()).isFalse();
        plug.replug();
        assertThat(collect()).hasSize(8);
    }

    @Test
    void faultsCombineAndTheSameSeedGivesTheSameRun() {
        assertThat(trace(SEED)).isEqualTo(trace(SEED)).isNotEqualTo(trace(SEED + 1));
    }

    @Test
    void refusesAProbabilityThatIsNone() {
        assertThatThrownBy(() -> new LostAnswers(1.5, 1)).hasMessage("probability: 1.5 - 0 to 1");
        assertThatThrownBy(() -> new LostAnswers(Double.NaN, 1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new NoiseBetweenFrames(1, 65, 1)).hasMessage("maxBytes: 65 - 1 to 64");
    }

    private static String trace(long seed) {
        TestRoom noisy = TestRoom.unpaced(8);
        List<LineFault> faults = List.of(
                new LostRequests(0.05, seed), new LostAnswers(0.1, seed), new CorruptAnswers(0.1, seed),
                new LateAnswers(0.1, seed), new DuplicatedAnswers(0.1, seed), new NoiseBetweenFrames(0.1, 8, seed));
        faults.forEach(noisy.line::add);
        StringBuilder trace = new StringBuilder();
        for (int run = 0; run < 30; run++) {
            noisy.master.ask(WireType.COLLECT, 1, 8);
            noisy.master.arrivals.forEach(arrival -> trace.append(arrival.value()).append(' '));
            trace.append('\n');
        }
        assertThat(faults).allSatisfy(fault -> assertThat(fault.happened()).isPositive());
        return trace.toString();
    }

    private <F extends LineFault> F with(F fault) {
        room.line.add(fault);
        return fault;
    }

    private List<WireFrame> collect() {
        return master.ask(WireType.COLLECT, 1, 8);
    }
}
