// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.domain.state.StringState;

/**
 * One string at a glance. Voltages in mV, of blocks with a GOOD voltage; extremes mean nothing while
 * {@code goodBlocks} is 0.
 *
 * @param id id of the string
 * @param sampledAtMillis when its newest values were sampled, epoch ms; 0 before the first sweep
 * @param state what the string is doing
 * @param stateSinceMillis since when, epoch ms
 * @param goodBlocks blocks with a GOOD voltage
 * @param totalMillivolts sum over all blocks, missing ones counted with the mean; null with the mean
 * @param meanMillivolts mean block voltage; null while less than half of the blocks are measured
 * @param lowestMillivolts lowest block voltage
 * @param lowestBlock number of that block
 * @param highestMillivolts highest block voltage
 * @param highestBlock number of that block
 * @param currentMilliamps string current; null when not measured
 * @param ambientCentidegrees air temperature; null when not measured
 * @param targetMillivolts voltage the blocks are equalized to; 0 before there is one
 * @param phase how far equalizing has come
 * @param convergedSinceMillis since when all blocks are within the band, epoch ms; 0 when they are not
 * @param largestDutyPermille largest duty in the string
 * @param notCorrectable ids of blocks that keep the string out of the band, with the likely cause
 * @param excluded ids of blocks left out of equalizing, with the reason
 * @param chargerMisSet whether the charger holds a voltage other than the configured one
 */
public record StringStatus(
        String id,
        long sampledAtMillis,
        StringState state,
        long stateSinceMillis,
        int goodBlocks,
        Integer totalMillivolts,
        Integer meanMillivolts,
        int lowestMillivolts,
        int lowestBlock,
        int highestMillivolts,
        int highestBlock,
        Integer currentMilliamps,
        Integer ambientCentidegrees,
        int targetMillivolts,
        EqualizingPhase phase,
        long convergedSinceMillis,
        int largestDutyPermille,
        List<BlockRemark> notCorrectable,
        List<BlockRemark> excluded,
        boolean chargerMisSet) {

    /**
     * A block and what is to be said of it.
     *
     * @param block id of the block
     * @param remark one sentence for people
     */
    public record BlockRemark(String block, String remark) {}

    /** Returns highest minus lowest block voltage in mV. */
    public int spreadMillivolts() {
        return highestMillivolts - lowestMillivolts;
    }
}
