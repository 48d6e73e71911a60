// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.simulator.wire.WireLine;
import org.evenfloat.simulator.wire.WireModule;
import org.evenfloat.simulator.wire.WireModuleKind;
import org.evenfloat.simulator.wire.WirePace;

/** The simulator's devices at the other end of a line in virtual time: long campaigns in no time, always the same. */
final class VirtualWire implements LineChannel {

    private static final long FIRST_SERIAL = 0xC0DE_0000L;

    final List<WireModule> modules = new ArrayList<>();
    final List<ChangingBlock> blocks = new ArrayList<>();
    final WireLine line;
    final int baud;
    long now = TimeUnit.SECONDS.toNanos(1);

    VirtualWire(int baud, LineRoster roster) {
        this.baud = baud;
        this.line = new WireLine(WirePace.at(baud), () -> TimeUnit.NANOSECONDS.toMillis(now));
        for (int row = 0; row < roster.moduleCount(); row++) {
            ChangingBlock block = new ChangingBlock();
            WireModule module = new WireModule(WireModuleKind.of(ModuleType.C20), FIRST_SERIAL + row, 104, block,
                    () -> TimeUnit.NANOSECONDS.toMillis(now));
            module.readdress(roster.moduleAddress(row));
            line.add(module);
            modules.add(module);
            blocks.add(block);
        }
    }

    SlottedModuleBus bus(LineRoster roster) {
        LineSettings settings = new LineSettings("L1", new LineSettings.Serial("virtual"), baud, 120, 5);
        return new SlottedModuleBus(settings, roster, () -> this, () -> now);
    }

    @Override
    public String port() {
        return "virtual";
    }

    @Override
    public String advice() {
        return "check the test";
    }

    @Override
    public void open() {
        // Nothing to open: the devices are in this very process.
    }

    @Override
    public void write(byte[] bytes, int length) {
        line.receive(bytes, length, now);
    }

    @Override
    public int read(byte[] target, long deadlineNanos) {
        while (true) {
            line.advance(now);
            int count = line.take(target, now);
            if (count > 0) {
                return count;
            }
            long next = line.nextNanos();
            if (next > deadlineNanos) {
                now = Math.max(now, deadlineNanos);
                return 0;
            }
            now = Math.max(now, next);
        }
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
