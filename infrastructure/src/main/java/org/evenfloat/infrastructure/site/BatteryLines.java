// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.runaway.ClassicRule;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.ModuleType;

/** Writes batteries: what all strings share once, at the battery. */
final class BatteryLines {

    private final YamlLines yaml;
    private final Protection protection;

    BatteryLines(YamlLines yaml, Protection protection) {
        this.yaml = yaml;
        this.protection = protection;
    }

    private record Shared(BlockType blockType, ModuleType moduleType, boolean equalizing) {

        static Shared of(BatteryString string) {
            return new Shared(string.blockType(), string.moduleType(), string.equalizing());
        }
    }

    void battery(Battery battery) {
        yaml.beginItem();
        yaml.text("id", battery.id());
        yaml.text("name", battery.name());
        List<Shared> kinds = battery.strings().stream().map(Shared::of).distinct().toList();
        boolean alike = kinds.size() == 1;
        if (alike) {
            shared(kinds.get(0));
        }
        yaml.begin("strings");
        battery.strings().forEach(string -> string(string, !alike));
        yaml.end();
        centreTaps(battery);
        yaml.end();
    }

    private void shared(Shared kind) {
        yaml.text("profile", kind.blockType.profile().name());
        yaml.plain("cells-per-block", kind.blockType.cells());
        Charge capacity = kind.blockType.capacity();
        yaml.plain("capacity", capacity.milliampHours() == 0
                ? "unknown" : QuantityText.format(capacity.milliampHours(), Dimension.CHARGE));
        yaml.text("module", kind.moduleType.name());
        yaml.plain("equalizing", kind.equalizing);
    }

    private void string(BatteryString string, boolean ownKind) {
        yaml.beginItem();
        yaml.text("id", string.id());
        yaml.text("name", string.name());
        if (ownKind) {
            shared(Shared.of(string));
        }
        yaml.plain("modules", segments(string.blocks()).stream()
                .map(segment -> YamlLines.quoted(segment.toString())).collect(Collectors.joining(", ", "[", "]")));
        string.currentSensor().ifPresent(sensor -> yaml.text("current-sensor", sensor.toString()));
        if (string.currentZero().milliamps() != 0) {
            yaml.plain("current-zero", QuantityText.format(string.currentZero().milliamps(), Dimension.CURRENT));
        }
        string.ambientSensor().ifPresent(sensor -> yaml.text("ambient-sensor", sensor.toString()));
        ClassicRule rule = protection.classic().get(string.id());
        if (rule != null) {
            yaml.begin("classic-rule");
            yaml.plain("difference", QuantityText.format(
                    Math.round(100 * rule.differenceKelvin()), Dimension.TEMPERATURE_DIFFERENCE));
            yaml.plain("current", QuantityText.format(Math.round(1_000 * rule.chargeAmps()), Dimension.CURRENT));
            yaml.plain("since", QuantityText.format(Math.round(1_000 * rule.sinceSeconds()), Dimension.TIME));
            yaml.end();
        }
        yaml.end();
    }

    /** Returns the addresses of the blocks in as few segments as they make. */
    static List<Segment> segments(List<Block> blocks) {
        List<Segment> segments = new ArrayList<>();
        for (Block block : blocks) {
            String line = block.module().line();
            int number = block.module().number();
            Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            int step = last == null ? 0 : number - last.to();
            boolean goesOn = last != null && last.line().equals(line) && Math.abs(step) == 1
                    && (last.from() == last.to() || Integer.signum(last.to() - last.from()) == step);
            if (goesOn) {
                segments.set(segments.size() - 1, new Segment(line, last.from(), number));
            } else {
                segments.add(new Segment(line, number, number));
            }
        }
        return segments;
    }

    private void centreTaps(Battery battery) {
        Set<String> written = new HashSet<>();
        List<String> pairs = new ArrayList<>();
        for (BatteryString string : battery.strings()) {
            string.halfOf().filter(other -> !written.contains(string.id())).ifPresent(other -> {
                written.add(other);
                pairs.add("[" + YamlLines.quoted(string.id()) + ", " + YamlLines.quoted(other) + "]");
            });
        }
        if (!pairs.isEmpty()) {
            yaml.plain("centre-tap", "[" + String.join(", ", pairs) + "]");
        }
    }
}
