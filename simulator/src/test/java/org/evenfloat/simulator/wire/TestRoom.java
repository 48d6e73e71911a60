// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.topology.ModuleType;

/** A line of C20 modules with addresses from 1 on, fixed blocks and a master. */
public final class TestRoom {

    /** Overridable by {@code -Dseed=}. */
    public static final long SEED = Long.getLong("seed", 20_261_122L);

    public final RoomClock clock = new RoomClock();
    public final WireLine line;
    public final TestMaster master;
    public final List<WireModule> modules = new ArrayList<>();
    public final List<FixedBlock> blocks = new ArrayList<>();

    public TestRoom(WirePace pace, int count) {
        line = new WireLine(pace, clock);
        master = new TestMaster(line);
        for (int at = 0; at < count; at++) {
            add(0x1000_0000L + at * 0x0137_9BDFL & 0xFFFF_FFFFL, at + 1);
        }
    }

    public static TestRoom unpaced(int count) {
        return new TestRoom(WirePace.unpaced(), count);
    }

    public WireModule add(long serial, int address) {
        return add(WireModuleKind.of(ModuleType.C20), serial, address);
    }

    public WireModule add(WireModuleKind kind, long serial, int address) {
        FixedBlock block = new FixedBlock();
        WireModule module = new WireModule(kind, serial, 104, block, clock);
        module.readdress(address);
        modules.add(module);
        blocks.add(block);
        line.add(module);
        return module;
    }

    /** Lets the master clear what all modules report after their start. */
    public TestRoom settled() {
        for (WireModule module : modules) {
            master.ask(WireType.STATUS, module.address(), 0xFF, 0xFF);
        }
        return this;
    }

    /** Orders that duty for 60 s to the module with that address, with a target of 13.62 V. */
    public void duty(int address, int duty) {
        master.ask(WireType.DUTY, address, 0x35, 0x34, 60, duty >> 8, duty & 0xFF);
    }
}
