// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.simulator.room.Scenario.Fault;
import org.evenfloat.simulator.room.Scenario.FaultKind;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a scenario's phases and faults into what happens at each step of the room. */
final class Story {

    private static final Logger LOG = LoggerFactory.getLogger(Story.class);

    private final Scenario scenario;
    private volatile double speed;
    private final RoomClock clock;
    private final Map<String, WireLine> lines;
    private final Map<String, WireDevice> devices;
    private final RoomSwitchgear switchgear;
    private final PlantFaults plant;
    private final List<Mend> mends = new ArrayList<>();
    private final List<LongConsumer> people = new ArrayList<>();
    private final RoomFaults faults;
    private volatile Phase phase;
    private int nextFault;

    /** How a fault that has begun is mended; in order of their begin, so that two of them undo each other's work. */
    private record Mend(Fault fault, Runnable action) {}

    Story(Scenario scenario, double speed, RoomClock clock, Map<String, WireLine> lines,
            Map<String, WireDevice> devices, RoomSwitchgear switchgear, PlantFaults plant) {
        this.scenario = scenario;
        this.speed = speed;
        this.clock = clock;
        this.lines = lines;
        this.devices = devices;
        this.switchgear = switchgear;
        this.plant = plant;
        this.faults = new RoomFaults(scenario.seed());
        this.phase = scenario.phases().get(0);
        setSpeed();
    }

    Phase phase() {
        return phase;
    }

    void advance(long nowMillis) {
        Phase now = phaseAt(nowMillis);
        if (now != phase) {
            phase = now;
            LOG.info("Room: {} begins", now.name());
            setSpeed();
        }
        while (nextFault < scenario.faults().size() && scenario.faults().get(nextFault).atMillis() <= nowMillis) {
            Fault fault = scenario.faults().get(nextFault++);
            LOG.info("Room: {} {}", fault.kind(), fault.targets());
            mends.add(new Mend(fault, begin(fault, nowMillis)));
        }
        mends.removeIf(mend -> {
            boolean over = nowMillis >= mend.fault().untilMillis();
            if (over) {
                LOG.info("Room: {} {} is mended", mend.fault().kind(), mend.fault().targets());
                mend.action().run();
            }
            return over;
        });
        people.forEach(person -> person.accept(nowMillis));
    }

    private Phase phaseAt(long nowMillis) {
        long end = 0;
        for (Phase candidate : scenario.phases()) {
            end += candidate.lastsMillis();
            if (nowMillis < end) {
                return candidate;
            }
        }
        return scenario.phases().get(scenario.phases().size() - 1);
    }

    /** Goes on at that speed from now on, whatever the phases say; 0 for theirs. */
    void speed(double simulatedPerReal) {
        speed = simulatedPerReal;
        setSpeed();
    }

    private void setSpeed() {
        clock.speed(speed > 0 ? speed : phase.speed());
    }

    /** Lets a fault begin and returns what mends it. */
    private Runnable begin(Fault fault, long nowMillis) {
        return switch (fault.kind()) {
            case LOST_MODULE -> onLine(lineOf(fault), faults.silent(device(fault, 0)));
            case NOISY_LINE -> onLine(lines.get(fault.targets().get(0)), faults.noise(fault.amount()));
            case UNPLUGGED_LINE -> onLine(lines.get(fault.targets().get(0)), faults.unplugged());
            case SWAPPED_MODULES -> {
                swap(device(fault, 0), device(fault, 1));
                yield () -> swap(device(fault, 0), device(fault, 1));
            }
            case DUPLICATE_ADDRESS -> {
                int before = device(fault, 1).address();
                device(fault, 1).readdress(device(fault, 0).address());
                yield () -> device(fault, 1).readdress(before);
            }
            case CLOCK_JUMP -> {
                clock.jumpWallClock((long) fault.amount());
                yield () -> clock.jumpWallClock(-(long) fault.amount());
            }
            case LOST_ADDRESS -> loseAddresses(targets(fault));
            case PRESSED_BUTTON -> comes(new Technician(targets(fault))::look);
            case CLOSED_BREAKER -> comes(new BreakerAttendant(
                    switchgear.breaker(fault.targets().get(0)), (long) fault.amount())::look);
            case STUCK_RELAY, LYING_INPUT, SLOW_BREAKER, OPEN_BREAKER -> onSwitchgear(fault);
            case OVERVOLTAGE, HOT_ROOM, DRY_OUT, SHORTED_CELLS, LOCAL_SHORT, WRONG_TEMPERATURE, FROZEN_MODULE ->
                    plant.begin(fault, nowMillis);
        };
    }

    /** Lets somebody look at each step of the room, and returns what sends that person away. */
    private Runnable comes(LongConsumer person) {
        people.add(person);
        return () -> people.remove(person);
    }

    private Runnable onSwitchgear(Fault fault) {
        String target = fault.targets().get(0);
        RoomBreaker breaker = switchgear.breaker(target);
        if (fault.kind() == FaultKind.SLOW_BREAKER) {
            breaker.openingTime((long) fault.amount());
            return breaker::usualOpeningTime;
        }
        if (fault.kind() == FaultKind.OPEN_BREAKER) {
            breaker.open();
            return breaker::close;
        }
        Matcher point = SwitchgearReader.match(target).orElseThrow();
        int number = Integer.parseInt(point.group(2));
        if (fault.kind() == FaultKind.STUCK_RELAY) {
            RelayPoint relay = new RelayPoint(point.group(1), number);
            switchgear.stick(relay);
            return () -> switchgear.mend(relay);
        }
        InputPoint input = new InputPoint(point.group(1), number);
        if (fault.amount() == 0) {
            switchgear.lie(input);
        } else {
            switchgear.lie(input, fault.amount() > 0);
        }
        return () -> switchgear.mend(input);
    }

    /** Those that have been given one meanwhile keep it when it is mended. */
    private static Runnable loseAddresses(List<WireDevice> targets) {
        List<Integer> before = targets.stream().map(WireDevice::address).toList();
        targets.forEach(device -> device.readdress(0));
        return () -> {
            for (int i = 0; i < before.size(); i++) {
                if (targets.get(i).address() == 0) {
                    targets.get(i).readdress(before.get(i));
                }
            }
        };
    }

    private static Runnable onLine(WireLine line, LineFault fault) {
        line.add(fault);
        return () -> line.remove(fault);
    }

    private static void swap(WireDevice one, WireDevice other) {
        int address = one.address();
        one.readdress(other.address());
        other.readdress(address);
        one.restart();
        other.restart();
    }

    private List<WireDevice> targets(Fault fault) {
        return fault.targets().stream().map(devices::get).toList();
    }

    private WireDevice device(Fault fault, int target) {
        return devices.get(fault.targets().get(target));
    }

    private WireLine lineOf(Fault fault) {
        return lines.values().stream()
                .filter(line -> line.devices().contains(device(fault, 0)))
                .findFirst().orElseThrow();
    }
}
