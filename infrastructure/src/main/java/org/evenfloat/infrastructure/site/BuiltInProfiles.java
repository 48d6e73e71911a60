// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Site;
import org.snakeyaml.engine.v2.nodes.Node;

/** The battery profiles that come with the server: {@code battery-profiles.yaml} beside this class. */
public final class BuiltInProfiles {

    /** Every built-in profile in the order of the resource. */
    static final List<BatteryProfile> ALL = load();

    private BuiltInProfiles() {}

    /** Returns a fresh register that knows the built-in profiles. */
    static Named<BatteryProfile> named() {
        Named<BatteryProfile> profiles = new Named<>();
        ALL.forEach(profile -> profiles.builtIn(profile.name(), profile));
        return profiles;
    }

    /**
     * Returns a site with the built-in profile in place of each of the same name: what was made without this resource,
     * such as a simulated room, knows its voltages and nothing of its alarms.
     */
    public static Site in(Site site) {
        List<Battery> batteries = site.batteries().stream()
                .map(battery -> new Battery(battery.id(), battery.name(),
                        battery.strings().stream().map(BuiltInProfiles::in).toList()))
                .toList();
        return new Site(site.name(), site.timeZone(), site.lines(), batteries, site.sensors(), site.relayModules(),
                site.breakers());
    }

    private static BatteryString in(BatteryString string) {
        BlockType type = string.blockType();
        BatteryProfile profile = ALL.stream().filter(each -> each.name().equals(type.profile().name())).findFirst()
                .orElse(type.profile());
        return new BatteryString(
                string.id(), string.name(), new BlockType(profile, type.cells(), type.capacity()), string.moduleType(),
                string.blocks(), string.currentSensor(), string.ambientSensor(), string.currentZero(),
                string.equalizing(), string.halfOf());
    }

    private static List<BatteryProfile> load() {
        ProblemList problems = new ProblemList();
        try (InputStream in = BuiltInProfiles.class.getResourceAsStream("battery-profiles.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Node root = new YamlText(problems).compose(text).orElseThrow();
            Named<BatteryProfile> profiles = new Named<>();
            new Entry("", root, problems).sections("profiles", KeySet.PROFILE)
                    .forEach(section -> ProfileReader.read(section, profiles));
            problems.throwIfAny();
            return profiles.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SiteFileProblems e) {
            throw new IllegalStateException("battery-profiles.yaml", e);
        }
    }
}
