// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.function.LongSupplier;

/**
 * A simulated device on a line: everything that battery modules and sensors have in common. It lives in the room's
 * time, does what time asks of it whenever it is heard, looked at or {@linkplain #tick ticked}, and answers exactly
 * as docs/module-bus.md says. Safe for use by any thread.
 */
public abstract sealed class WireDevice permits WireModule, WireCurrentSensor, WireTemperatureSensor, WireRelayModule {

    /** The highest address of a device. */
    public static final int MAX_ADDRESS = 0xFEFF;

    /** What {@link #hear} returns when the device does not answer. */
    static final int SILENT = -1;

    static final int DONE = 0;
    static final int BUSY = 1;
    static final int NOT_SUPPORTED = 2;
    static final int REFUSED = 3;

    private static final int FILTER_NO_ADDRESS = 0xFFFE;
    private static final int FILTER_PRESSED = 0xFFFF;
    private static final int COLLECT_SLOT_CHARACTERS = 14;
    private static final int SEARCH_SLOT_CHARACTERS = 18;
    private static final long RESET_WORD = 0x5253_4554L;

    private final long serial;
    private final int typeCode;
    private final int firmware;
    private final LongSupplier clockMillis;
    private final DeviceReasons reasons = new DeviceReasons();
    private final DeviceButton button = new DeviceButton();
    private LineEar line;
    private int address;
    private long startedMillis;
    private long blinkUntilMillis;
    private boolean asleep;
    private boolean faulty;
    private boolean converting;
    private int convertingSeq;
    private int latchedSeq;

    WireDevice(long serial, int typeCode, int firmware, LongSupplier clockMillis) {
        if (serial >>> 32 != 0) {
            throw new IllegalArgumentException("serial: " + serial + " - 0 to 4294967295");
        }
        this.serial = serial;
        this.typeCode = typeCode;
        this.firmware = firmware;
        this.clockMillis = clockMillis;
        this.startedMillis = clockMillis.getAsLong();
        this.blinkUntilMillis = startedMillis;
    }

    /** Returns the serial number, unsigned 32 bits. */
    public final long serial() {
        return serial;
    }

    /** Returns the type code that it reports. */
    public final int typeCode() {
        return typeCode;
    }

    /** Returns its address, 0 while it has none. */
    public final synchronized int address() {
        return address;
    }

    /** Gives it an address as its maker or a former server would have, 0 for none; it keeps it without power. */
    public final synchronized void readdress(int newAddress) {
        if (newAddress < 0 || newAddress > MAX_ADDRESS) {
            throw new IllegalArgumentException("address: " + newAddress + " - 0 to " + MAX_ADDRESS);
        }
        address = newAddress;
        if (line != null) {
            line.addressChanged();
        }
    }

    /** Presses its button. A sleeping device does not notice. */
    public final synchronized void press() {
        settle();
        if (!asleep) {
            button.press();
            reasons.raise(DeviceReasons.BUTTON);
        }
    }

    /** Starts it anew, as after a loss of power or a fault of its program: only its address stays. */
    public final synchronized void restart() {
        startedMillis = now();
        blinkUntilMillis = startedMillis;
        asleep = false;
        converting = false;
        latchedSeq = 0;
        button.mode(false, startedMillis);
        reasons.restart();
        forget();
        settle();
    }

    /** Sets whether its self-test finds a fault. */
    public final synchronized void fault(boolean found) {
        faulty = found;
        settle();
    }

    /** Returns what its LEDs show now. */
    public final synchronized WireLeds leds() {
        settle();
        if (asleep) {
            return WireLeds.DARK;
        }
        if (button.isMode() || blinkUntilMillis - now() > 0) {
            return WireLeds.RED_GREEN;
        }
        if (reasons.is(DeviceReasons.GUARD) || reasons.is(DeviceReasons.FAULT)) {
            return WireLeds.RED;
        }
        if (address == 0) {
            return WireLeds.RED_FLASHING;
        }
        return isBypassOn() ? WireLeds.GREEN_LONG : WireLeds.GREEN_SHORT;
    }

