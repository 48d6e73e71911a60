// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.application.port.out.ModuleStatus;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;

/** A line of modules in memory that do what the test has said; notes every exchange as {@code what address}. */
final class ScriptedBus implements ModuleBus {

    /** One module, and perhaps a second one at its address. */
    static final class Module {
        long serial;
        long twinSerial;
        int millivolts = TestSite.FLOAT;
        int centidegrees = 2_500;
        int microohms = 5_000;
        boolean silent;
        boolean restarted;
        boolean measured;
        boolean answersMeasuring = true;
    }

    final Map<Integer, Module> modules = new TreeMap<>();
    final List<String> exchanges = new ArrayList<>();
    final List<int[]> duties = new ArrayList<>();
    final List<int[]> targets = new ArrayList<>();
    RelayBus relays;
    boolean down;
    int exchangesUntilDown = Integer.MAX_VALUE;

    ScriptedBus(LineRoster roster) {
        for (int row = 0; row < roster.moduleCount(); row++) {
            Module module = new Module();
            module.serial = 0x1000 + row;
            modules.put(roster.moduleAddress(row), module);
        }
    }

    long count(String what) {
        return exchanges.stream().filter(exchange -> exchange.startsWith(what + " ")).count();
    }

    private Module ask(String what, int address) throws LineFailure {
        down = down || --exchangesUntilDown < 0;
        if (down) {
            throw new LineFailure("port gone");
        }
        exchanges.add(what + " " + address);
        return modules.get(address);
    }

    private static boolean heard(Module module) {
        return !module.silent && module.twinSerial == 0;
    }

    @Override
    public BitSet sweep(SweepFill fill, Runnable betweenFrames) throws LineFailure {
        BitSet attention = new BitSet();
        LineRoster roster = fill.roster();
        for (int row = 0; row < roster.moduleCount(); row++) {
            Module module = modules.get(roster.moduleAddress(row));
            Quality quality = module.silent ? Quality.MISSING : Quality.GOOD;
            fill.set(MeasurementKind.VOLTAGE, row, module.millivolts, quality);
            fill.set(MeasurementKind.TEMPERATURE, row, module.centidegrees, quality);
            attention.set(row, !module.silent && (module.restarted || module.measured || module.twinSerial != 0));
        }
        if (down) {
            throw new LineFailure("port gone");
        }
        betweenFrames.run();
        return attention;
    }

    @Override
    public void equalize(EqualizeOrder order) throws LineFailure {
        ask("equalize", 0);
        duties.add(order.dutyTenThousandths().clone());
        targets.add(order.targetMillivolts().clone());
    }

    @Override
    public Optional<ModuleStatus> status(int address) throws LineFailure {
        Module module = ask("status", address);
        if (!heard(module)) {
            return Optional.empty();
        }
        ModuleStatus status = new ModuleStatus(module.restarted, module.measured, false, false, false);
        module.restarted = false;
        module.measured = false;
        return Optional.of(status);
    }

    @Override
    public Optional<ModuleIdentity> identify(int address) throws LineFailure {
        Module module = ask("identify", address);
        return heard(module) ? Optional.of(identity(module.serial, address)) : Optional.empty();
    }

    private static ModuleIdentity identity(long serial, int address) {
        return new ModuleIdentity(serial, 20, 104, address);
    }

    @Override
    public List<ModuleIdentity> identifyAll(int address) throws LineFailure {
        Module module = ask("identifyAll", address);
        List<ModuleIdentity> found = new ArrayList<>();
        if (!module.silent) {
            found.add(identity(module.serial, address));
        }
        if (module.twinSerial != 0) {
            found.add(identity(module.twinSerial, address));
        }
        return found;
    }

    @Override
    public boolean startResistance(int address) throws LineFailure {
        Module module = ask("start", address);
        return module.answersMeasuring;
    }

    @Override
    public Optional<ResistanceReading> resistance(int address) throws LineFailure {
        Module module = ask("resistance", address);
        return Optional.of(new ResistanceReading(module.microohms, module.centidegrees, 0));
    }

    @Override
    public RelayBus relays() {
        return relays;
    }

    @Override
    public ModuleCounters counters(int address) {
        return new ModuleCounters(0, 0, 0, 0, 0);
    }

    @Override
    public List<ModuleIdentity> search() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<ModuleIdentity>> searchOn(boolean anew) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean assign(long serial, int address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resetAddresses() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addressing(boolean on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ModuleIdentity> pressedButton() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean blink(int address, int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean echo(int address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sleep(boolean asleep) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
