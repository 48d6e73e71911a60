// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.List;
import java.util.Optional;

/**
 * What the guard says of a string, and the numbers that decided.
 *
 * @param string id of the string
 * @param stage how far it has come
 * @param rule the rule that decided
 * @param confirmation what supports it
 * @param decisive the hottest of the blocks that hold the vote, or the hottest of all; none when all are blind
 * @param votingBlocks blocks that hold the vote of that rule
 * @param limit what the rule compares with, in its unit: K, °C, or times the float current; NaN for none
 * @param referenceCelsius what blocks are compared with, °C
 * @param medianRiseKelvin rise of the median block above it, K
 * @param medianSlope slope of the median block, K/h
 * @param floatCurrentAmps filtered string current without what modules and bypasses take, A; NaN when unknown
 * @param currentRatio times the normal one; NaN when it cannot be told
 * @param currentVotes samples of the last ten in which TRIP 3 was so
 * @param leadHours hours until the first block is at the temperature of TRIP 2 at its present slope; NaN when none rises
 * @param discharging whether the string feeds its load
 * @param recent whether it did so within the last twelve hours
 * @param ambientSubstituted whether the air temperature is a substitute
 * @param breakerMayNotStopIt whether an open breaker may not stop a runaway (lithium)
 * @param cannotProtect why the string is not protected
 * @param lost what of the protection is not there
 * @param learning how far learning has come
 * @param faultySensors block sensors that are broken, by place from 0
 * @param ambientFaulty whether the air sensor is
 */
public record RunawayFinding(
        String string, RunawayStage stage, RunawayRule rule, Confirmation confirmation, Optional<BlockEvidence> decisive,
        int votingBlocks, double limit, double referenceCelsius, double medianRiseKelvin, double medianSlope,
        double floatCurrentAmps, double currentRatio, int currentVotes, double leadHours, boolean discharging,
        boolean recent, boolean ambientSubstituted, boolean breakerMayNotStopIt, CannotProtect cannotProtect,
        List<LostProtection> lost, LearningState learning, List<Integer> faultySensors, boolean ambientFaulty) {

    public RunawayFinding {
        lost = List.copyOf(lost);
        faultySensors = List.copyOf(faultySensors);
    }
}
