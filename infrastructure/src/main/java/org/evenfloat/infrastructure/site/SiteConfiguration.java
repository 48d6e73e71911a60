// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.topology.RelayUse;
import org.evenfloat.domain.topology.Site;

/**
 * A site file, checked as a whole.
 *
 * @param site what is installed
 * @param lines in the order of {@code site.lines()}
 * @param history what the history keeps
 * @param web where the web pages are served
 * @param dataFolder where the server keeps its data, absolute
 * @param simulatedClock where the clock of a simulated room is asked, not resolved; empty for a real room
 * @param givenSettings keys of settings in operation that the file gives, each with its line there
 * @param signIn where people are known beside the users of this server
 * @param alarmContacts which outputs of this machine and relays tell of alarms
 * @param protection terms of breakers, classic rules of strings
 */
public record SiteConfiguration(
        Site site,
        List<LineConfiguration> lines,
        HistorySettings history,
        WebSettings web,
        Path dataFolder,
        Optional<InetSocketAddress> simulatedClock,
        Map<String, Integer> givenSettings,
        SignInSettings signIn,
        AlarmContactSettings alarmContacts,
        Protection protection) {

    public SiteConfiguration {
        lines = List.copyOf(lines);
        givenSettings = Map.copyOf(givenSettings);
    }

    /** Returns which relays are bound, to breakers and to the general alarm; whoever wants a relay asks there first. */
    public RelayUse relayUse() {
        RelayUse use = RelayUse.of(site);
        alarmContacts.lineRelay().ifPresent(relay -> use.bind(relay, "the alarm contact"));
        alarmContacts.lineBuzzer().ifPresent(relay -> use.bind(relay, "the buzzer"));
        return use;
    }

    /** Returns the same as if all settings in operation were left to their defaults. */
    public SiteConfiguration withoutGivenSettings() {
        return new SiteConfiguration(
                site, lines, history, web, dataFolder, simulatedClock, Map.of(), signIn, alarmContacts, protection);
    }
}
