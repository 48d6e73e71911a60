// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.event.StateSentence;
import org.evenfloat.application.port.in.StringStatus.BlockRemark;
import org.evenfloat.domain.equalize.BlockFinding;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.equalize.Exclusion;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/** Puts what changes in a string into events, each once. One object a string. */
public final class StringNews {

    private final EventSink events;
    private final Set<String> toldExcluded = new HashSet<>();
    private boolean converged;
    private boolean notCorrectable;
    private boolean chargerMisSet;

    public StringNews(EventSink events) {
        this.events = events;
    }

    void state(BatteryString string, StringState before, StringState after, StringGather gather) {
        String values = gather.good() == 0 ? "no block is measured"
                : "mean block voltage " + mean(gather)
                        + (gather.currentMilliamps() == null ? "" : ", current " + gather.currentAmps() + " A");
        tell(EventKind.STRING_STATE, string.id(),
                StateSentence.begin(string.id(), before, after) + " " + values + ".");
    }

    private static String mean(StringGather gather) {
        return Double.isNaN(gather.meanVolts()) ? "unknown" : Voltage.ofVolts(gather.meanVolts()).toString();
    }

    void convergence(BatteryString string, Equalizer equalizer) {
        boolean now = equalizer.diagnosis().converged();
        if (now && !converged) {
            tell(EventKind.CONVERGED, string.id(), "String " + string.id() + ": all blocks that take part have been"
                    + " within 10 mV of " + Voltage.ofVolts(equalizer.targetVolts()) + " for 15 min.");
        } else if (!now && converged) {
            tell(EventKind.CONVERGENCE_LOST, string.id(), "String " + string.id()
                    + ": its blocks are no longer held within the band"
                    + (equalizer.enabled() ? "; equalizing goes on." : "; equalizing is paused."));
        }
        converged = now;
    }

    void charger(BatteryString string, Equalizer equalizer) {
        boolean now = equalizer.diagnosis().chargerMisSet();
        if (now && !chargerMisSet) {
            tell(EventKind.CHARGER_MIS_SET, string.id(),
                    "String " + string.id() + ": " + equalizer.diagnosis().chargerSentence());
        } else if (!now && chargerMisSet) {
            tell(EventKind.CHARGER_WITHIN_LIMITS, string.id(),
                    "String " + string.id() + ": the charger holds the configured float voltage again.");
        }
        chargerMisSet = now;
    }

    /** Returns the remarks on blocks that cannot be corrected; the list before when nothing has changed. */
    List<BlockRemark> notCorrectable(BatteryString string, Equalizer equalizer, List<BlockRemark> before) {
        boolean now = equalizer.diagnosis().notCorrectable();
        if (now == notCorrectable) {
            return before;
        }
        notCorrectable = now;
        if (!now) {
            tell(EventKind.CORRECTABLE_AGAIN, string.id(),
                    "String " + string.id() + ": equalizing can bring all blocks together again.");
            return List.of();
        }
        List<BlockRemark> remarks = new ArrayList<>();
        for (BlockFinding finding : equalizer.diagnosis().findings()) {
            remarks.add(new BlockRemark(finding.blockId(), finding.sentence()));
            tell(EventKind.NOT_CORRECTABLE, finding.blockId(), finding.sentence());
        }
        return remarks;
    }

    /** Returns the remarks on blocks left out of equalizing; the list before when nothing has changed. */
    List<BlockRemark> excluded(
            BatteryString string, Equalizer equalizer, StringGather gather, List<BlockRemark> before) {
        int count = 0;
        boolean same = true;
        for (int i = 0; i < string.size(); i++) {
            Exclusion reason = equalizer.exclusion(i);
            if (reason != Exclusion.NONE) {
                same = same && count < before.size() && before.get(count).block().equals(string.blocks().get(i).id())
                        && before.get(count).remark().endsWith(reason.remark());
                count++;
            }
        }
        return same && count == before.size() ? before : changed(string, equalizer, gather, before);
    }

    /** A block whose module or line is silent is in the list, but its loss has been told as such already. */
    private List<BlockRemark> changed(
            BatteryString string, Equalizer equalizer, StringGather gather, List<BlockRemark> before) {
        List<BlockRemark> after = new ArrayList<>();
        Set<BlockRemark> old = new HashSet<>(before);
        Set<String> out = new HashSet<>();
        for (int i = 0; i < string.size(); i++) {
            Exclusion reason = equalizer.exclusion(i);
            if (reason != Exclusion.NONE) {
                String block = string.blocks().get(i).id();
                BlockRemark remark = new BlockRemark(block, "Block " + block + ": " + reason.remark());
                after.add(remark);
                out.add(block);
                if (!old.contains(remark) && !(reason == Exclusion.LOST && gather.silent(i))) {
                    toldExcluded.add(block);
                    tell(EventKind.BLOCK_EXCLUDED, block, remark.remark() + ".");
                }
            }
        }
        before.stream().filter(remark -> !out.contains(remark.block()) && toldExcluded.remove(remark.block()))
                .forEach(remark -> tell(EventKind.BLOCK_READMITTED, remark.block(),
                        "Block " + remark.block() + " takes part in equalizing again."));
        return after;
    }

    private void tell(EventKind kind, String subject, String text) {
        events.happened(kind, subject, text);
    }
}
