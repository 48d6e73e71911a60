// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.application.port.out.ModuleStatus;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.ModuleIdentity;

/** A bus whose modules answer every sweep and are silent otherwise; the test says what happens during a sweep. */
final class SweepingBus implements ModuleBus {

    final List<Long> sweeps = new ArrayList<>();
    final List<Long> echoes = new ArrayList<>();
    private final LongSupplier now;
    private final Consumer<Runnable> duringSweep;
    boolean closed;

    /** {@code duringSweep} gets what the line runs whenever it is free. */
    SweepingBus(Consumer<Runnable> duringSweep, LongSupplier now) {
        this.now = now;
        this.duringSweep = duringSweep;
    }

    @Override
    public BitSet sweep(SweepFill fill, Runnable betweenFrames) {
        sweeps.add(fill.sampledMonotonicMillis());
        OneLine.measure(fill);
        duringSweep.accept(betweenFrames);
        return new BitSet();
    }

    @Override
    public void equalize(EqualizeOrder order) {}

    @Override
    public Optional<ModuleStatus> status(int address) {
        return Optional.empty();
    }

    @Override
    public Optional<ModuleIdentity> identify(int address) {
        return Optional.empty();
    }

    @Override
    public List<ModuleIdentity> identifyAll(int address) {
        return List.of();
    }

    @Override
    public List<ModuleIdentity> search() {
        return List.of();
    }

    @Override
    public Optional<List<ModuleIdentity>> searchOn(boolean anew) {
        return Optional.of(List.of());
    }

    @Override
    public boolean startResistance(int address) {
        return false;
    }

    @Override
    public Optional<ResistanceReading> resistance(int address) {
        return Optional.empty();
    }

    @Override
    public boolean assign(long serial, int address) {
        return false;
    }

    @Override
    public void resetAddresses() {}

    @Override
    public void addressing(boolean on) {}

    @Override
    public Optional<ModuleIdentity> pressedButton() {
        return Optional.empty();
    }

    @Override
    public boolean blink(int address, int seconds) {
        return false;
    }

    @Override
    public boolean echo(int address) {
        echoes.add(now.getAsLong());
        return false;
    }

    @Override
    public void sleep(boolean asleep) {}

    @Override
    public RelayBus relays() {
        throw new UnsupportedOperationException("no relays on this line");
    }

    @Override
    public ModuleCounters counters(int address) {
        return new ModuleCounters(0, 0, 0, 0, 0);
    }

    @Override
    public void close() {
        closed = true;
    }
}
