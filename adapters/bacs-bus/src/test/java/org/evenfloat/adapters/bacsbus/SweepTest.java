// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Sensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepTest {

    private static final Runnable NOTHING = () -> { };
    /** An odd rate makes every rounding show. */
    private static final int BAUD = 19_200;

    private ScriptedDevices devices = ScriptedDevices.upTo(40);
    private LineRoster roster = Rosters.upTo(40);
    private VirtualLine line = new VirtualLine(BAUD, devices);
    private SlottedModuleBus bus = line.bus(roster);
    private SweepFill fill;

    private BitSet sweep() throws LineFailure {
        fill = SweepFill.first(roster);
        line.sent.clear();
        line.sentAt.clear();
        return bus.sweep(fill, NOTHING);
    }

    private Quality voltageQuality(int address) {
        return fill.quality(MeasurementKind.VOLTAGE, roster.rowOf(address));
    }

    private List<Integer> missing() {
        return IntStream.range(0, roster.moduleCount())
                .filter(row -> fill.quality(MeasurementKind.VOLTAGE, row) != Quality.GOOD)
                .map(roster::moduleAddress).boxed().toList();
    }

    @Test
    void everyModuleIsGoodAfterOneSweep() throws Exception {
        BitSet attention = sweep();
        assertThat(missing()).isEmpty();
        assertThat(fill.value(MeasurementKind.VOLTAGE, 16)).isEqualTo(13_017);
        assertThat(fill.value(MeasurementKind.TEMPERATURE, 16)).isEqualTo(2_500);
        assertThat(attention.isEmpty()).isTrue();
        assertThat(bus.counters(17)).isEqualTo(new ModuleCounters(1, 1, 0, 0, 0));
    }

    @Test
    void leavesResistanceAndDutyAsTheyAre() throws Exception {
        fill = SweepFill.first(roster);
        fill.set(MeasurementKind.RESISTANCE, 3, 5_000, Quality.STALE);
        fill.set(MeasurementKind.DUTY, 3, 700, Quality.GOOD);
        bus.sweep(fill, NOTHING);
        assertThat(fill.value(MeasurementKind.RESISTANCE, 3)).isEqualTo(5_000);
        assertThat(fill.quality(MeasurementKind.RESISTANCE, 3)).isEqualTo(Quality.STALE);
        assertThat(fill.quality(MeasurementKind.DUTY, 3)).isEqualTo(Quality.GOOD);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_600, 19_200, 38_400, 57_600, 115_200})
    void takesNoLongerThanTheDocumentSays(int baud) throws Exception {
        devices = ScriptedDevices.upTo(600);
        roster = Rosters.upTo(600);
        line = new VirtualLine(baud, devices);
        bus = line.bus(roster);
        sweep();
        long started = line.now;
        sweep();
        long took = line.now - started;
        long theory = LineTiming.theoreticalSweepNanos(IntStream.rangeClosed(1, 600).toArray(), baud, false);
        assertThat(missing()).isEmpty();
        assertThat(took).isLessThanOrEqualTo(theory);
        assertThat(took).as("not faster than the line can be").isGreaterThan(theory * 98 / 100);
    }

    @Test
    void dutiesToAllPassWhileTheDevicesConvert() throws Exception {
        devices = ScriptedDevices.upTo(600);
        roster = Rosters.upTo(600);
        line = new VirtualLine(115_200, devices);
        bus = line.bus(roster);
        int[] targets = new int[600];
        EqualizeOrder order = new EqualizeOrder("L1", new int[600], targets, 60);
        fill = SweepFill.first(roster);
        long started = line.now;
        boolean[] sent = new boolean[1];
        bus.sweep(fill, () -> {
            if (!sent[0]) {
                sent[0] = true;
                equalize(order);
            }
        });
        assertThat(line.sent(FrameType.DUTY)).hasSize(10);
        assertThat(TimeUnit.NANOSECONDS.toMillis(line.now - started)).isLessThanOrEqualTo(910);
        assertThat(LineTiming.theoreticalSweepNanos(IntStream.rangeClosed(1, 600).toArray(), 115_200, true))
                .isBetween(TimeUnit.MILLISECONDS.toNanos(890), TimeUnit.MILLISECONDS.toNanos(910));
    }

    private void equalize(EqualizeOrder order) {
        try {
            bus.equalize(order);
        } catch (LineFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void waitsForTheConversionBeforeCollecting() throws Exception {
        sweep();
        long sampleEnd = line.sentAt.get(0) + line.characters(8);
        assertThat(line.sentAt.get(1)).isEqualTo(sampleEnd + TimeUnit.MILLISECONDS.toNanos(120));
    }

    @Test
    void keepsTheTurnAfterTheLastAnswer() throws Exception {
        sweep();
        long lastAnswerEnd = line.sentAt.get(1) + line.characters(8) + line.turn() + line.characters(31 * 14 + 12);
        assertThat(line.sentAt.get(2)).isEqualTo(lastAnswerEnd + line.turn());
    }

    @Test
    void asksAgainWhenANetworkHasHeldTheSampleBack() throws Exception {
        devices.stillConverting = true;
        sweep();
        assertThat(devices.stillConverting).as("the devices were asked too early").isFalse();
        assertThat(missing()).isEmpty();
        assertThat(line.sent(FrameType.COLLECT)).hasSize(3);
    }

    @Test
    void aFrameThatThePortHandsOverInTwoPartsCounts() throws Exception {
        long stall = TimeUnit.MILLISECONDS.toNanos(24);
        line = new VirtualLine(BAUD, (request, wire) -> {
            if (Bytes.type(request) == FrameType.SAMPLE) {
                devices.sequence = Bytes.u8(request, 0);
            } else if (Bytes.type(request) == FrameType.COLLECT && Bytes.address(request) == 1) {
                byte[] answer = ScriptedDevices.withSequence(devices.answers.get(1), devices.sequence);
                wire.reply(wire.turn() + line.characters(5), Arrays.copyOf(answer, 5));
                wire.reply(wire.turn() + line.characters(5) + stall, Arrays.copyOfRange(answer, 5, answer.length));
            }
        });
        bus = line.bus(roster);
        sweep();
        assertThat(voltageQuality(1)).isEqualTo(Quality.GOOD);
    }

    @Test
    void gapsInTheAddressesBeginANewWindow() throws Exception {
        roster = Rosters.of(new int[] {1, 2, 3, 7, 8, 20},
                Rosters.sensor(9, Sensor.Kind.CURRENT), Rosters.sensor(21, Sensor.Kind.TEMPERATURE));
        devices.answers.put(9, Bytes.current(9, -7_000, 0));
        devices.answers.put(21, Bytes.temperature(21, 215, 0));
        bus = line.bus(roster);
        sweep();
        assertThat(missing()).isEmpty();
        List<String> windows = new ArrayList<>();
        line.sent(FrameType.COLLECT).forEach(frame -> windows.add(Bytes.address(frame) + "+" + Bytes.u8(frame, 0)));
        assertThat(windows).containsExactly("1+3", "7+3", "20+2");
        assertThat(fill.freeze().sensorValue(0)).isEqualTo(-7_000);
        assertThat(fill.sensorQuality(1)).isEqualTo(Quality.GOOD);
    }

    @Test
    void aModuleThatFallsSilentIsReadTwiceThenMissing() throws Exception {
        sweep();
        devices.silence(17);
        sweep();
        assertThat(missing()).containsExactly(17);
        assertThat(ScriptedDevices.addresses(line.sent(FrameType.READ))).containsExactly(17, 17);
        assertThat(bus.counters(17)).isEqualTo(new ModuleCounters(2, 1, 1, 0, 0));
        assertThat(bus.counters(16)).isEqualTo(new ModuleCounters(2, 2, 0, 0, 0));
    }

    @Test
    void aSilentModuleCostsItsSlotOnlyAndComesBackByItself() throws Exception {
        devices.silence(17);
        sweep();
        sweep();
        assertThat(line.sent(FrameType.READ)).isEmpty();
        devices.heal(17);
        sweep();
        assertThat(missing()).isEmpty();
    }

    @Test
    void aLostAnswerIsReadAgain() throws Exception {
        sweep();
        devices.inSlot.put(17, frame -> null);
        devices.inSlot.put(40, frame -> null);
        sweep();
        assertThat(missing()).isEmpty();
        assertThat(ScriptedDevices.addresses(line.sent(FrameType.READ))).containsExactly(17, 40);
        assertThat(bus.counters(17)).isEqualTo(new ModuleCounters(2, 2, 0, 0, 0));
    }

    @Test
    void aTornCableCostsLittleTime() throws Exception {
        sweep();
        long started = line.now;
        sweep();
        long healthy = line.now - started;
        IntStream.rangeClosed(11, 40).forEach(devices::silence);
        started = line.now;
        sweep();
        assertThat(missing()).hasSize(30);
        assertThat(line.sent(FrameType.READ)).hasSize(8);
        assertThat(line.now - started).isLessThan(healthy * 16 / 10);
    }

    @Test
    void aBrokenAnswerIsCountedAndReadAgain() throws Exception {
        sweep();
        devices.inSlot.put(17, frame -> Bytes.broken(frame, 6));
        sweep();
        assertThat(missing()).isEmpty();
        assertThat(bus.counters(17)).isEqualTo(new ModuleCounters(2, 2, 0, 1, 0));
        assertThat(bus.counters(16).corrupt() + bus.counters(18).corrupt()).isZero();
    }

    @Test
    void noiseInOneSlotInThreeSweepsInARowRaisesAttention() throws Exception {
        devices.inSlot.put(17, frame -> Bytes.broken(frame, 3));
        devices.onRead.put(17, frame -> Bytes.broken(frame, 3));
        assertThat(sweep().isEmpty()).isTrue();
        assertThat(sweep().isEmpty()).isTrue();
        assertThat(sweep().stream()).containsExactly(roster.rowOf(17));
        assertThat(sweep().isEmpty()).as("then again after three more").isTrue();
    }

    @Test
    void anAnswerToAnEarlierSampleIsLateAndDoesNotCount() throws Exception {
        sweep();
        devices.inSlot.put(17, frame -> ScriptedDevices.withSequence(frame, devices.sequence + 15 & 0x0F));
        devices.onRead.put(17, devices.inSlot.get(17));
        sweep();
        assertThat(missing()).containsExactly(17);
        assertThat(bus.counters(17)).isEqualTo(new ModuleCounters(2, 1, 1, 0, 3));
    }

    @Test
    void anAnswerThatComesAfterItsWindowIsNotTakenForAnother() throws Exception {
        sweep();
        VirtualLine.Script slow = (request, self) -> {
            devices.asked(request, self);
            if (Bytes.type(request) == FrameType.COLLECT && Bytes.address(request) == 1) {
                byte[] stray = ScriptedDevices.withSequence(Bytes.block(5, 9_999, 250, 0), devices.sequence);
                self.reply(TimeUnit.MILLISECONDS.toNanos(270), stray);
            }
        };
        line = new VirtualLine(BAUD, slow);
        bus = line.bus(roster);
        sweep();
        assertThat(missing()).isEmpty();
        assertThat(fill.value(MeasurementKind.VOLTAGE, 4)).isEqualTo(13_005);
        assertThat(bus.counters(5).late()).isEqualTo(1);
    }

    @Test
    void theSameAnswerTwiceDoesNoHarm() throws Exception {
        devices.inSlot.put(17, frame -> Bytes.join(frame, frame));
        sweep();
        assertThat(missing()).isEmpty();
        assertThat(bus.counters(17)).isEqualTo(new ModuleCounters(1, 1, 0, 0, 1));
    }

    private byte[] lie(int address) {
        return ScriptedDevices.withSequence(Bytes.block(address, 9_999, 250, 0), devices.sequence);
    }

    @Test
    void twoDifferentAnswersOfOneAddressAreNotBelieved() throws Exception {
        devices.inSlot.put(17, frame -> Bytes.join(lie(17), frame));
        devices.onRead.put(17, frame -> null);
        sweep();
        assertThat(missing()).containsExactly(17);
    }

    @Test
    void aDeviceThatUsesTheAddressOfAnotherIsFoundOutByItsSlot() throws Exception {
        for (int liar : new int[] {1, 3, 10, 16, 18, 25, 32}) {
            sweep();
            devices.inSlot.put(liar, frame -> lie(17));
            sweep();
            devices.heal(liar);
            assertThat(missing()).as("liar " + liar).isEmpty();
            assertThat(fill.value(MeasurementKind.VOLTAGE, 16)).as("liar " + liar).isEqualTo(13_017);
        }
    }

    @Test
    void aDeviceThatUsesTheAddressOfADeadOneIsNotBelieved() throws Exception {
        devices.silence(17);
        for (int liar : new int[] {1, 3, 10, 15, 19, 25, 32}) {
            devices.inSlot.put(liar, frame -> lie(17));
            sweep();
            devices.heal(liar);
            assertThat(voltageQuality(17)).as("liar " + liar).isEqualTo(Quality.MISSING);
            sweep();
        }
    }

    @Test
    void aDeviceThatUsesTheLastAddressEndsNoWindowEarly() throws Exception {
        sweep();
        devices.inSlot.put(2, frame -> lie(32));
        sweep();
        assertThat(missing()).isEmpty();
        assertThat(fill.value(MeasurementKind.VOLTAGE, 31)).isEqualTo(13_032);
        assertThat(ScriptedDevices.addresses(line.sent(FrameType.READ))).containsExactly(2, 3);
    }

    @Test
    void strangersAndOwnEchoAreIgnored() throws Exception {
        VirtualLine.Script echoing = (request, self) -> {
            self.reply(0, request);
            if (Bytes.type(request) == FrameType.COLLECT) {
                self.reply(1, ScriptedDevices.withSequence(Bytes.block(999, 1, 1, 0), devices.sequence));
            }
            devices.asked(request, self);
        };
        line = new VirtualLine(BAUD, echoing);
        bus = line.bus(roster);
        sweep();
        assertThat(missing()).isEmpty();
        assertThat(bus.counters(999)).isEqualTo(new ModuleCounters(0, 0, 0, 0, 0));
        assertThat(bus.counters(1)).isEqualTo(new ModuleCounters(1, 1, 0, 0, 0));
    }

    @Test
    void aModuleThatWantsAttentionIsReported() throws Exception {
        devices.answers.put(17, Bytes.block(17, 13_000, 250, 0xC0));
        assertThat(sweep().stream()).containsExactly(roster.rowOf(17));
        assertThat(voltageQuality(17)).isEqualTo(Quality.GOOD);
    }

    @Test
    void commandsGoBetweenTheFrames() throws Exception {
        VirtualLine.Script answering = (request, self) -> {
            devices.asked(request, self);
            if (Bytes.type(request) == FrameType.BLINK) {
                self.replyInSlot(0, 14, Bytes.ack(Bytes.address(request), 0));
            }
        };
        line = new VirtualLine(BAUD, answering);
        bus = line.bus(roster);
        fill = SweepFill.first(roster);
        List<Boolean> agreed = new ArrayList<>();
        bus.sweep(fill, () -> agreed.add(blink()));
        assertThat(missing()).isEmpty();
        assertThat(agreed).hasSizeGreaterThan(5).containsOnly(true);
        assertThat(line.sent.stream().map(Bytes::type)).containsSubsequence(
                FrameType.SAMPLE, FrameType.BLINK, FrameType.COLLECT, FrameType.BLINK, FrameType.COLLECT);
    }

    private boolean blink() {
        try {
            return bus.blink(3, 1);
        } catch (LineFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesASweepInsideASweep() {
        fill = SweepFill.first(roster);
        assertThatThrownBy(() -> bus.sweep(fill, () -> {
            try {
                bus.sweep(SweepFill.first(roster), NOTHING);
            } catch (LineFailure e) {
                throw new AssertionError(e);
            }
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("L1");
    }
}
