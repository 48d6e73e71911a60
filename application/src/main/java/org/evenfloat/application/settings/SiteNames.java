// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/** What people call the site, its batteries and strings, and what they have written on the blocks. */
public final class SiteNames implements LiveSettings {

    private static final SettingKind NAME = new SettingKind.Text(1, 100);
    private static final SettingKind LABEL = new SettingKind.Text(0, 40);

    private final Site site;
    private final Consumer<Site> publish;
    private final List<SettingDefinition> definitions = new ArrayList<>();

    /**
     * @param site as the site file has it
     * @param publish takes the site under its present names
     */
    public SiteNames(Site site, Consumer<Site> publish) {
        this.site = site;
        this.publish = publish;
        definitions.add(SettingDefinition.of(
                "site", "", "name", "Name of the site", NAME, site.name(), Set.of()));
        site.batteries().forEach(battery -> definitions.add(SettingDefinition.of(
                "batteries", battery.id(), "name", "Name of battery " + battery.id(), NAME, battery.name(),
                battery.strings().stream().map(BatteryString::id).collect(Collectors.toSet()))));
        site.strings().forEach(string -> definitions.add(SettingDefinition.of(
                "strings", string.id(), "name", "Name of string " + string.id(), NAME, string.name(),
                Set.of(string.id()))));
        site.strings().forEach(this::labels);
    }

    private void labels(BatteryString string) {
        Set<String> owner = Set.of(string.id());
        string.blocks().forEach(block -> definitions.add(SettingDefinition.of(
                "blocks", block.id(), "label", "Label of block " + block.id(), LABEL, block.label(), owner)));
    }

    @Override
    public List<SettingDefinition> definitions() {
        return definitions;
    }

    @Override
    public void apply(Function<String, String> inForce) {
        List<Battery> batteries = site.batteries().stream()
                .map(battery -> new Battery(
                        battery.id(), inForce.apply("batteries." + battery.id() + ".name"),
                        battery.strings().stream().map(string -> named(string, inForce)).toList()))
                .toList();
        publish.accept(new Site(
                inForce.apply("site.name"), site.timeZone(), site.lines(), batteries, site.sensors(),
                site.relayModules(), site.breakers()));
    }

    private static BatteryString named(BatteryString string, Function<String, String> inForce) {
        List<Block> blocks = string.blocks().stream()
                .map(block -> block.labelled(inForce.apply("blocks." + block.id() + ".label"))).toList();
        String key = EqualizingSwitches.key(string.id());
        return new BatteryString(
                string.id(), inForce.apply("strings." + string.id() + ".name"), string.blockType(), string.moduleType(),
                blocks, string.currentSensor(), string.ambientSensor(), string.currentZero(),
                inForce.apply(key).equals(SettingKind.OnOff.ON), string.halfOf());
    }
}
