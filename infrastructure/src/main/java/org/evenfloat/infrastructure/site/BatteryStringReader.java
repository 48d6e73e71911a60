// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;

/** Reads one string of a battery. */
final class BatteryStringReader {

    /** As many as fit one line; a string of 2 V cells for 800 V has 400. */
    static final int MAX_BLOCKS = 2000;
    /** What a sensor of 2,000 A shows without current is well below. */
    static final QuantityRange CURRENT_ZERO = QuantityRange.of(Dimension.CURRENT, "0 mA", "10 A", "20 mA");

    private final Ids ids;
    private final Addresses addresses;
    private final BlockDefaults defaults;
    private final GivenSettings given;
    private final ProtectionReader protection;

    BatteryStringReader(
            Ids ids, Addresses addresses, BlockDefaults defaults, GivenSettings given, ProtectionReader protection) {
        this.ids = ids;
        this.addresses = addresses;
        this.defaults = defaults;
        this.given = given;
        this.protection = protection;
    }

    StringDraft read(Section section, Section battery) {
        Optional<String> id = ids.claim(section);
        Optional<String> name = section.find("name").map(Entry::name).orElse(id);
        section.find("name").ifPresent(entry -> given.note("strings." + id.orElse("") + ".name", entry));
        section.find("equalizing").or(() -> battery.find("equalizing"))
                .ifPresent(entry -> given.note("strings." + id.orElse("") + ".equalizing", entry));
        Optional<BlockType> blockType = defaults.blockType(section, battery);
        Optional<ModuleType> moduleType = defaults.moduleType(section, battery, blockType);
        boolean equalizing = defaults.equalizing(section, battery, blockType);
        List<Block> blocks = blocks(section, id.orElse(""));
        Optional<ModuleAddress> current = sensor(section, "current-sensor", Sensor.Kind.CURRENT);
        Optional<ModuleAddress> ambient = sensor(section, "ambient-sensor", Sensor.Kind.TEMPERATURE);
        Current zero = currentZero(section);
        protection.string(id.orElse(""), section);
        boolean whole = name.isPresent() && blockType.isPresent() && moduleType.isPresent() && !blocks.isEmpty();
        Optional<BatteryString> string = !whole ? Optional.empty() : Optional.of(new BatteryString(
                id.orElse(""), name.get(), blockType.get(), moduleType.get(), blocks, current, ambient, zero,
                equalizing, Optional.empty()));
        return new StringDraft(id.orElse(""), blocks.size(), string);
    }

    private Optional<ModuleAddress> sensor(Section section, String key, Sensor.Kind kind) {
        return section.find(key).flatMap(entry -> addresses.takeSensor(entry, kind));
    }

    private static Current currentZero(Section section) {
        if (section.find("current-zero").isPresent() && section.find("current-sensor").isEmpty()) {
            section.find("current-zero").get().reject("a current zero without current-sensor",
                    "only beside current-sensor");
        }
        return new Current((int) section.quantity("current-zero", CURRENT_ZERO, 0));
    }

    /** Returns the blocks in string order; empty when they cannot be read. */
    private List<Block> blocks(Section section, String id) {
        Optional<Entry> modules =
                section.need("modules", "a list of lines and addresses in quotes such as [\"L1: 1-64\"]");
        List<Entry> items = modules.map(entry -> entry.items("lines and addresses such as [\"L1: 1-64\"]"))
                .orElse(List.of());
        List<Block> blocks = new ArrayList<>();
        boolean allRead = true;
        for (Entry item : items) {
            Optional<Segment> segment = Segment.read(item).filter(s -> addresses.knows(item, s.line()));
            if (segment.isPresent() && blocks.size() + segment.get().size() > MAX_BLOCKS) {
                item.reject(item.given() + " makes more than " + MAX_BLOCKS + " blocks",
                        "1 to " + MAX_BLOCKS + " blocks a string");
                return List.of();
            }
            allRead &= segment.isPresent();
            segment.ifPresent(s -> blocks.addAll(take(item, s, id, blocks.size())));
        }
        if (modules.isPresent() && items.isEmpty()) {
            modules.get().reject("no blocks", "1 to " + MAX_BLOCKS + " blocks a string");
        }
        return allRead ? blocks : List.of();
    }

    private List<Block> take(Entry item, Segment segment, String id, int before) {
        List<Block> blocks = new ArrayList<>();
        for (int place = 0; place < segment.size(); place++) {
            int number = before + place + 1;
            blocks.add(new Block(id + "-" + number, number, segment.address(place)));
        }
        addresses.takeBlocks(item, blocks);
        return blocks;
    }
}
