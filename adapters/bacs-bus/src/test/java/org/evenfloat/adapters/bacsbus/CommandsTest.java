// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.application.port.out.ModuleStatus;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.junit.jupiter.api.Test;

final class CommandsTest {

    private static final byte[] SILENCE = {};

    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final VirtualLine line = new VirtualLine(19_200, (request, self) -> {
        if (!answers.isEmpty() && answers.peek().length > 0) {
            self.replyInSlot(0, 14, answers.peek());
        }
        answers.poll();
    });
    private final SlottedModuleBus bus = line.bus(Rosters.modules(1, 2, 3, 10, 11));

    @Test
    void statusClearsWhatItHasTold() throws Exception {
        answers.add(Bytes.status(3, 0b01011));
        answers.add(Bytes.status(3, 0b01000));
        assertThat(bus.status(3)).contains(new ModuleStatus(true, true, false, true, false));
        assertThat(line.sent.stream().map(frame -> Bytes.u16(frame, 0))).containsExactly(0, 0b11011);
    }

    @Test
    void aReasonThatComesUpMeanwhileIsToldNextTime() throws Exception {
        answers.add(Bytes.status(3, 0b00010));
        answers.add(Bytes.status(3, 0b10100));
        assertThat(bus.status(3)).contains(new ModuleStatus(false, true, false, false, true));
        assertThat(Bytes.u16(line.sent.get(1), 0)).as("button not cleared").isEqualTo(0b11010);
    }

    @Test
    void theClearingStatusIsNotRepeated() throws Exception {
        answers.add(Bytes.status(3, 0b00100));
        assertThat(bus.status(3)).contains(new ModuleStatus(false, false, true, false, false));
        assertThat(line.sent).hasSize(2);
    }

    @Test
    void asksThreeTimesBeforeADeviceIsSilent() throws Exception {
        assertThat(bus.status(3)).isEmpty();
        assertThat(line.sent).hasSize(3);
        assertThat(bus.counters(3)).isEqualTo(new ModuleCounters(1, 0, 1, 0, 0));
        assertThat(TimeUnit.NANOSECONDS.toMillis(line.now)).isBetween(60L, 100L);
    }

    @Test
    void oneLostAnswerDoesNoHarm() throws Exception {
        answers.addAll(List.of(SILENCE, Bytes.identity(3, 0xF0E7D001, 20)));
        assertThat(bus.identify(3)).contains(new ModuleIdentity(0xF0E7D001L, 20, 104, 3));
    }

    @Test
    void answersOfOthersAndOfAnotherKindAreLate() throws Exception {
        answers.add(Bytes.ack(1, 0));
        bus.blink(1, 0);
        answers.add(Bytes.join(Bytes.ack(1, 0), Bytes.status(3, 0), Bytes.ack(3, 0)));
        assertThat(bus.blink(3, 5)).isTrue();
        assertThat(bus.counters(1).late()).isEqualTo(1);
        assertThat(bus.counters(3).late()).isEqualTo(1);
    }

    @Test
    void aBrokenAnswerIsCounted() throws Exception {
        answers.addAll(List.of(Bytes.broken(Bytes.ack(3, 0), 5), Bytes.ack(3, 0)));
        assertThat(bus.blink(3, 5)).isTrue();
        assertThat(bus.counters(3)).isEqualTo(new ModuleCounters(1, 1, 0, 1, 0));
    }

    @Test
    void agreementIsWhatTheDeviceSays() throws Exception {
        answers.addAll(List.of(Bytes.ack(3, 0), Bytes.ack(3, 1), Bytes.ack(3, 2), Bytes.ack(3, 3)));
        assertThat(bus.startResistance(3)).isTrue();
        assertThat(bus.startResistance(3)).as("busy").isFalse();
        assertThat(bus.blink(3, 5)).as("not supported").isFalse();
        assertThat(bus.blink(3, 5)).as("refused").isFalse();
    }

    @Test
    void busyAfterALostAnswerMeansThatItMeasures() throws Exception {
        answers.addAll(List.of(SILENCE, Bytes.ack(3, 1)));
        assertThat(bus.startResistance(3)).isTrue();
    }

