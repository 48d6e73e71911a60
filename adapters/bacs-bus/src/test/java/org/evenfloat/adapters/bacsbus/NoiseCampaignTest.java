// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WireType;
import org.evenfloat.simulator.wire.fault.AnswersForAnother;
import org.evenfloat.simulator.wire.fault.CorruptAnswers;
import org.evenfloat.simulator.wire.fault.CorruptRequests;
import org.evenfloat.simulator.wire.fault.DuplicatedAnswers;
import org.evenfloat.simulator.wire.fault.ForeignFrames;
import org.evenfloat.simulator.wire.fault.LateAnswers;
import org.evenfloat.simulator.wire.fault.LostAnswers;
import org.evenfloat.simulator.wire.fault.LostRequests;
import org.evenfloat.simulator.wire.fault.NoiseBetweenFrames;
import org.evenfloat.simulator.wire.fault.SelfRestarts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sweeps lines on which something goes wrong all the time: a wrong value is never GOOD, and only the devices that
 * were hit suffer. All values change from sweep to sweep, so that an old one is a wrong one.
 */
final class NoiseCampaignTest {

    private static final int SWEEPS = 60;
    private static final LineRoster ROSTER = Rosters.modules(
            IntStream.concat(IntStream.rangeClosed(1, 80), IntStream.rangeClosed(101, 170)).toArray());
    private static final int LAST = ROSTER.moduleCount() - 1;

    /**
     * One campaign.
     *
     * @param mostSpoiltPermille values per thousand that may be missing in the end
     * @param hitsOne whether one event of the fault can hit one device only
     */
    private record Campaign(
            String name, int mostSpoiltPermille, boolean hitsOne, Function<Setting, List<LineFault>> faults) {

        @Override
        public String toString() {
            return name;
        }
    }

    private record Setting(VirtualWire wire, long seed) {}

    static Stream<Campaign> campaigns() {
        return Stream.of(
                of("1 % lost", 1, true, s -> new LostAnswers(0.01, s.seed)),
                of("5 % lost", 10, true, s -> new LostAnswers(0.05, s.seed)),
                of("20 % lost", 250, true, s -> new LostAnswers(0.2, s.seed)),
                of("1 % corrupt", 1, true, s -> new CorruptAnswers(0.01, s.seed)),
                of("5 % corrupt", 10, true, s -> new CorruptAnswers(0.05, s.seed)),
                of("20 % corrupt", 250, true, s -> new CorruptAnswers(0.2, s.seed)),
                of("5 % late", 20, true, s -> new LateAnswers(0.05, s.seed)),
                of("20 % twice", 0, true, s -> new DuplicatedAnswers(0.2, s.seed)),
                of("20 % noise between frames", 0, true, s -> new NoiseBetweenFrames(0.2, 40, s.seed)),
                of("1 % foreign frames", 20, false, s -> new ForeignFrames(0.01, foreign(), s.seed)),
                of("a liar in front", 20, false, s -> new AnswersForAnother(s.wire.modules.get(3), 20, 0.5, s.seed)),
                of("a liar behind", 20, false, s -> new AnswersForAnother(s.wire.modules.get(25), 20, 0.5, s.seed)),
                of("2 % of requests not heard", 60, true, s -> new LostRequests(0.02, s.seed)),
                of("requests corrupt", 200, false, s -> new CorruptRequests(0.002, s.seed)),
                of("a shaky device", 20, true, s -> new SelfRestarts(s.wire.modules.get(7), 0.3, s.seed)),
                new Campaign("everything at once", 600, false, s -> List.of(
                        new LostAnswers(0.05, s.seed), new LostRequests(0.01, s.seed + 1),
                        new CorruptAnswers(0.05, s.seed + 2), new LateAnswers(0.02, s.seed + 3),
                        new DuplicatedAnswers(0.05, s.seed + 4), new NoiseBetweenFrames(0.1, 20, s.seed + 5),
                        new AnswersForAnother(s.wire.modules.get(3), 20, 0.2, s.seed + 6))));
    }

    private static Campaign of(
            String name, int mostSpoiltPermille, boolean hitsOne, Function<Setting, LineFault> fault) {
        return new Campaign(name, mostSpoiltPermille, hitsOne, setting -> List.of(fault.apply(setting)));
    }

    /** An answer of module 5 of another line, good in itself, which fits one SAMPLE in sixteen. */
    private static WireFrame foreign() {
        WireFrame frame = new WireFrame();
        frame.start(WireType.MEASURED_BLOCK, 5).u16(9_999).u16(250).u8(7).end();
        return frame;
    }

    @ParameterizedTest
    @MethodSource("campaigns")
    void aWrongValueIsNeverGoodAndOnlyThoseThatWereHitSuffer(Campaign campaign) throws Exception {
        SeededCases.Draw draw = SeededCases.one();
        String where = campaign + ", seed " + draw.seed();
        VirtualWire wire = new VirtualWire(115_200, ROSTER);
        SlottedModuleBus bus = wire.bus(ROSTER);
        bus.sweep(SweepFill.first(ROSTER), () -> { });
        List<LineFault> faults = campaign.faults.apply(new Setting(wire, draw.seed()));
        faults.forEach(wire.line::add);
        int spoilt = 0;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            wire.blocks.forEach(block -> {
                block.millivolts = draw.between(12_700, 14_700);
                block.tenthDegrees = draw.between(-100, 600);
            });
            long before = happened(faults);
            SweepFill fill = SweepFill.first(ROSTER);
            bus.sweep(fill, () -> { });
            int missing = missing(wire, fill.freeze(), where);
            spoilt += missing;
            if (campaign.hitsOne) {
                // A device that fell silent earlier in the campaign may still be asked in its slot only.
                assertThat((long) missing).as(where).isLessThanOrEqualTo(happened(faults) - before);
            }
        }
        faults.forEach(fault -> assertThat(fault.happened()).as(where).isPositive());
        assertThat(spoilt * 1_000 / (SWEEPS * ROSTER.moduleCount())).as(where + ": spoilt, permille")
                .isLessThanOrEqualTo(campaign.mostSpoiltPermille);
        assertThat(wire.line.clashes()).as(where + ": the server never talks into answers").isZero();
    }

    private static long happened(List<LineFault> faults) {
        return faults.stream().mapToLong(LineFault::happened).sum();
    }

    /** Returns how many modules are missing, after making sure that those that are not are right. */
    private static int missing(VirtualWire wire, SweepImage image, String where) {
        int missing = 0;
        for (int row = 0; row <= LAST; row++) {
            ChangingBlock block = wire.blocks.get(row);
            if (image.quality(MeasurementKind.VOLTAGE, row) == Quality.GOOD) {
                assertThat(image.value(MeasurementKind.VOLTAGE, row)).as(where).isEqualTo(block.millivolts);
                assertThat(image.value(MeasurementKind.TEMPERATURE, row)).as(where)
                        .isEqualTo(block.tenthDegrees * 10);
            } else {
                missing++;
            }
        }
        return missing;
    }
}
