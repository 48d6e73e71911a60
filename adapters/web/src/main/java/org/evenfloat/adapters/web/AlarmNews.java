// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.ZoneId;
import java.util.Collection;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewAlarms.Standing;

/**
 * Tells the readers of the stream what stands: everybody when it has changed, at most once a tick of the feed, and each
 * once when he comes. One event at a time, encoded once for all. For the thread of the feed.
 */
final class AlarmNews {

    private final ViewAlarms alarms;
    private final AlarmSpeech speech;
    private SseFrame newest;
    private boolean untold;
    private long version;

    AlarmNews(ViewAlarms alarms, AlarmSpeech speech) {
        this.alarms = alarms;
        this.speech = speech;
    }

    /**
     * @param all every reader
     * @param fresh those of them who have just come
     * @param tick whether the time has come to look whether something has changed
     */
    void tell(Collection<StreamClient> all, Collection<StreamClient> fresh, boolean tick) {
        boolean looks = !fresh.isEmpty() || tick && !all.isEmpty();
        if (looks && (newest == null || alarms.version() != version)) {
            take();
            untold = true;
        }
        if (tick && untold) {
            untold = false;
            all.forEach(client -> client.alarms(newest));
        } else {
            fresh.forEach(client -> client.alarms(newest));
        }
    }

    private void take() {
        Standing now = alarms.standing();
        AlarmSentence sentence = speech.sentence();
        ZoneId zone = speech.site().timeZone();
        version = now.version();
        newest = SseFrame.event("alarms", Json.bytes(json -> AlarmJson.event(json, now, sentence, zone)));
    }
}
