// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.List;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/** How people call the things of a site, in the order of its points. Made from one state of the names. Immutable. */
final class SiteWords {

    private final Site site;
    private final List<String> strings;
    private final List<String> blocks;
    private final AlarmSentence sentence;

    SiteWords(Site site) {
        this.site = site;
        this.strings = site.strings().map(BatteryString::name).toList();
        this.blocks = site.strings().flatMap(string -> string.blocks().stream()).map(Block::label).toList();
        this.sentence = new AlarmSentence(site);
    }

    /** Returns words of a state of the names: {@code last} when it is of the same one. */
    static SiteWords of(Site site, SiteWords last) {
        return last != null && last.site == site ? last : new SiteWords(site);
    }

    Site site() {
        return site;
    }

    String string(int row) {
        return strings.get(row);
    }

    String block(int row) {
        return blocks.get(row);
    }

    AlarmSentence sentence() {
        return sentence;
    }
}
