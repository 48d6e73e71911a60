// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.ArrayList;
import java.util.List;

/** The parts of a guard, and what they know together. */
final class RunawayParts {

    final ColumnRanks ranks;
    final TemperatureSense sense;
    final AmbientSense air;
    final SlopeRing ring;
    final Temperatures now;
    final VoltageSense voltages;
    final DischargeMemory discharge;
    final FloatCurrent current;
    final DutyMeans means;
    final Baseline baseline;
    final Learning learning;
    final SagEstimate sag;
    final RunawayVotes votes;
    final ClassicWatch classic;

    RunawayParts(GuardedString string, RunawayConstants constants) {
        int blocks = string.blocks();
        RunawayConstants.Sensing sensing = constants.sensing();
        ranks = new ColumnRanks(blocks);
        sense = new TemperatureSense(blocks, sensing);
        air = new AmbientSense(string.ambientSensor(), sensing);
        ring = new SlopeRing(blocks, sensing);
        now = new Temperatures(blocks, sensing, ranks);
        voltages = new VoltageSense(blocks, sensing.holdSamples());
        discharge = new DischargeMemory(string, constants);
        current = new FloatCurrent(string, constants);
        means = new DutyMeans(string, constants.gassing());
        baseline = new Baseline(blocks);
        learning = new Learning(string, constants.learning(), means, ranks);
        sag = new SagEstimate(string, constants.gassing(), ranks);
        votes = new RunawayVotes(blocks, constants.limits());
        classic = new ClassicWatch(string.classic().orElse(null), sensing.holdSamples());
    }

    BlockEvidence evidence(int block) {
        return new BlockEvidence(
                block, sense.counting()[block], now.corrected[block], now.rise[block], now.slope[block],
                now.excess(block), now.neighbourExcess(block), sag.kelvin(block), votes.warn.votes(block),
                votes.alarm.votes(block), votes.rise.votes(block), votes.hot.votes(block),
                votes.widespread.votes(block), !sense.good(block), sense.faulty(block), sense.blind(block));
    }

    /** Returns the hours until the first block is at the temperature of TRIP 2; NaN when none rises. */
    double leadHours(RunawayConstants.Limits limits) {
        double least = Double.NaN;
        double[] celsius = sense.counting();
        for (int i = 0; i < celsius.length; i++) {
            double missing = Math.max(0, limits.tripCelsius() - celsius[i]);
            double hours = missing == 0 ? 0 : now.slope[i] > limits.tripMedianSlope() ? missing / now.slope[i] : Double.NaN;
            least = hours < least || Double.isNaN(least) ? hours : least;
        }
        return least;
    }

    List<LostProtection> lost(GuardedString string) {
        List<LostProtection> lost = new ArrayList<>();
        add(lost, LostProtection.NO_CURRENT, Double.isNaN(current.filteredAmps()));
        add(lost, LostProtection.NO_CAPACITY, !(string.ampHours() > 0));
        add(lost, LostProtection.NO_AMBIENT, air.substitute());
        add(lost, LostProtection.NO_VOLTAGES, !voltages.known());
        add(lost, LostProtection.NOT_LEARNT, !baseline.electrical());
        add(lost, LostProtection.BLIND_BLOCKS, sense.seeing() < string.blocks());
        add(lost, LostProtection.OTHER_CHEMISTRY, !string.leadAcid());
        return lost;
    }

    private static void add(List<LostProtection> lost, LostProtection one, boolean isLost) {
        if (isLost) {
            lost.add(one);
        }
    }

    List<Integer> faultySensors() {
        List<Integer> faulty = new ArrayList<>();
        for (int i = 0; i < now.rise.length; i++) {
            if (sense.faulty(i)) {
                faulty.add(i);
            }
        }
        return faulty;
    }

    void visit(StateTape tape) {
        sense.visit(tape);
        air.visit(tape);
        ring.visit(tape);
        now.visit(tape);
        now.slope = ring.slopes(sense);
        voltages.visit(tape);
        discharge.visit(tape);
        current.visit(tape);
        means.visit(tape);
        baseline.visit(tape);
        learning.visit(tape);
        sag.visit(tape);
        votes.visit(tape);
        classic.visit(tape);
    }
}
