// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.List;

/**
 * A story of a battery room.
 *
 * @param name one word
 * @param about what happens and what to look at, in a sentence or two
 * @param seed decides every random draw; the same seed gives the same story
 * @param sweepPeriodMillis sweep period of the site file made for it
 * @param ambientCelsius air temperature
 * @param noiseMillivolts standard deviation of the meters' noise
 * @param strings what stands in the room
 * @param phases what the charger and the load do, one after the other; the last one goes on for ever
 * @param faults what goes wrong, in order of time
 * @param switchgear relay modules and breakers
 */
public record Scenario(
        String name,
        String about,
        long seed,
        long sweepPeriodMillis,
        double ambientCelsius,
        double noiseMillivolts,
        List<RoomString> strings,
        List<Phase> phases,
        List<Fault> faults,
        Switchgear switchgear) {

    /** A story without relay modules and breakers. */
    public Scenario(
            String name, String about, long seed, long sweepPeriodMillis, double ambientCelsius, double noiseMillivolts,
            List<RoomString> strings, List<Phase> phases, List<Fault> faults) {
        this(name, about, seed, sweepPeriodMillis, ambientCelsius, noiseMillivolts, strings, phases, faults,
                Switchgear.NONE);
    }

    /** The condition the blocks of a string begin in. */
    public enum Condition {
        /** New blocks of one batch. */
        FRESH,
        /** Years without equalizing: float voltages spread wide. */
        AGED,
        /** Equalized for long: all blocks within a few millivolts, duties known to nobody yet. */
        SETTLED,
        /** One block lacks charge. */
        DEFICIT,
        /** One block has a shorted cell. */
        SHORTED_CELL,
        /** One block has lost capacity, which shows only in a discharge. */
        WEAK_BLOCK,
        /** Recorded telemetry of a real battery is played back. */
        TELEMETRY
    }

    /**
     * A string of the room.
     *
     * @param id id in the site file
     * @param line id of its line; strings with the same line share it
     * @param blocks number of blocks
     * @param module name of the built-in module type
     * @param cells cells per block
     * @param capacityAmpHours C10
     * @param condition how its blocks begin
     * @param spreadVolts first spread, highest minus lowest, for AGED; 0 as it comes
     * @param block number of the block that the condition singles out, from 1; 0 none
     * @param amount what is special about it: missing Ah for DEFICIT, capacity factor for WEAK_BLOCK; else 0
     * @param currentSensor whether the string has one
     * @param gassing gassing of its blocks over that of new ones (dried out: 2 to 20)
     */
    public record RoomString(
            String id, String line, int blocks, String module, int cells, double capacityAmpHours, Condition condition,
            double spreadVolts, int block, double amount, boolean currentSensor, double gassing) {

        /** A string whose blocks gas like new ones. */
        public RoomString(
                String id, String line, int blocks, String module, int cells, double capacityAmpHours,
                Condition condition, double spreadVolts, int block, double amount, boolean currentSensor) {
            this(id, line, blocks, module, cells, capacityAmpHours, condition, spreadVolts, block, amount,
                    currentSensor, 1);
        }

        /** Returns the same string with another id and line and so many blocks. */
        public RoomString with(String otherId, String otherLine, int howMany) {
            return new RoomString(otherId, otherLine, howMany, module, cells, capacityAmpHours, condition, spreadVolts,
                    Math.min(block, howMany), amount, currentSensor, gassing);
        }
    }

    /** What the charger and the load do. */
    public enum Supply {
        /** Charger at float voltage. */
        FLOAT,
        /** Charger at boost voltage. */
        BOOST,
        /** Neither charged nor discharged. */
        REST,
        /** A load draws a constant current. */
        LOAD
    }

    /**
     * A part of the story.
     *
     * @param name what it shows
     * @param lastsMillis how long, in the room's time
     * @param speed simulated seconds per real second; infinity for as fast as possible
     * @param supply what charger and load do
     * @param loadPerC load current as a share of the capacity per hour, for LOAD
     */
    public record Phase(String name, long lastsMillis, double speed, Supply supply, double loadPerC) {}

    /** What can go wrong. */
    public enum FaultKind {
        /** A module stops answering. */
        LOST_MODULE,
        /** Frames are lost and corrupted. */
        NOISY_LINE,
        /** The line is unplugged. */
        UNPLUGGED_LINE,
        /** The modules of two blocks are exchanged. */
        SWAPPED_MODULES,
        /** A module answers with another one's address. */
        DUPLICATE_ADDRESS,
        /** The wall clock jumps. */
        CLOCK_JUMP,
        /** Modules have no address any more. */
        LOST_ADDRESS,
        /** Somebody presses the buttons of modules without an address as soon as the addressing mode is on. */
        PRESSED_BUTTON,
        /** The contact of a relay does not follow: nothing happens when it is energised. */
        STUCK_RELAY,
        /** An input goes on to say what it said when it began, or one thing for ever. */
        LYING_INPUT,
        /** A breaker takes long to open. */
        SLOW_BREAKER,
        /** Somebody opens a breaker by hand, and closes it in the end, whoever has opened it. */
        OPEN_BREAKER,
        /** Somebody closes a breaker whenever it has been open for a while. */
        CLOSED_BREAKER,
        /** The charger of a string holds too much. */
        OVERVOLTAGE,
        /** The room's cooling fails. */
        HOT_ROOM,
        /** Blocks lose water and gas more and more. */
        DRY_OUT,
        /** One more cell of each block is shorted. */
        SHORTED_CELLS,
        /** A short grows within a block and heats it. */
        LOCAL_SHORT,
        /** A module reports a temperature that is not its block's. */
        WRONG_TEMPERATURE,
        /** A module goes on to report what it measured when it began. */
        FROZEN_MODULE
    }

    /**
     * Something that goes wrong.
     *
     * @param atMillis when, in the room's time
     * @param untilMillis when it is mended; Long.MAX_VALUE never
     * @param kind what
     * @param targets ids of blocks ({@code A1-7}), of relays and inputs ({@code AUX1/1}), of breakers, of strings or of
     *     the line
     * @param amount share of frames for NOISY_LINE, ms for CLOCK_JUMP, SLOW_BREAKER and CLOSED_BREAKER, V per cell for
     *     OVERVOLTAGE, K for HOT_ROOM, h in which gassing grows e-fold for DRY_OUT, A for LOCAL_SHORT, °C for
     *     WRONG_TEMPERATURE; for LYING_INPUT 1 says closed, -1 open, 0 what it said; else 0
     */
    public record Fault(long atMillis, long untilMillis, FaultKind kind, List<String> targets, double amount) {}

    /** Returns how long the told part of the story lasts in the room's time, ms. */
    public long lastsMillis() {
        return phases.stream().mapToLong(Phase::lastsMillis).sum();
    }
}
