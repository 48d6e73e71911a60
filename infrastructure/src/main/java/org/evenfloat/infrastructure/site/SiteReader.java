// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenfloat.domain.text.NearestWord;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.Site;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes a configuration of the nodes of a site file; goes on after a problem, so that all are found at once. */
final class SiteReader {

    static final String VERSION = "1";

    /** Name of a site that nobody has named yet. */
    static final String UNNAMED = "Evenfloat";

    private final ProblemList problems;
    private final ServerReader server;
    private final Path folder;
    private final Map<String, String> environment;
    private final Ids ids = new Ids();
    private final GivenSettings given = new GivenSettings();
    private final ProtectionReader protection = new ProtectionReader();

    SiteReader(ProblemList problems, Path folder, Map<String, String> environment) {
        this.problems = problems;
        this.folder = folder;
        this.environment = environment;
        this.server = new ServerReader(folder, environment);
    }

    /** Returns the configuration; it means something only when there were no problems. */
    Optional<SiteConfiguration> read(Node root) {
        ProblemList scratch = new ProblemList();
        Optional<Entry> otherVersion = new Entry("", root, scratch).section(KeySet.FILE)
                .flatMap(file -> file.find("evenfloat"))
                .filter(version -> !version.scalar().equals(Optional.of(VERSION)));
        if (otherVersion.isPresent()) {
            // Of another format every other key may mean something else.
            problems.add(new SiteFileProblem(otherVersion.get().line(), otherVersion.get().column(), "evenfloat",
                    otherVersion.get().given(), "1, the only version of the site file so far"));
            return Optional.empty();
        }
        return new Entry("", root, problems).section(KeySet.FILE).map(this::read);
    }

    private SiteConfiguration read(Section file) {
        file.need("evenfloat", "1, the version of the site file");
        Named<BatteryProfile> profiles = BuiltInProfiles.named();
        file.sections("battery-profiles", "profiles", KeySet.PROFILE)
                .forEach(section -> ProfileReader.read(section, profiles));
        Named<ModuleType> types = new Named<>();
        ModuleType.BUILT_IN.forEach(type -> types.builtIn(type.name(), type));
        ModuleTypeReader typeReader = new ModuleTypeReader(types);
        file.sections("module-types", "module types", KeySet.MODULE_TYPE).forEach(typeReader::read);

        List<LineDraft> lines = file.need("lines", "a list of lines")
                .map(entry -> new LineReader(ids, given).read(entry)).orElse(List.of());
        Addresses addresses = new Addresses(lines.stream().map(LineDraft::id).toList());
        BatteryReader batteryReader = new BatteryReader(
                ids, addresses, new BlockDefaults(profiles, types), given, protection);
        List<Battery> batteries = file.find("batteries").map(batteryReader::read).orElse(List.of());
        List<RelayModule> relayModules = file.find("relay-modules")
                .map(new RelayModuleReader(ids, addresses)::read).orElse(List.of());
        List<LineConfiguration> planned = lines.stream()
                .flatMap(line -> line.settings()
                        .flatMap(settings -> LinePlanner.plan(line, settings, addresses.used(line.id()))).stream())
                .toList();
        RelayReader relays = new RelayReader(relayModules);
        Set<String> strings = batteries.stream().flatMap(battery -> battery.strings().stream())
                .map(BatteryString::id).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Breaker> breakers = file.find("breakers")
                .map(new BreakerReader(ids, relays, strings, protection)::read).orElse(List.of());
        Site site = site(file, lines.stream().map(LineDraft::id).toList(), batteries, addresses)
                .withRelays(relayModules, breakers);
        return new SiteConfiguration(site, planned, server.history(file), server.web(file), server.dataFolder(file),
                server.simulatedClock(file), given.lines(), signIn(file, strings), alarmContacts(file, relays),
                protection.protection(), northbound(file, site));
    }

    private NorthboundSettings northbound(Section file, Site site) {
        NorthboundSettings modbus = file.find("modbus").flatMap(entry -> entry.section(KeySet.MODBUS))
                .map(section -> new ModbusReader(folder).read(section, site)).orElse(NorthboundSettings.OFF);
        return modbus.with(file.find("snmp").flatMap(entry -> entry.section(KeySet.SNMP))
                .map(new SnmpReader(new SecretReader(folder, environment))::read).orElse(SnmpSite.OFF));
    }

    private Site site(Section file, List<String> lines, List<Battery> batteries, Addresses addresses) {
        Optional<Section> section = file.need("site", "a section with the keys name, time-zone")
                .flatMap(entry -> entry.section(KeySet.SITE));
        Optional<Entry> given = section.flatMap(site -> site.find("name"));
        given.ifPresent(entry -> this.given.note("site.name", entry));
        String name = given.flatMap(Entry::name).orElse(UNNAMED);
        ZoneId zone = section.flatMap(site -> site.need("time-zone", "a zone such as Europe/Berlin or UTC"))
                .map(SiteReader::zone).orElse(ZoneOffset.UTC);
        return new Site(name, zone, lines, batteries, addresses.sensors());
    }

    private SignInSettings signIn(Section file, Set<String> strings) {
        return file.find("sign-in").flatMap(entry -> entry.section(KeySet.SIGN_IN))
                .map(section -> new SignInReader(folder, environment, strings).read(section))
                .orElse(SignInSettings.NONE);
    }

    private AlarmContactSettings alarmContacts(Section file, RelayReader relays) {
        return file.find("alarm-contacts").flatMap(entry -> entry.section(KeySet.ALARM_CONTACTS))
                .map(new AlarmContactReader(folder, relays)::read).orElse(AlarmContactSettings.NONE);
    }

    private static ZoneId zone(Entry entry) {
        try {
            return ZoneId.of(entry.scalar().orElse(""));
        } catch (DateTimeException e) {
            entry.reject("a zone such as Europe/Berlin or UTC" + entry.scalar()
                    .map(text -> NearestWord.hint(text, ZoneId.getAvailableZoneIds())).orElse(""));
            return ZoneOffset.UTC;
        }
    }
}
