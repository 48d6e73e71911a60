// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryString;

/** Reads the batteries. */
final class BatteryReader {

    static final int MAX_STRINGS = 1000;

    private final Ids ids;
    private final BlockDefaults defaults;
    private final BatteryStringReader strings;
    private final GivenSettings given;
    private int stringCount;

    BatteryReader(
            Ids ids, Addresses addresses, BlockDefaults defaults, GivenSettings given, ProtectionReader protection) {
        this.ids = ids;
        this.defaults = defaults;
        this.given = given;
        this.strings = new BatteryStringReader(ids, addresses, defaults, given, protection);
    }

    /** Returns the batteries; those in which something cannot be read are left out. */
    List<Battery> read(Entry list) {
        List<Battery> batteries = new ArrayList<>();
        for (Section section : list.sections("batteries", KeySet.BATTERY)) {
            read(section).ifPresent(batteries::add);
        }
        if (stringCount > MAX_STRINGS) {
            list.reject(stringCount + " strings", "at most " + MAX_STRINGS + " strings on the site");
        }
        return batteries;
    }

    private Optional<Battery> read(Section section) {
        Optional<String> id = ids.claim(section);
        Optional<String> name = section.find("name").map(Entry::name).orElse(id);
        section.find("name").ifPresent(entry -> given.note("batteries." + id.orElse("") + ".name", entry));
        defaults.check(section);
        Optional<Entry> list = section.need("strings", "a list of strings");
        List<Section> sections = list.map(entry -> entry.sections("strings", KeySet.STRING)).orElse(List.of());
        if (list.isPresent() && sections.isEmpty()) {
            list.get().reject("no strings", "1 to " + MAX_STRINGS + " strings");
        }
        stringCount += sections.size();
        // Beyond the limit nothing more is read: the file is refused anyway.
        List<StringDraft> drafts = stringCount > MAX_STRINGS ? List.of()
                : sections.stream().map(string -> strings.read(string, section)).toList();
        Map<String, String> halves = CentreTaps.read(section, drafts);
        List<BatteryString> whole = drafts.stream().flatMap(draft -> draft.string().stream())
                .map(string -> StringDraft.halfOf(string, Optional.ofNullable(halves.get(string.id())))).toList();
        return id.isPresent() && name.isPresent()
                ? Optional.of(new Battery(id.get(), name.get(), whole)) : Optional.empty();
    }
}
