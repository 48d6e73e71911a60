// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.EventLog;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.commissioning.BusInMemory.Device;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.LineWorkReport.CheckedDevice;
import org.evenfloat.application.port.in.LineWorkReport.FoundDevice;
import org.evenfloat.application.port.in.LineWorkReport.GivenAddress;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.in.LineWorkReport.State;
import org.evenfloat.application.port.in.WorkOnLines.Verdict;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

class LineWorkTest {

    private static final long SECOND = 1_000;

    /** Blocks S1-1 to S1-4 at addresses 1 to 4, a current sensor at 9. */
    private final LineRoster roster = TestSite.site(List.of("L1"), TestSite.string("S1", ModuleType.C20,
            TestSite.at("L1", 1, 4), Optional.of(new ModuleAddress("L1", 9)), Optional.empty())).roster("L1");
    private final BusInMemory bus = new BusInMemory();
    private final EventLog events = new EventLog();
    private long nowMillis = 5_000;
    private long nanos;
    private final LineWork work = new LineWork(
            roster, bus, events, () -> Instant.ofEpochMilli(1_800_000_000_000L + nowMillis), () -> nowMillis,
            () -> nanos += 1_500_000);

    private LineWorkReport report() {
        return work.report().orElseThrow();
    }

    private Progress progress() {
        return report().progress();
    }

    private void start(LineOrder order) {
        assertThat(work.start(order)).isEmpty();
    }

    /** Lets the line's thread do its steps for so long. */
    private void pass(long millis) {
        long end = nowMillis + millis;
        while (work.dueMillis() <= end) {
            nowMillis = Math.max(nowMillis, work.dueMillis());
            work.step();
        }
        nowMillis = end;
    }

    private void allFive() {
        for (int address = 1; address <= 4; address++) {
            bus.add(0x2A00_0000L + address, address);
        }
        bus.devices.add(new Device(0x2A00_0009L, 3, 9));
    }

    @Test
    void aScanMarksEveryDevice() {
        bus.add(0xA1, 1);
        bus.add(0xA2, 2);
        bus.add(0xA3, 2);
        bus.devices.add(new Device(0xA4, 40, 3));
        bus.add(0xA5, 70);
        bus.add(0xA6, 0);
        bus.devices.add(new Device(0xA7, 3, 9));
        start(new LineOrder.Scan());
        assertThat(report().state()).isEqualTo(State.RUNNING);
        assertThat(progress().total()).isNull();
        pass(10 * SECOND);
        assertThat(report().state()).isEqualTo(State.DONE);
        assertThat(progress().devices().stream().map(LineWorkTest::line).toList()).containsExactly(
                "1 S1-1 000000A1 C20 true EXPECTED", "2 S1-2 000000A2 C20 true DUPLICATE",
                "2 S1-2 000000A3 C20 true DUPLICATE", "3 S1-3 000000A4 C40 false EXPECTED",
                "4 S1-4 null null null MISSING", "9 amps-S1 000000A7 current sensor ±400 A true EXPECTED",
                "70 null 000000A5 C20 null UNEXPECTED", "0 null 000000A6 C20 null NO_ADDRESS");
        assertThat(progress().text()).isEqualTo("Line L1: 7 devices found, 3 of them expected, 1 unexpected, 2 with the"
                + " address of another, 1 without an address; 1 expected ones are missing.");
        assertThat(progress().done()).isEqualTo(progress().total());
        assertThat(events.heads()).containsExactly("LINE_WORK_STARTED L1", "LINE_WORK_ENDED L1");
        assertThat(report().endedAtMillis()).isGreaterThan(report().startedAtMillis());
    }

    private static String line(FoundDevice device) {
        return device.address() + " " + device.subject() + " " + device.serial() + " " + device.type() + " "
                + device.typeFits() + " " + device.mark();
    }