    /** Returns whether it sleeps. */
    public final synchronized boolean isAsleep() {
        return asleep;
    }

    /** Does what the time that has passed asks of it: ends validities, measurements and modes, minds the guard. */
    public final synchronized void tick() {
        settle();
    }

    final synchronized void attach(LineEar newLine) {
        line = newLine;
        // its conversion would be ended by the line that it has left
        converting = false;
        settle();
    }

    /**
     * Takes a request that reached it, with a payload that fits its type, and does what it says.
     *
     * @param receiverAwake whether the receiver of a sleeping device would be awake for this frame
     * @param answer where its answer is written, if there is one
     * @return in which slot it answers, as characters after the first possible begin, or {@link #SILENT}
     */
    final synchronized int hear(WireFrame request, boolean receiverAwake, WireFrame answer) {
        settle();
        if (asleep) {
            asleep = !(receiverAwake && request.type() == WireType.SLEEP && request.u8At(0) == 0);
            return SILENT;
        }
        int slot = switch (request.type()) {
            case WireType.SAMPLE -> sample(request);
            case WireType.SEARCH -> search(request, answer);
            case WireType.ASSIGN -> assign(request, answer);
            case WireType.RESET_ADDRESSES -> resetAddress(request);
            case WireType.ADDRESSING -> addressing(request);
            case WireType.SLEEP -> sleep(request);
            case WireType.DUTY -> address == 0 ? SILENT : duty(request);
            case WireType.COLLECT -> address == 0 ? SILENT : collect(request, answer);
            default -> address == 0 || request.address() != address ? SILENT : answerAlone(request, answer);
        };
        if (slot != SILENT) {
            answer.end();
        }
        return slot;
    }

    /** Ends the conversion that the last SAMPLE began, if it heard one: from now on it answers with these values. */
    final synchronized void latch() {
        if (converting) {
            latchedSeq = convertingSeq;
            measure();
            converting = false;
            settle();
        }
    }

    final long now() {
        return clockMillis.getAsLong();
    }

    final DeviceReasons reasons() {
        return reasons;
    }

    final boolean isConverting() {
        return converting;
    }

    /** Reads and keeps the values that COLLECT and READ are answered with. */
    abstract void measure();

    /** Writes a MEASURED frame of the device's kind without its S. */
    abstract void measured(WireFrame answer);

    /** Loses everything but the address. */
    abstract void forget();

    /** Does what the passed time asks of the device's kind; {@code reasons} may change. */
    abstract void settle(long nowMillis);

    boolean isBypassOn() {
        return false;
    }

    boolean isSensorBroken() {
        return false;
    }

    void order(int targetMillivolts, int duty, long validMillis) {}

    int startResistance() {
        return NOT_SUPPORTED;
    }

    /** Writes the payload of RESISTANCE_IS, or returns false when the device knows no resistance. */
    boolean resistance(WireFrame answer) {
        return false;
    }

    /** Answers a request about relays and inputs, which ACK may do too; returns false when it has none. */
    boolean contacts(WireFrame request, WireFrame answer) {
        return false;
    }

    /** Returns when the last frame was heard on its line, of the room's time, ms; now without a line. */
    final long lastFrameMillis() {
        return line == null ? now() : line.lastFrameMillis();
    }

    private void settle() {
        long now = now();
        reasons.state(DeviceReasons.FAULT, faulty);
        button.settle(now, lastFrameMillis());
        settle(now);
    }

    private int sample(WireFrame request) {
        converting = true;
        convertingSeq = request.u8At(0) & 0x0F;
        settle();
        return SILENT;
    }

