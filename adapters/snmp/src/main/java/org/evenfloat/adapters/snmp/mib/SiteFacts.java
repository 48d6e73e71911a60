// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.topology.Site;

/** What clients are told of a site beside its points. Never waits; safe for several threads. */
public interface SiteFacts {

    /** Returns what is installed, under its present names; another object whenever one of them has changed. */
    Site site();

    /**
     * Returns the limit in force of a row of the alarm table about blocks, in the unit of its signal; empty when nobody
     * looks, or when blocks have different ones.
     */
    OptionalInt limit(AlarmDefinition row);

    /** Returns after how long resistances are measured again, ms; empty when none are, or when lines differ. */
    OptionalLong resistancePeriodMillis();

    /** Returns how often all blocks are measured, ms: the longest period of a line; empty without lines. */
    OptionalLong sweepPeriodMillis();
}