    @Test
    void whatOneSearchHasMissedTheOtherFinds() {
        allFive();
        bus.add(0xB1, 0);
        bus.hiddenFromSearch = 0;
        start(new LineOrder.Scan());
        while (bus.sent.size() < 6) {
            pass(1);
        }
        bus.hiddenFromSearch = -1;
        pass(10 * SECOND);
        assertThat(bus.sent).as("two searches of six devices").hasSize(12).containsOnly("search");
        assertThat(progress().devices()).hasSize(6).last().satisfies(
                device -> assertThat(device.serial()).isEqualTo("000000B1"));
    }

    @Test
    void aDeviceThatTheSearchHasMissedIsAskedByItsAddress() {
        allFive();
        bus.hiddenFromSearch = 3;
        start(new LineOrder.Scan());
        pass(10 * SECOND);
        assertThat(progress().devices()).hasSize(5).noneMatch(device -> device.serial() == null);
        assertThat(bus.sent).contains("identify 3").doesNotContain("identify 2");
    }

    @Test
    void aLineCheckCountsWhatIsLostAndWhatIsCorrupt() {
        allFive();
        bus.devices.get(1).silent = true;
        bus.devices.get(2).corrupts = true;
        start(new LineOrder.Check(10));
        pass(SECOND / 10);
        assertThat(progress().text()).contains("of 50 test patterns sent");
        pass(10 * SECOND);
        assertThat(report().state()).isEqualTo(State.DONE);
        assertThat(progress().checks()).extracting(CheckedDevice::lost).containsExactly(0, 10, 0, 0, 0);
        assertThat(progress().checks()).extracting(CheckedDevice::corrupt).containsExactly(0, 0, 10, 0, 0);
        assertThat(progress().checks().get(0).meanMicros()).isEqualTo(1_500);
        assertThat(progress().checks().get(1).meanMicros()).isZero();
        assertThat(progress().text()).endsWith("2 with losses, check their cables and terminals: S1-2, S1-3.");
    }

    @Test
    void buttonsGetTheAddressesOfTheSiteFileThatNobodyHas() {
        bus.add(0xB2, 2);
        Device first = bus.add(0xB7, 0);
        Device second = bus.add(0xB5, 0);
        start(new LineOrder.Addressing(0, 0));
        pass(SECOND);
        assertThat(progress().nextAddress()).isEqualTo(1);
        assertThat(progress().nextSubject()).isEqualTo("S1-1");
        assertThat(progress().total()).isEqualTo(4);
        assertThat(progress().text()).isEqualTo("Line L1: press the button of the device that shall have address 1"
                + " (S1-1); 0 of 4 addresses are given.");
        first.press();
        pass(SECOND);
        assertThat(first.address).isEqualTo(1);
        assertThat(progress().nextAddress()).as("2 is taken").isEqualTo(3);
        bus.devices.get(0).press();
        pass(SECOND);
        second.press();
        pass(SECOND);
        assertThat(progress().given()).containsExactly(
                new GivenAddress(1, "S1-1", "000000B7", false), new GivenAddress(2, "S1-2", "000000B2", true),
                new GivenAddress(3, "S1-3", "000000B5", false));
        assertThat(progress().done()).isEqualTo(2);
        CompletableFuture<Void> ended = work.stop();
        assertThat(ended).isNotDone();
        pass(SECOND);
        assertThat(ended).isDone();
        assertThat(report().state()).isEqualTo(State.STOPPED);
        assertThat(progress().text()).isEqualTo("Stopped: 2 of 4 addresses are given.");
        assertThat(progress().nextAddress()).isNull();
        assertThat(bus.devices).noneMatch(device -> device.addressing);
        assertThat(bus.sent.subList(bus.sent.size() - 3, bus.sent.size())).containsOnly("addressing false");
        assertThat(events.heads(EventKind.ADDRESS_GIVEN)).hasSize(2);
    }