    @Test
    void readsResistance() throws Exception {
        answers.add(Bytes.frame(0x70, 3, Bytes.payload(0, 0, 0x15, 0xF2, 0xFF, 0x9C, 0x02, 0x58)));
        answers.add(Bytes.frame(0x70, 3, Bytes.payload(0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF)));
        assertThat(bus.resistance(3)).contains(new ResistanceReading(5_618, -1_000, 600));
        assertThat(bus.resistance(3)).as("has none").isEmpty();
    }

    @Test
    void aRefusalIsAnAnswer() throws Exception {
        answers.add(Bytes.ack(3, 2));
        assertThat(bus.resistance(3)).isEmpty();
        assertThat(line.sent).hasSize(1);
        assertThat(bus.counters(3)).isEqualTo(new ModuleCounters(1, 1, 0, 0, 0));
    }

    @Test
    void anAddressIsAcknowledgedUnderTheNewOne() throws Exception {
        answers.addAll(List.of(Bytes.ack(10, 0), Bytes.ack(0, 0), Bytes.ack(10, 3)));
        assertThat(bus.assign(0xF0E7D001L, 10)).isTrue();
        assertThat(bus.assign(0xF0E7D001L, 0)).isTrue();
        assertThat(bus.assign(0xF0E7D001L, 10)).isFalse();
    }

    @Test
    void echoComparesEveryByteAndAsksOnce() throws Exception {
        answers.add(Bytes.frame(0x6D, 3, Bytes.payload(0x55, 0xAA, 0, 0xFF, 0)));
        answers.add(Bytes.frame(0x6D, 3, Bytes.payload(0x55, 0xAA, 0, 0xFF, 2)));
        answers.add(Bytes.frame(0x6D, 3, Bytes.payload(0x55, 0xAA, 0, 0xFF)));
        assertThat(bus.echo(3)).isTrue();
        assertThat(bus.echo(3)).as("other counter").isFalse();
        assertThat(bus.echo(3)).as("too short").isFalse();
        assertThat(bus.echo(3)).as("silent").isFalse();
        assertThat(line.sent).hasSize(4);
    }

    @Test
    void wakesThreeTimesWithPauses() throws Exception {
        bus.sleep(false);
        assertThat(line.sent).hasSize(3);
        assertThat(line.sentAt.get(1) - line.sentAt.get(0)).isGreaterThanOrEqualTo(20_000_000);
        assertThat(line.now - line.sentAt.get(2)).isGreaterThanOrEqualTo(100_000_000);
    }

    @Test
    void dutyFramesBeginAnewAtGapsAndOtherTargets() throws Exception {
        bus.equalize(new EqualizeOrder("L1", new int[] {1, 2, 3, -1, 10_000},
                new int[] {13_620, 13_620, 13_500, 0, 0}, 60));
        assertThat(line.sent.stream().map(frame -> Bytes.address(frame) + ":" + Bytes.u16(frame, 0) + ":"
                + Bytes.u8(frame, 2) + ":" + duties(frame)))
                .containsExactly("1:13620:60:[1, 2]", "3:13500:60:[3]", "10:0:60:[65535, 10000]");
    }

    private static String duties(byte[] frame) {
        int[] duties = new int[(frame.length - 10) / 2];
        Arrays.setAll(duties, i -> Bytes.u16(frame, 3 + 2 * i));
        return Arrays.toString(duties);
    }

    @Test
    void dutyFramesCarryAtMost64Addresses() throws Exception {
        LineRoster roster = Rosters.upTo(150);
        line.bus(roster).equalize(new EqualizeOrder("L1", new int[150], new int[150], 60));
        assertThat(line.sent.stream().map(frame -> (frame.length - 10) / 2)).containsExactly(64, 64, 22);
        assertThat(line.sentAt.get(1) - line.sentAt.get(0)).as("at the pace of the line")
                .isEqualTo(line.characters(138));
    }

    @Test
    void aWrongOrderIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> bus.equalize(new EqualizeOrder("L1", new int[4], new int[5], 60)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("4 duties");
        assertThatThrownBy(() -> bus.equalize(
                new EqualizeOrder("L1", new int[] {0, 0, 0, 0, 10_001}, new int[5], 60)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("A1-5: 10001");
        assertThat(line.sent).isEmpty();
    }

    @Test
    void refusesAddressesThatNoDeviceCanHave() throws LineFailure {
        assertThatThrownBy(() -> bus.status(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bus.blink(0xFF00, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bus.counters(0)).isEqualTo(new ModuleCounters(0, 0, 0, 0, 0));
    }
}
