// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.application.port.out.ModuleStatus;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.ModuleIdentity;

/** A line of devices in memory that can be found, addressed and tested; a search asks one question a device. */
final class BusInMemory implements ModuleBus {

    /** One device; counts what it is asked. */
    static final class Device {
        final long serial;
        final int typeCode;
        int address;
        boolean silent;
        boolean deafToReset;
        boolean losesAcknowledgement;
        boolean corrupts;
        boolean addressing;
        boolean pressed;
        long lost;
        long corrupt;

        Device(long serial, int typeCode, int address) {
            this.serial = serial;
            this.typeCode = typeCode;
            this.address = address;
        }

        void press() {
            pressed = addressing;
        }

        ModuleIdentity identity() {
            return new ModuleIdentity(serial, typeCode, 104, address);
        }
    }

    final List<Device> devices = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    boolean down;
    int hiddenFromSearch = -1;
    private int question;

    Device add(long serial, int address) {
        Device device = new Device(serial, 20, address);
        devices.add(device);
        return device;
    }

    private void use(String what) throws LineFailure {
        if (down) {
            throw new LineFailure("port gone");
        }
        sent.add(what);
    }

    private List<Device> at(int address) {
        return devices.stream().filter(device -> device.address == address && !device.silent).toList();
    }

    @Override
    public Optional<ModuleIdentity> identify(int address) throws LineFailure {
        use("identify " + address);
        return at(address).size() == 1 ? Optional.of(at(address).get(0).identity()) : Optional.empty();
    }

    @Override
    public List<ModuleIdentity> identifyAll(int address) throws LineFailure {
        use("identifyAll " + address);
        return at(address).stream().map(Device::identity).toList();
    }

    @Override
    public Optional<List<ModuleIdentity>> searchOn(boolean anew) throws LineFailure {
        use("search");
        question = anew ? 1 : question + 1;
        return question < devices.size() ? Optional.empty() : Optional.of(search());
    }

    @Override
    public List<ModuleIdentity> search() {
        return devices.stream().filter(device -> !device.silent && device.address != hiddenFromSearch)
                .map(Device::identity).sorted(Comparator.comparingLong(ModuleIdentity::serial)).toList();
    }

    @Override
    public boolean assign(long serial, int address) throws LineFailure {
        use("assign " + address);
        for (Device device : devices) {
            if (device.serial == serial && !device.silent) {
                device.address = address;
                device.pressed &= address == 0;
                return !device.losesAcknowledgement;
            }
        }
        return false;
    }

    @Override
    public void resetAddresses() throws LineFailure {
        use("reset");
        devices.stream().filter(device -> !device.deafToReset).forEach(device -> device.address = 0);
    }

    @Override
    public void addressing(boolean on) throws LineFailure {
        use("addressing " + on);
        devices.forEach(device -> {
            device.addressing = on;
            device.pressed &= on;
        });
    }

    @Override
    public Optional<ModuleIdentity> pressedButton() throws LineFailure {
        use("pressed");
        return devices.stream().filter(device -> device.pressed).map(Device::identity).findFirst();
    }

    @Override
    public boolean echo(int address) throws LineFailure {
        use("echo " + address);
        for (Device device : at(address)) {
            device.corrupt += device.corrupts ? 1 : 0;
            device.lost += device.corrupts ? 1 : 0;
            return !device.corrupts;
        }
        devices.stream().filter(device -> device.address == address).forEach(device -> device.lost++);
        return false;
    }

    @Override
    public RelayBus relays() {
        throw new UnsupportedOperationException("no relays on this line");
    }

    @Override
    public ModuleCounters counters(int address) {
        return devices.stream().filter(device -> device.address == address).findFirst()
                .map(device -> new ModuleCounters(0, 0, device.lost, device.corrupt, 0))
                .orElse(new ModuleCounters(0, 0, sent.stream().filter(("echo " + address)::equals).count(), 0, 0));
    }

    @Override
    public boolean blink(int address, int seconds) throws LineFailure {
        use("blink " + address);
        return !at(address).isEmpty();
    }

    @Override
    public BitSet sweep(SweepFill fill, Runnable betweenFrames) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void equalize(EqualizeOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ModuleStatus> status(int address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean startResistance(int address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ResistanceReading> resistance(int address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sleep(boolean asleep) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
