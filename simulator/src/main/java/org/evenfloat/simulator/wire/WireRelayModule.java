// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.function.LongSupplier;

/** A simulated module with relays and digital inputs (document, §12). */
public final class WireRelayModule extends WireDevice {

    /** Type code of a module with four relays and four inputs. */
    public static final int FOUR_AND_FOUR = 15;
    /** Type code of a bus converter: an alarm contact and a buzzer, no inputs. */
    public static final int CONVERTER = 16;

    private static final int OFF = 0;
    private static final int PULSE = 2;
    private static final int SHORTEST_PULSE_MILLIS = 20;
    private static final int LONGEST_PULSE_MILLIS = 60_000;
    private static final int SHORTEST_SILENCE_SECONDS = 5;
    private static final int LONGEST_SILENCE_SECONDS = 250;
    /** So long a repeated number means a repeated order. */
    private static final long NUMBER_MILLIS = 10_000;
    private static final int SILENCE_SECONDS = 60;

    private final RelayTerminals terminals;
    private final int relays;
    private final int inputs;
    private final boolean[] energised;
    private final boolean[] pulsing;
    private final long[] pulseEndMillis;
    private final int[] lastNumber;
    private final long[] numberMillis;
    private final boolean[] numbered;
    private final boolean[] closed;
    private final int[] changes;
    private boolean looked;
    private int rest;
    private int silenceSeconds;

    /**
     * A module that was just connected, without an address.
     *
     * @param typeCode {@link #FOUR_AND_FOUR} or {@link #CONVERTER}
     * @param serial serial number, unsigned 32 bits
     * @param firmware version as major * 100 + minor
     * @param clockMillis the room's monotonic clock, ms since an arbitrary origin
     */
    public WireRelayModule(
            int typeCode, long serial, int firmware, RelayTerminals terminals, LongSupplier clockMillis) {
        super(serial, typeCode, firmware, clockMillis);
        if (typeCode != FOUR_AND_FOUR && typeCode != CONVERTER) {
            throw new IllegalArgumentException("typeCode: " + typeCode + " - 15 or 16");
        }
        this.terminals = terminals;
        this.relays = typeCode == CONVERTER ? 2 : 4;
        this.inputs = typeCode == CONVERTER ? 0 : 4;
        this.energised = new boolean[relays];
        this.pulsing = new boolean[relays];
        this.pulseEndMillis = new long[relays];
        this.lastNumber = new int[relays];
        this.numberMillis = new long[relays];
        this.numbered = new boolean[relays];
        this.closed = new boolean[inputs];
        this.changes = new int[inputs];
        forget();
    }

    @Override
    boolean contacts(WireFrame request, WireFrame answer) {
        switch (request.type()) {
            case WireType.RELAY_SET -> {
                if (!set(request)) {
                    ack(answer, REFUSED);
                    return true;
                }
                relaysAre(answer);
            }
            case WireType.RELAY_READ -> relaysAre(answer);
            case WireType.INPUT_READ -> answer.start(WireType.INPUTS_ARE, address()).u8(word(closed)).u16(changes());
            case WireType.RELAY_SILENCE -> {
                int seconds = request.u8At(1);
                if (seconds < SHORTEST_SILENCE_SECONDS || seconds > LONGEST_SILENCE_SECONDS) {
                    ack(answer, REFUSED);
                    return true;
                }
                rest = request.u8At(0) & 0x0F;
                silenceSeconds = seconds;
                relaysAre(answer);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean set(WireFrame request) {
        int at = request.u8At(0) - 1;
        int action = request.u8At(1);
        int pulseMillis = request.u16At(2);
        boolean pulseFits = action == PULSE
                ? pulseMillis >= SHORTEST_PULSE_MILLIS && pulseMillis <= LONGEST_PULSE_MILLIS : pulseMillis == 0;
        if (at < 0 || at >= relays || action > PULSE || !pulseFits) {
            return false;
        }
        int number = request.u8At(4);
        boolean repeated = numbered[at] && lastNumber[at] == number && now() - numberMillis[at] < NUMBER_MILLIS;
        if (!repeated) {
            numbered[at] = true;
            lastNumber[at] = number;
            numberMillis[at] = now();
            pulsing[at] = action == PULSE;
            pulseEndMillis[at] = now() + pulseMillis;
            energise(at, action != OFF);
        }
        return true;
    }

    private void energise(int at, boolean on) {
        energised[at] = on;
        terminals.energise(at + 1, on);
    }

    private void relaysAre(WireFrame answer) {
        answer.start(WireType.RELAYS_ARE, address())
                .u8(word(energised)).u8(word(pulsing)).u8(rest).u8(silenceSeconds);
    }

    /** Relays and inputs are as they are when the answer begins: nothing to be kept. */
    @Override
    void measure() {}

    @Override
    void measured(WireFrame answer) {
        answer.start(WireType.MEASURED_CONTACTS, address())
                .u8(word(pulsing) << 4 | word(energised)).u8(word(closed)).u16(changes());
    }

    @Override
    void forget() {
        rest = 0x0F;
        silenceSeconds = SILENCE_SECONDS;
        looked = false;
        for (int at = 0; at < relays; at++) {
            pulsing[at] = false;
            numbered[at] = false;
            energise(at, false);
        }
        for (int at = 0; at < inputs; at++) {
            changes[at] = 0;
        }
    }

    @Override
    void settle(long nowMillis) {
        boolean silent = nowMillis - lastFrameMillis() >= silenceSeconds * 1000L;
        for (int at = 0; at < relays; at++) {
            boolean over = pulsing[at] && nowMillis - pulseEndMillis[at] >= 0;
            boolean falls = silent && (rest >> at & 1) != 0 && energised[at];
            if (over || falls) {
                pulsing[at] = false;
                energise(at, false);
            }
        }
        for (int at = 0; at < inputs; at++) {
            boolean now = terminals.closed(at + 1);
            changes[at] += looked && now != closed[at] ? 1 : 0;
            closed[at] = now;
        }
        looked = true;
    }

    private int changes() {
        int word = 0;
        for (int at = 0; at < inputs; at++) {
            word |= (changes[at] & 0x0F) << 4 * at;
        }
        return word;
    }

    private static int word(boolean[] bits) {
        int word = 0;
        for (int at = 0; at < bits.length; at++) {
            word |= bits[at] ? 1 << at : 0;
        }
        return word;
    }
}
