// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenfloat.simulator.plant.BlockCondition;
import org.evenfloat.simulator.plant.StringPlant;

/** What is broken at one string of the plant: its charger, its blocks, the sensors of its modules. */
final class StringFaults {

    private static final double MILLIS_PER_HOUR = 3.6e6;

    private final StringPlant plant;
    private final BlockCondition[] sound;
    private final List<Broken> broken = new ArrayList<>();
    private final List<Stuck> stuck = new ArrayList<>();
    private double moreVoltsPerCell;

    private record Broken(int block, BlockFault fault, long sinceMillis) {}

    /** What a module goes on to say, °C and V; NaN what it truly measures. */
    private record Stuck(int block, double celsius, double volts) {}

    StringFaults(StringPlant plant) {
        this.plant = plant;
        this.sound = new BlockCondition[plant.size()];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = plant.condition(i);
        }
    }

    /** Lets the charger hold so much more, V per cell. Returns what mends it. */
    Runnable overvoltage(double voltsPerCell) {
        moreVoltsPerCell += voltsPerCell;
        return () -> moreVoltsPerCell -= voltsPerCell;
    }

    /** Lets blocks, from 0, break. Returns what puts sound ones in their place; their state stays. */
    Runnable breaks(List<Integer> blocks, BlockFault fault, long nowMillis) {
        List<Broken> begun = blocks.stream().map(block -> new Broken(block, fault, nowMillis)).toList();
        broken.addAll(begun);
        return () -> begun.forEach(this::mend);
    }

    private void mend(Broken mended) {
        broken.remove(mended);
        plant.change(mended.block(), sound[mended.block()]);
    }

    /** Lets the module of a block say that for ever, °C and V; NaN leaves what is true. Returns what mends it. */
    Runnable stuck(int block, double celsius, double volts) {
        Stuck begun = new Stuck(block, celsius, volts);
        stuck.add(begun);
        return () -> stuck.remove(begun);
    }

    /** Lets what breaks by and by go on. */
    void advance(long nowMillis) {
        Set<Integer> blocks = new TreeSet<>();
        broken.forEach(one -> blocks.add(one.block()));
        for (int block : blocks) {
            BlockCondition condition = sound[block];
            for (Broken one : broken) {
                if (one.block() == block) {
                    condition = one.fault().after(condition, (nowMillis - one.sinceMillis()) / MILLIS_PER_HOUR);
                }
            }
            plant.change(block, condition);
        }
    }

    double moreVoltsPerCell() {
        return moreVoltsPerCell;
    }

    /** Returns what the module of a block says when it measures {@code celsius}. */
    double celsius(int block, double celsius) {
        double said = celsius;
        for (Stuck one : stuck) {
            said = one.block() == block && !Double.isNaN(one.celsius()) ? one.celsius() : said;
        }
        return said;
    }

    /** Returns what the module of a block says when it measures {@code volts}. */
    double volts(int block, double volts) {
        double said = volts;
        for (Stuck one : stuck) {
            said = one.block() == block && !Double.isNaN(one.volts()) ? one.volts() : said;
        }
        return said;
    }
}