    private int collect(WireFrame request, WireFrame answer) {
        int slot = address - request.address();
        int count = request.u8At(0);
        if (count > WireLine.MAX_WINDOW || slot < 0 || slot >= count) {
            return SILENT;
        }
        measuredWithState(answer);
        return slot * COLLECT_SLOT_CHARACTERS;
    }

    private void measuredWithState(WireFrame answer) {
        measured(answer);
        answer.u8((reasons.attention() ? 0x80 : 0)
                | (isBypassOn() ? 0x40 : 0)
                | (reasons.is(DeviceReasons.GUARD) ? 0x20 : 0)
                | (isSensorBroken() ? 0x10 : 0)
                | latchedSeq);
    }

    private int duty(WireFrame request) {
        int at = 3 + 2 * (address - request.address());
        if (at >= 3 && at + 2 <= request.length()) {
            order(request.u16At(0), request.u16At(at), request.u8At(2) * 1000L);
            settle();
        }
        return SILENT;
    }

    private int search(WireFrame request, WireFrame answer) {
        int filter = request.address();
        boolean meant = filter == 0
                || filter == FILTER_NO_ADDRESS && address == 0
                || filter == FILTER_PRESSED && button.isPressed()
                || filter == address;
        int bits = request.u8At(0);
        if (!meant || bits > 32 || bits % 4 != 0 || (serial ^ request.u32At(1)) >>> 32 - bits != 0) {
            return SILENT;
        }
        identity(answer);
        return bits == 32 ? 0 : (int) (serial >>> 28 - bits & 0xF) * SEARCH_SLOT_CHARACTERS;
    }

    private int assign(WireFrame request, WireFrame answer) {
        if (request.u32At(0) != serial) {
            return SILENT;
        }
        int given = request.u16At(4);
        if (given <= MAX_ADDRESS) {
            readdress(given);
            if (given != 0) {
                button.clearPress();
            }
        }
        return ack(answer, given <= MAX_ADDRESS ? DONE : REFUSED);
    }

    private int resetAddress(WireFrame request) {
        if (request.u32At(0) == RESET_WORD) {
            readdress(0);
        }
        return SILENT;
    }

    private int addressing(WireFrame request) {
        button.mode(request.u8At(0) != 0, now());
        return SILENT;
    }

    private int sleep(WireFrame request) {
        asleep = request.u8At(0) != 0;
        settle();
        return SILENT;
    }

    private int answerAlone(WireFrame request, WireFrame answer) {
        switch (request.type()) {
            case WireType.READ -> measuredWithState(answer);
            case WireType.STATUS -> status(request, answer);
            case WireType.IDENTIFY -> identity(answer);
            case WireType.BLINK -> {
                blinkUntilMillis = now() + request.u8At(0) * 1000L;
                ack(answer, DONE);
            }
            case WireType.ECHO -> echo(request, answer);
            case WireType.START_RESISTANCE -> ack(answer, startResistance());
            case WireType.RESISTANCE -> {
                if (!resistance(answer.start(WireType.RESISTANCE_IS, address))) {
                    ack(answer, NOT_SUPPORTED);
                }
            }
            default -> {
                if (!contacts(request, answer)) {
                    ack(answer, NOT_SUPPORTED);
                }
            }
        }
        return 0;
    }

    final int ack(WireFrame answer, int result) {
        answer.start(WireType.ACK, address).u8(result);
        return 0;
    }

    private void status(WireFrame request, WireFrame answer) {
        reasons.clear(request.u16At(0));
        answer.start(WireType.STATUS_IS, address).u16(reasons.word()).u32((now() - startedMillis) / 1000);
    }

    private void identity(WireFrame answer) {
        answer.start(WireType.IDENTITY, address).u32(serial).u8(typeCode).u16(firmware).u16(address);
    }

    private void echo(WireFrame request, WireFrame answer) {
        answer.start(WireType.ECHOED, address);
        for (int at = 0; at < request.length(); at++) {
            answer.u8(request.u8At(at));
        }
    }
}
