// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.ModuleType;

/** Reads the five keys that a battery may give for all its strings and a string for itself. */
final class BlockDefaults {

    static final QuantityRange CAPACITY = QuantityRange.of(Dimension.CHARGE, "0.5 Ah", "20000 Ah", "80 Ah");
    /** From one cell to a 48 V lead-acid block, the most that fits the bus. */
    static final int MAX_CELLS = 24;

    private static final Map<String, Boolean> YES_NO = yesNo();

    private final Named<BatteryProfile> profiles;
    private final Named<ModuleType> moduleTypes;

    BlockDefaults(Named<BatteryProfile> profiles, Named<ModuleType> moduleTypes) {
        this.profiles = profiles;
        this.moduleTypes = moduleTypes;
    }

    private static Map<String, Boolean> yesNo() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("true", true);
        words.put("false", false);
        return words;
    }

    /** Looks at a battery's own values, also those that every string overrides. */
    void check(Section battery) {
        battery.find("profile").ifPresent(profiles::named);
        battery.find("cells-per-block").ifPresent(BlockDefaults::cells);
        battery.find("capacity").ifPresent(BlockDefaults::capacity);
        battery.find("module").ifPresent(moduleTypes::named);
        battery.find("equalizing").ifPresent(entry -> entry.choice(YES_NO));
    }

    /** Returns the type of the string's blocks. */
    Optional<BlockType> blockType(Section string, Section battery) {
        Optional<BatteryProfile> profile = need(string, battery, "profile", "such as vrla-agm")
                .flatMap(profiles::named);
        OptionalInt cells = need(string, battery, "cells-per-block", "1 to " + MAX_CELLS)
                .map(BlockDefaults::cells).orElse(OptionalInt.empty());
        OptionalLong capacity = need(string, battery, "capacity", "unknown, or " + CAPACITY.allowed())
                .map(BlockDefaults::capacity).orElse(OptionalLong.empty());
        return profile.isPresent() && cells.isPresent() && capacity.isPresent()
                ? Optional.of(new BlockType(
                        profile.get(), cells.getAsInt(), new Charge((int) capacity.getAsLong())))
                : Optional.empty();
    }

    /** Returns the type of the string's battery modules; says so when they cannot measure such blocks. */
    Optional<ModuleType> moduleType(Section string, Section battery, Optional<BlockType> block) {
        Optional<Entry> entry = need(string, battery, "module", "such as C20");
        Optional<ModuleType> type = entry.flatMap(moduleTypes::named);
        if (type.isPresent() && block.isPresent() && !type.get().inVoltageRange(block.get().floatMillivolts())) {
            int cells = block.get().cells();
            entry.get().reject(
                    type.get().name() + " on blocks of " + cells + (cells == 1 ? " cell " : " cells ")
                            + block.get().profile().name() + " with " + volts(block.get().floatMillivolts())
                            + " at float",
                    "a module type for that voltage; " + type.get().name() + " measures "
                            + volts(type.get().minVoltage().millivolts()) + " to "
                            + volts(type.get().maxVoltage().millivolts()));
        }
        return type;
    }

    /** Returns whether the string is equalized; only lead-acid is unless somebody says so. */
    boolean equalizing(Section string, Section battery, Optional<BlockType> block) {
        return string.find("equalizing").or(() -> battery.find("equalizing")).flatMap(e -> e.choice(YES_NO))
                .orElse(block.isPresent() && block.get().profile().chemistry().leadAcid());
    }

    private static Optional<Entry> need(Section string, Section battery, String key, String allowed) {
        return string.find(key).or(() -> battery.need(key, allowed + ", here or in every string"));
    }

    private static OptionalInt cells(Entry entry) {
        return entry.number(1, MAX_CELLS, "cells in series inside one block");
    }

    private static OptionalLong capacity(Entry entry) {
        Optional<String> text = entry.scalar();
        if (text.filter("unknown"::equals).isPresent()) {
            return OptionalLong.of(0);
        }
        OptionalLong capacity = text.map(CAPACITY::parse).orElse(OptionalLong.empty());
        if (capacity.isEmpty()) {
            entry.reject("unknown, or " + CAPACITY.allowed());
        }
        return capacity;
    }

    private static String volts(int millivolts) {
        return QuantityText.format(millivolts, Dimension.VOLTAGE);
    }
}