    @Test
    void addressingEndsWithTheLastAddressOfARange() {
        Device one = bus.add(0xB1, 0);
        Device two = bus.add(0xB2, 0);
        start(new LineOrder.Addressing(70, 71));
        pass(SECOND);
        one.press();
        pass(SECOND);
        two.losesAcknowledgement = true;
        two.press();
        pass(SECOND);
        assertThat(two.address).isEqualTo(71);
        assertThat(report().state()).isEqualTo(State.DONE);
        assertThat(progress().text()).isEqualTo("Line L1: 2 of 2 addresses are given.");
        assertThat(bus.devices).noneMatch(device -> device.addressing);
    }

    @Test
    void anAddressThatTurnsOutToBeTakenIsPassedOver() {
        Device hidden = bus.add(0xB1, 1);
        Device pressed = bus.add(0xB2, 0);
        bus.hiddenFromSearch = 1;
        start(new LineOrder.Addressing(0, 0));
        pass(SECOND);
        assertThat(progress().nextAddress()).isEqualTo(1);
        pressed.press();
        pass(SECOND);
        assertThat(pressed.address).isEqualTo(2);
        assertThat(hidden.address).isEqualTo(1);
    }

    @Test
    void addressingEndsWhenNobodyPresses() {
        bus.add(0xB1, 0);
        start(new LineOrder.Addressing(0, 0));
        pass(14 * 60 * SECOND);
        assertThat(report().state()).isEqualTo(State.RUNNING);
        pass(2 * 60 * SECOND);
        assertThat(report().state()).isEqualTo(State.DONE);
        assertThat(progress().text()).contains("nobody has pressed a button for 15 min");
        assertThat(bus.devices.get(0).addressing).isFalse();
    }

    @Test
    void theModeIsSwitchedOffAsSoonAsABrokenLineIsBack() {
        bus.add(0xB1, 0);
        start(new LineOrder.Addressing(0, 0));
        pass(SECOND);
        assertThat(bus.devices.get(0).addressing).isTrue();
        bus.down = true;
        pass(10 * SECOND);
        assertThat(report().state()).isEqualTo(State.FAILED);
        assertThat(progress().text()).isEqualTo("Failed: port gone; 0 of 5 addresses are given.");
        bus.down = false;
        pass(3 * SECOND);
        assertThat(bus.devices.get(0).addressing).isFalse();
        assertThat(work.dueMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void resetTakesEveryAddressAlsoFromADeafDevice() {
        allFive();
        bus.devices.get(2).deafToReset = true;
        start(new LineOrder.Reset());
        pass(10 * SECOND);
        assertThat(bus.devices).allMatch(device -> device.address == 0);
        assertThat(progress().text()).isEqualTo("Line L1: 5 devices have no address now.");
        assertThat(progress().devices()).hasSize(5);
        assertThat(events.heads(EventKind.ADDRESSES_RESET)).hasSize(1);
    }

    @Test
    void onePieceOfWorkAtATimeAndNoneWhenTheServerStops() {
        allFive();
        start(new LineOrder.Check(10));
        assertThat(work.start(new LineOrder.Scan())).hasValue(
                "Line L1: a line check is running; wait for its end or stop it.");
        CompletableFuture<Void> ended = work.close();
        pass(SECOND);
        assertThat(ended).isDone();
        assertThat(report().state()).isEqualTo(State.STOPPED);
        assertThat(work.start(new LineOrder.Scan())).hasValue("The server is stopping.");
        assertThat(work.stop()).isDone();
    }

    @Test
    void aSerialNumberGetsAnAddressThatNobodyElseHas() throws Exception {
        allFive();
        SerialAddressing serials = new SerialAddressing(new ExpectedDevices(roster));
        assertThat(serials.assign(bus, 0x2A00_0001L, 2).sentence()).isEqualTo(
                "Module 2A000002 has address 2 (S1-2); give that one another address first, or 0.");
        assertThat(serials.assign(bus, 0x2A00_0002L, 0).verdict()).isEqualTo(Verdict.DONE);
        assertThat(serials.assign(bus, 0x2A00_0001L, 2).sentence()).isEqualTo(
                "Module 2A000001 has address 2 (S1-2) now.");
        assertThat(serials.assign(bus, 0xDEADL, 7).verdict()).isEqualTo(Verdict.REFUSED);
    }
}
