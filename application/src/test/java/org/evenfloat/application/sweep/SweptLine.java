// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.time.Instant;
import org.evenfloat.application.EventLog;
import org.evenfloat.application.MemorySite;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.domain.measure.CalibrationColumns;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/** One line L1 of so many modules, swept every 10 s of a time that only this moves. */
final class SweptLine {

    static final long PERIOD_MILLIS = 10_000;

    final LineRoster roster;
    final ScriptedBus bus;
    final EventLog events = new EventLog();
    final MemorySite memory = new MemorySite();
    final ModuleRegister register;
    final OrderBox orders;
    final LineCare care;
    final LineSweeper sweeper;
    CalibrationColumns calibrations = CalibrationColumns.NONE;
    long nowMillis = 1_000_000;

    SweptLine(int modules, long resistancePeriodMillis) {
        this.roster = TestSite.oneString(modules).roster("L1");
        this.bus = new ScriptedBus(roster);
        this.register = new ModuleRegister(memory, this::wall, events, Runnable::run);
        this.orders = OrderBox.of(roster);
        this.care = new LineCare(roster, bus, register, resistancePeriodMillis);
        this.sweeper = new LineSweeper(
                roster, bus, care, new RelayCare(roster, bus, PERIOD_MILLIS), orders,
                () -> calibrations, this::wall, () -> nowMillis);
    }

    private Instant wall() {
        return Instant.ofEpochMilli(1_800_000_000_000L + nowMillis);
    }

    ScriptedBus.Module module(int address) {
        return bus.modules.get(address);
    }

    /** Lets a period pass, sweeps, and looks after the modules. */
    SweepImage sweep() {
        nowMillis += PERIOD_MILLIS;
        SweepImage image = sweeper.sweep(() -> {});
        sweeper.care(() -> {});
        return image;
    }

    SweepImage sweeps(int count) {
        SweepImage image = null;
        for (int i = 0; i < count; i++) {
            image = sweep();
        }
        return image;
    }
}
