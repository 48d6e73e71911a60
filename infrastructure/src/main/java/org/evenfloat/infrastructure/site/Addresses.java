// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenfloat.domain.text.NearestWord;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Sensor;

/** Who stands at which address of which line; every address once, but a sensor may serve several strings. */
final class Addresses {

    private sealed interface Device {}

    private record OfBlock(String id) implements Device {}

    private record OfSensor(Sensor sensor) implements Device {}

    private record OfRelays(String id) implements Device {}

    private final Map<String, TreeMap<Integer, Device>> lines = new LinkedHashMap<>();

    Addresses(Collection<String> lineIds) {
        lineIds.forEach(id -> lines.put(id, new TreeMap<>()));
    }

    /** Returns whether the line exists, or says that it does not. */
    boolean knows(Entry entry, String line) {
        if (lines.containsKey(line)) {
            return true;
        }
        entry.reject(entry.given() + " on an unknown line",
                "one of the lines " + NearestWord.list(line, lines.keySet()));
        return false;
    }

    /** Takes the addresses of one segment's blocks; one problem when some are taken already. */
    void takeBlocks(Entry entry, List<Block> blocks) {
        int taken = 0;
        String example = "";
        for (Block block : blocks) {
            ModuleAddress address = block.module();
            Device other = lines.get(address.line()).putIfAbsent(address.number(), new OfBlock(block.id()));
            if (other != null && taken++ == 0) {
                example = address + " is " + words(other);
            }
        }
        if (taken > 0) {
            String more = taken == 1 ? "" : ", and " + (taken - 1) + " more";
            entry.reject(entry.given() + ": " + example + more, "every address of a line once");
        }
    }

    /** Takes or shares the address of a sensor. */
    Optional<ModuleAddress> takeSensor(Entry entry, Sensor.Kind kind) {
        Optional<ModuleAddress> address = Segment.readAddress(entry).filter(a -> knows(entry, a.line()));
        address.ifPresent(at -> {
            Device sensor = new OfSensor(new Sensor(at.toString(), kind, at));
            Device other = lines.get(at.line()).putIfAbsent(at.number(), sensor);
            if (other != null && !other.equals(sensor)) {
                entry.reject(entry.given() + ": " + at + " is " + words(other), "every address of a line once");
            }
        });
        return address;
    }

    /** Takes the address of a relay module. */
    Optional<ModuleAddress> takeRelays(Entry entry, String id) {
        Optional<ModuleAddress> address = Segment.readAddress(entry).filter(a -> knows(entry, a.line()));
        address.ifPresent(at -> {
            Device other = lines.get(at.line()).putIfAbsent(at.number(), new OfRelays(id));
            if (other != null) {
                entry.reject(entry.given() + ": " + at + " is " + words(other), "every address of a line once");
            }
        });
        return address;
    }

    private static String words(Device device) {
        if (device instanceof OfBlock block) {
            return "block " + block.id();
        }
        if (device instanceof OfRelays relays) {
            return "relay module " + relays.id();
        }
        return ((OfSensor) device).sensor().kind() == Sensor.Kind.CURRENT ? "a current sensor" : "an ambient sensor";
    }

    /** Returns the addresses in use on the line, ascending. */
    int[] used(String line) {
        return lines.get(line).keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns every sensor in the order of lines and addresses. */
    List<Sensor> sensors() {
        return lines.values().stream().flatMap(devices -> devices.values().stream())
                .filter(OfSensor.class::isInstance).map(device -> ((OfSensor) device).sensor()).toList();
    }
}
