// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.Map;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripScene;

/** What stands in the column {@code detail} of {@code breaker.csv}, by what the line is about. */
final class TapeDetails {

    static final String RECORDING = "recording";
    static final String STATE = "state";
    static final String LOOK = "look";
    static final String ACT = "act";
    static final String TOLD = "told";
    static final String PROOF = "proof";
    static final String LEARN = "learn anew";

    private static final Map<String, Class<? extends BreakerAct>> ACTS = Map.of(
            "Mode", BreakerAct.Mode.class, "Veto", BreakerAct.Veto.class, "Trip", BreakerAct.Trip.class,
            "Release", BreakerAct.Release.class, "Answered", BreakerAct.Answered.class);

    private TapeDetails() {}

    /** Why recording begins (anew). */
    record Recording(TapeHeader.Reason reason, long lost, String program, String java) {}

    /** A look of the policy. */
    record Look(TripScene scene, TripOrder order) {}

    /** What it told. */
    record Told(TripNotice notice, TripMode mode) {}

    /** Who had it learn anew. */
    record Learn(String by) {}

    /** What became of an act; empty when it was done. */
    record Refusal(String refused) {}

    static String act(BreakerAct act, String refused) {
        return "act=" + act.getClass().getSimpleName() + "; " + RecordText.line((Record) act) + "; "
                + RecordText.line(new Refusal(refused));
    }

    static BreakerAct act(Map<String, String> texts) throws IOException {
        Class<? extends BreakerAct> type = ACTS.get(texts.getOrDefault("act", ""));
        if (type == null) {
            throw new IOException("act: '" + texts.get("act") + "' is unknown");
        }
        return (BreakerAct) RecordText.read(type.asSubclass(Record.class), texts, "");
    }
}
