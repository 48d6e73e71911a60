// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.application.port.out.ModuleStatus;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * The module bus of docs/module-bus.md as its master.
 *
 * <p>An equalizing order goes out at once, also between the frames of a sweep; given in the first call of
 * {@code betweenFrames} it passes while the devices convert and costs the sweep nothing. Noise in one slot in three
 * sweeps in a row raises attention like the device itself would: a caller whose {@link #status} then stays empty
 * asks {@link #identifyAll} whether two devices share the address. A device whose values are of another kind than
 * the roster has there raises attention in every sweep.
 */
final class SlottedModuleBus implements ModuleBus {

    private static final byte[] ECHO_HEAD = {0x55, (byte) 0xAA, 0x00, (byte) 0xFF};
    private static final byte[] RESET_WORD = {0x52, 0x53, 0x45, 0x54};
    private static final int DONE = 0;
    private static final int BUSY = 1;
    private static final long NO_RESISTANCE = Integer.MAX_VALUE;
    private static final int TENTH = 10;
    private static final int WAKE_UPS = 3;
    private static final long WAKE_UP_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long WAKE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LineConnection connection;
    private final HalfDuplex talk;
    private final Tallies tallies = new Tallies();
    private final Sweeper sweeper;
    private final Search search;
    private final Search searchOn;
    private final Questions questions;
    private final DutyFrames dutyFrames;
    private final BusRelays relays;
    private boolean sweeping;
    private int echoes;

    SlottedModuleBus(
            LineSettings settings, LineRoster roster, Supplier<LineChannel> channels, LongSupplier nanoTime) {
        LineTiming timing = new LineTiming(settings.baud(), settings.allowanceMillis());
        this.connection = new LineConnection(settings.line(), channels, nanoTime);
        this.talk = new HalfDuplex(connection, timing, nanoTime, tallies);
        this.sweeper = new Sweeper(talk, timing, nanoTime, tallies, settings.conversionMillis());
        this.search = new Search(talk, timing, tallies, settings.line());
        this.searchOn = new Search(talk, timing, tallies, settings.line());
        this.questions = new Questions(talk, timing, tallies);
        this.dutyFrames = new DutyFrames(talk, roster);
        this.relays = new BusRelays(settings.line(), talk, timing, questions, tallies, nanoTime);
        talk.letGoFirst(relays);
    }

    @Override
    public BitSet sweep(SweepFill fill, Runnable betweenFrames) throws LineFailure {
        if (sweeping) {
            throw new IllegalStateException("line " + fill.line() + " is being swept already");
        }
        sweeping = true;
        relays.sweepBegins();
        try {
            return sweeper.sweep(fill, betweenFrames);
        } finally {
            sweeping = false;
            relays.swept(fill);
        }
    }

    @Override
    public void equalize(EqualizeOrder order) throws LineFailure {
        dutyFrames.send(order);
    }

    @Override
    public Optional<ModuleStatus> status(int address) throws LineFailure {
        return questions.status(requireAddress(address));
    }

    @Override
    public Optional<ModuleIdentity> identify(int address) throws LineFailure {
        talk.request(FrameType.IDENTIFY, requireAddress(address));
        return Optional.ofNullable(questions.ask(address, FrameType.IDENTITY)).map(Identity::of);
    }

    @Override
    public List<ModuleIdentity> identifyAll(int address) throws LineFailure {
        return search.find(requireAddress(address));
    }

    @Override
    public List<ModuleIdentity> search() throws LineFailure {
        return search.find(Search.ALL);
    }

    @Override
    public Optional<List<ModuleIdentity>> searchOn(boolean anew) throws LineFailure {
        if (anew) {
            searchOn.begin(Search.ALL);
        }
        return searchOn.step() ? Optional.empty() : Optional.of(searchOn.found());
    }

    @Override
    public boolean startResistance(int address) throws LineFailure {
        talk.request(FrameType.START_RESISTANCE, requireAddress(address));
        Frame answer = questions.ask(address, FrameType.ACK);
        // Busy after a lost answer: the device is measuring because it was asked before.
        return answer != null && (answer.u8At(0) == DONE || answer.u8At(0) == BUSY && questions.askedAgain());
    }

    @Override
    public Optional<ResistanceReading> resistance(int address) throws LineFailure {
        talk.request(FrameType.RESISTANCE, requireAddress(address));
        Frame answer = questions.ask(address, FrameType.RESISTANCE_IS);
        if (answer == null || answer.u32At(0) >= NO_RESISTANCE) {
            return Optional.empty();
        }
        return Optional.of(new ResistanceReading(answer.i32At(0), answer.i16At(4) * TENTH, answer.u16At(6)));
    }

    @Override
    public boolean assign(long serial, int address) throws LineFailure {
        talk.request(FrameType.ASSIGN, 0).u32(serial).u16(address == 0 ? 0 : requireAddress(address));
        return agreed(questions.ask(address, FrameType.ACK));
    }

    @Override
    public void resetAddresses() throws LineFailure {
        talk.request(FrameType.RESET_ADDRESSES, 0).bytes(RESET_WORD);
        talk.send();
    }

    @Override
    public void addressing(boolean on) throws LineFailure {
        talk.request(FrameType.ADDRESSING, 0).u8(on ? 1 : 0);
        talk.send();
    }

    @Override
    public Optional<ModuleIdentity> pressedButton() throws LineFailure {
        return search.find(Search.PRESSED).stream().findFirst();
    }

    @Override
    public boolean blink(int address, int seconds) throws LineFailure {
        talk.request(FrameType.BLINK, requireAddress(address)).u8(Math.min(seconds, 0xFF));
        return agreed(questions.ask(address, FrameType.ACK));
    }

    @Override
    public boolean echo(int address) throws LineFailure {
        byte[] pattern = Arrays.copyOf(ECHO_HEAD, ECHO_HEAD.length + 1);
        pattern[ECHO_HEAD.length] = (byte) echoes++;
        talk.request(FrameType.ECHO, requireAddress(address)).bytes(pattern);
        return questions.echoed(address, pattern);
    }

    @Override
    public void sleep(boolean asleep) throws LineFailure {
        talk.request(FrameType.SLEEP, 0).u8(asleep ? 1 : 0);
        talk.send();
        if (asleep) {
            return;
        }
        for (int sent = 1; sent < WAKE_UPS; sent++) {
            talk.idleUntil(talk.requestEnd() + WAKE_UP_GAP_NANOS);
            talk.sendAgain();
        }
        talk.idleUntil(talk.requestEnd() + WAKE_UP_NANOS);
    }

    @Override
    public ModuleCounters counters(int address) {
        return tallies.counters(address);
    }

    @Override
    public RelayBus relays() {
        return relays;
    }

    @Override
    public void close() {
        connection.close();
        relays.close();
    }

    private static boolean agreed(Frame acknowledgement) {
        return acknowledgement != null && acknowledgement.u8At(0) == DONE;
    }

    private static int requireAddress(int address) {
        if (address < 1 || address > ModuleAddress.MAX) {
            throw new IllegalArgumentException("address: " + address + " - 1 to " + ModuleAddress.MAX);
        }
        return address;
    }
}
