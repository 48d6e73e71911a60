// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.application.port.out.RelayOrder.Action;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * When an order leaves, in the time of a line of 9600 baud with 600 modules. The order is given at the worst instant:
 * just after a request has left.
 */
final class RelayOvertakesTest {

    private static final int BAUD = 9_600;
    private static final int AUX = 901;
    private static final RelayOrder TRIP = new RelayOrder(AUX, 1, Action.PULSE, 500);

    private final LineRoster roster = Rosters.upTo(600);
    private final ScriptedDevices devices = ScriptedDevices.upTo(600);
    private final VirtualLine line = new VirtualLine(BAUD, this::asked);
    private final SlottedModuleBus bus = line.bus(roster);
    private int trigger = -1;
    private int countdown;
    private boolean silent;
    private long orderedAt;
    private CompletableFuture<RelayAnswer> answer;

    private void asked(byte[] request, VirtualLine self) {
        int type = Bytes.type(request);
        if (type == FrameType.RELAY_SET) {
            if (!silent) {
                self.replyInSlot(0, 14, Bytes.frame(FrameType.RELAYS_ARE, AUX, Bytes.payload(1, 1, 0x0F, 60)));
            }
            return;
        }
        devices.asked(request, self);
        if (type == trigger && --countdown == 0) {
            orderedAt = self.now;
            answer = bus.relays().order(TRIP);
        }
    }

    @BeforeEach
    void sweptOnce() throws LineFailure {
        bus.sweep(SweepFill.first(roster), () -> { });
        line.sent.clear();
        line.sentAt.clear();
    }

    private void orderAfter(int type, int nth) {
        trigger = type;
        countdown = nth;
    }

    /** One request, its turn, the slots it asks for, what the port may add, and the turn after the last answer. */
    private long window(int requestCharacters, int slots, int slotCharacters) {
        return line.characters(requestCharacters + slots * slotCharacters) + 2 * line.turn()
                + TimeUnit.MILLISECONDS.toNanos(5);
    }

    private long left() {
        for (int i = 0; i < line.sent.size(); i++) {
            if (Bytes.type(line.sent.get(i)) == FrameType.RELAY_SET) {
                return line.sentAt.get(i) - orderedAt;
            }
        }
        throw new AssertionError("the order has not left");
    }

    private void leavesWithin(long nanos) {
        assertThat(line.sent(FrameType.RELAY_SET)).hasSize(1);
        assertThat(left()).isBetween(1L, nanos);
        assertThat(answer).isCompletedWithValue(new RelayAnswer(Outcome.DONE, 1, ""));
    }

    @Test
    void inASweepItWaitsForOneWindowAtMost() throws Exception {
        for (int window = 1; window <= 19; window++) {
            line.sent.clear();
            line.sentAt.clear();
            orderAfter(FrameType.COLLECT, window);
            long started = line.now;
            bus.sweep(SweepFill.first(roster), () -> { });
            leavesWithin(window(8, 32, 14));
            assertThat(TimeUnit.NANOSECONDS.toSeconds(line.now - started)).as("the sweep").isGreaterThan(8);
        }
    }

    @Test
    void whileTheDevicesConvertItWaitsForTwentyMilliseconds() throws Exception {
        orderAfter(FrameType.SAMPLE, 1);
        bus.sweep(SweepFill.first(roster), () -> { });
        leavesWithin(line.characters(8) + TimeUnit.MILLISECONDS.toNanos(21));
    }

    @Test
    void dutiesForSixHundredModulesLetItPass() {
        orderAfter(FrameType.DUTY, 1);
        equalize();
        leavesWithin(line.characters(10 + 2 * 64) + line.turn());
        assertThat(line.sent(FrameType.DUTY)).as("and go on").hasSize(10);
    }

    private void equalize() {
        try {
            bus.equalize(new EqualizeOrder("L1", new int[600], new int[600], 60));
        } catch (LineFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void otherWorkLetsItPass() throws Exception {
        orderAfter(FrameType.SEARCH, 1);
        bus.search();
        // Nothing else is to be asked: whoever has handed the order over lets the line attend.
        bus.relays().attend();
        leavesWithin(window(12, 16, 18));
    }

    @Test
    void repeatedQuestionsToASilentDeviceLetItPass() throws Exception {
        for (int type : List.of(FrameType.ECHO, FrameType.START_RESISTANCE, FrameType.STATUS, FrameType.ASSIGN)) {
            line.sent.clear();
            line.sentAt.clear();
            orderAfter(type, 1);
            ask(type);
            bus.relays().attend();
            leavesWithin(line.characters(13 + 13) + 2 * line.turn() + TimeUnit.MILLISECONDS.toNanos(15));
        }
    }

    private void ask(int type) throws LineFailure {
        switch (type) {
            case FrameType.ECHO -> bus.echo(3);
            case FrameType.START_RESISTANCE -> bus.startResistance(3);
            case FrameType.STATUS -> bus.status(3);
            default -> bus.assign(7, 3);
        }
    }

    @Test
    void aSilentRelayModuleIsAskedThreeTimesWithOneNumber() throws Exception {
        silent = true;
        orderAfter(FrameType.COLLECT, 3);
        bus.sweep(SweepFill.first(roster), () -> { });
        assertThat(line.sent(FrameType.RELAY_SET)).hasSize(3).allSatisfy(
                frame -> assertThat(Bytes.u8(frame, 4)).isEqualTo(Bytes.u8(line.sent(FrameType.RELAY_SET).get(0), 4)));
        assertThat(answer.get().outcome()).isEqualTo(Outcome.SILENT);
    }

    @Test
    void whenTheLineBreaksEveryOrderIsTold() {
        CompletableFuture<RelayAnswer> first = bus.relays().order(TRIP);
        CompletableFuture<RelayAnswer> second = bus.relays().order(TRIP);
        line.breakage = new IOException("unplugged");
        bus.relays().attend();
        assertThat(first.join().outcome()).isEqualTo(Outcome.LINE_DOWN);
        assertThat(second.join().outcome()).isEqualTo(Outcome.LINE_DOWN);
        assertThat(second.join().why()).contains("L1", "unplugged");
    }

    @Test
    void tooManyOrdersAreToldAtOnce() {
        for (int i = 0; i < 64; i++) {
            assertThat(bus.relays().order(TRIP)).isNotCompleted();
        }
        assertThat(bus.relays().order(TRIP).join().outcome()).isEqualTo(Outcome.NOT_SENT);
    }
}
