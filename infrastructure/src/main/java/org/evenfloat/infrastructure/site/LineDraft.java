// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;
import org.evenfloat.adapters.bacsbus.LineSettings;

/**
 * A line before anybody knows what hangs on it.
 *
 * @param section where it stands
 * @param settings how it is reached; empty when that cannot be read
 * @param resistancePeriodMillis after how long resistances are measured again; 0 never
 */
record LineDraft(Section section, String id, Optional<LineSettings> settings, long resistancePeriodMillis) {}
