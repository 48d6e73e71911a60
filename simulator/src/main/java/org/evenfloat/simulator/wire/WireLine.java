// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One line of the module bus with its devices: takes the master's bytes and gives back theirs, each in its slot.
 * Has no thread and no clock of its own: a transport, or a test, hands over bytes with the time of the line (ns, any
 * origin, never going back) and asks {@link #nextNanos} when to look again. Safe for use by any thread; devices and
 * faults may come and go at any time.
 */
public final class WireLine {

    /** The most addresses in one COLLECT (document, §4). */
    static final int MAX_WINDOW = 32;

    private final WirePace pace;
    private final LongSupplier clockMillis;
    private final LineEar ear = new Ear();
    private final WireParser parser = new WireParser();
    private final Inbound inbound;
    private final Outbound outbound;
    private final SlotBoard board = new SlotBoard();
    private final AddressIndex index = new AddressIndex();
    private final WireFrame request = new WireFrame();
    private final WireFrame answer = new WireFrame();
    private final CarriedAnswer carried = new CarriedAnswer();
    private final byte[] heard = new byte[WireParser.MAX_FEED];
    private volatile WireDevice[] devices = {};
    private volatile LineFault[] faults = {};
    private volatile boolean indexStale;
    private volatile long lastFrameMillis;
    private boolean converting;
    private long conversionEndNanos;
    private long lastByteNanos;
    private boolean edgeSeen;
    private long lastEdgeNanos;
    private long requests;
    private long answers;
    private long collisions;
    private long clashes;

    /**
     * An empty line.
     *
     * @param clockMillis the room's monotonic clock, the same that the devices have
     */
    public WireLine(WirePace pace, LongSupplier clockMillis) {
        this.pace = pace;
        this.clockMillis = clockMillis;
        this.inbound = new Inbound(pace);
        this.outbound = new Outbound(pace);
        this.lastFrameMillis = clockMillis.getAsLong();
    }

    /** Returns the pace of the line. */
    public WirePace pace() {
        return pace;
    }

    /** Connects a device to the line. */
    public synchronized void add(WireDevice device) {
        devices = Arrays.copyOf(devices, devices.length + 1);
        devices[devices.length - 1] = device;
        device.attach(ear);
        indexStale = true;
    }

    /** Disconnects a device from the line; nothing happens when it was not there. */
    public synchronized void remove(WireDevice device) {
        WireDevice[] rest = Arrays.stream(devices).filter(other -> other != device).toArray(WireDevice[]::new);
        if (rest.length < devices.length) {
            devices = rest;
            device.attach(null);
            indexStale = true;
        }
    }

    /** Returns the devices of the line, in the order in which they were connected. */
    public List<WireDevice> devices() {
        return List.of(devices);
    }

    /** Adds a fault and lets it begin; it is asked after those that are there. */
    public synchronized void add(LineFault fault) {
        faults = Arrays.copyOf(faults, faults.length + 1);
        faults[faults.length - 1] = fault;
        fault.begin();
    }

    /** Removes a fault and lets it end; nothing happens when it was not there. */
    public synchronized void remove(LineFault fault) {
        LineFault[] rest = Arrays.stream(faults).filter(other -> other != fault).toArray(LineFault[]::new);
        if (rest.length < faults.length) {
            faults = rest;
            fault.end();
        }
    }

    /** Returns whether a fault has closed the link itself. */
    public boolean isLinkClosed() {
        for (LineFault fault : faults) {
            if (fault.isLinkClosed()) {
                return true;
            }
        }
        return false;
    }

    /** Lets all devices do what the room's time asks of them; call it at least as often as they should notice. */
    public void tick() {
        for (WireDevice device : devices) {
            device.tick();
        }
    }

    /** Takes {@code length} bytes from the master that arrived at {@code nowNanos}. */
    public synchronized void receive(byte[] bytes, int length, long nowNanos) {
        carry(nowNanos);
        for (int from = 0; from < length; from += heard.length) {
            int part = Math.min(heard.length, length - from);
            System.arraycopy(bytes, from, heard, 0, part);
            for (LineFault fault : faults) {
                fault.hear(heard, 0, part);
            }
            long beginNanos = inbound.isEmpty() ? nowNanos : inbound.endNanos();
            if (pace.paced() && outbound.clash(beginNanos, beginNanos + pace.charactersNanos(part))) {
                clashes++;
                garble(part);
            }
            inbound.add(heard, 0, part, nowNanos);
            carry(nowNanos);
        }
    }

    /** Lets the line's time go on to {@code nowNanos}; nothing else had arrived from the master by then. */
    public synchronized void advance(long nowNanos) {
        carry(nowNanos);
        if (parser.pending() > 0 && inbound.isEmpty() && nowNanos - lastByteNanos > pace.gapNanos()) {
            parser.interrupt();
            handleFrames();
        }
        latchUntil(nowNanos);
    }

    /** Moves bytes that the line has carried to the master by {@code nowNanos}; returns how many, 0 for none. */
    public synchronized int take(byte[] target, long nowNanos) {
        return outbound.take(target, nowNanos);
    }

    /** Returns when {@link #advance} and {@link #take} have something to do, {@link Long#MAX_VALUE} for never. */
    public synchronized long nextNanos() {
        long next = outbound.nextNanos();
        if (converting) {
            next = Math.min(next, conversionEndNanos);
        }
        if (!inbound.isEmpty()) {
            next = Math.min(next, inbound.endNanos());
        } else if (parser.pending() > 0) {
            next = Math.min(next, lastByteNanos + pace.gapNanos() + 1);
        }
        return next;
    }

    /** Forgets what is on its way to the master, as when its link is lost. */
    public synchronized void forgetAnswers() {
        outbound.clear();
    }

    /** Returns how many good requests the line has carried. */
    public synchronized long requests() {
        return requests;
    }

    /** Returns how many answers devices have sent. */
    public synchronized long answers() {
        return answers;
    }

    /** Returns in how many slots answers have collided. */
    public synchronized long collisions() {
        return collisions;
    }

    /** Returns how often the master has talked into answers; both are garbled then. Only on a paced line. */
    public synchronized long clashes() {
        return clashes;
    }

    private void garble(int length) {
        for (int at = 0; at < length; at++) {
            heard[at] ^= 0x55;
        }
    }

    private void carry(long nowNanos) {
        while (inbound.carry(parser, nowNanos) > 0) {
            lastByteNanos = inbound.carriedNanos();
            handleFrames();
        }
    }

    private void handleFrames() {
        while (parser.next(request)) {
            long endNanos = lastByteNanos - (pace.paced() ? pace.charactersNanos(parser.pending()) : 0);
            lastFrameMillis = clockMillis.getAsLong();
            latchUntil(endNanos);
            if (isForDevices()) {
                requests++;
                handle(endNanos);
            }
            edge(endNanos);
        }
    }

    private boolean isForDevices() {
        return request.isVersion1()
                && WireType.fits(request.type(), request.length())
                && (request.address() == 0 || !WireType.isForAll(request.type()));
    }

    private void handle(long endNanos) {
        boolean awake = !pace.paced() || isReceiverAwake(endNanos - pace.charactersNanos(request.size()));
        board.clear();
        if (indexStale) {
            indexStale = false;
            index.rebuild(devices);
        }
        switch (request.type()) {
            case WireType.SAMPLE, WireType.ASSIGN, WireType.RESET_ADDRESSES, WireType.ADDRESSING, WireType.SLEEP,
                    WireType.SEARCH -> askAll(awake);
            case WireType.COLLECT -> askRange(request.u8At(0), awake);
            case WireType.DUTY -> askRange((request.length() - 3) / 2, awake);
            default -> askRange(1, awake);
        }
        if (request.type() == WireType.SAMPLE) {
            converting = true;
            conversionEndNanos = endNanos + pace.conversionNanos();
            latchUntil(endNanos);
        }
        if (WireType.isAnswered(request.type())) {
            sendBoard(endNanos + pace.turnNanos());
        }
    }

    private void askAll(boolean awake) {
        for (WireDevice device : devices) {
            ask(device, awake);
        }
    }

    /** Addressed requests are those to a range of one. */
    private void askRange(int count, boolean awake) {
        WireDevice[] all = devices;
        for (int address = request.address(); address < request.address() + count; address++) {
            for (int at = index.first(address); at >= 0; at = index.next(at)) {
                ask(all[at], awake);
            }
        }
    }

    private void ask(WireDevice device, boolean awake) {
        for (LineFault fault : faults) {
            if (!fault.reaches(device, request)) {
                return;
            }
        }
        int slotCharacters = device.hear(request, awake, answer);
        if (slotCharacters == WireDevice.SILENT) {
            return;
        }
        for (LineFault fault : faults) {
            if (!fault.sends(device, answer)) {
                return;
            }
        }
        answers++;
        board.add(slotCharacters, answer);
    }

    private void sendBoard(long firstSlotNanos) {
        outbound.release(firstSlotNanos);
        board.finish();
        for (int slot = 0; slot < board.count(); slot++) {
            collisions += board.isCollision(slot) ? 1 : 0;
            carried.load(board.bytes(slot), board.length(slot));
            for (LineFault fault : faults) {
                fault.carry(carried);
            }
            long startNanos = firstSlotNanos + pace.charactersNanos(board.startCharacters(slot));
            outbound.add(carried, startNanos);
            edge(startNanos + pace.charactersNanos(board.length(slot)));
        }
    }

    private void latchUntil(long nowNanos) {
        if (converting && conversionEndNanos - nowNanos <= 0) {
            converting = false;
            for (WireDevice device : devices) {
                device.latch();
            }
        }
    }

    private void edge(long atNanos) {
        lastEdgeNanos = edgeSeen ? Math.max(lastEdgeNanos, atNanos) : atNanos;
        edgeSeen = true;
    }

    private boolean isReceiverAwake(long frameStartNanos) {
        return edgeSeen && frameStartNanos - lastEdgeNanos <= pace.receiverAwakeNanos();
    }

    private final class Ear implements LineEar {

        @Override
        public long lastFrameMillis() {
            return lastFrameMillis;
        }

        @Override
        public void addressChanged() {
            indexStale = true;
        }
    }
}
