// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.topology.Site;

/** The sentences of alarms under the present names of the site, made anew when those change. Safe for several threads. */
final class AlarmSpeech {

    private record Under(Site site, AlarmSentence sentence) {}

    private final ViewStrings strings;
    private volatile Under under;

    AlarmSpeech(ViewStrings strings) {
        this.strings = strings;
    }

    Site site() {
        return strings.site();
    }

    AlarmSentence sentence() {
        Site site = strings.site();
        Under last = under;
        if (last == null || last.site() != site) {
            last = new Under(site, new AlarmSentence(site));
            under = last;
        }
        return last.sentence();
    }
}
