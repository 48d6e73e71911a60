// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.Optional;
import org.evenfloat.domain.topology.RelayPoint;

/**
 * Outputs that tell of alarms: files of this machine, absolute, and relays on the lines.
 *
 * @param relay file of the relay that holds while all is well
 * @param buzzer file of the buzzer
 * @param inverted whether {@code 0} makes the files active instead of {@code 1}
 * @param lineRelay relay on a line that is energised while all is well
 * @param lineBuzzer relay on a line that is energised while the buzzer sounds
 */
public record AlarmContactSettings(
        Optional<Path> relay, Optional<Path> buzzer, boolean inverted, Optional<RelayPoint> lineRelay,
        Optional<RelayPoint> lineBuzzer) {

    /** There are none. */
    public static final AlarmContactSettings NONE = new AlarmContactSettings(Optional.empty(), Optional.empty(), false);

    /** Files only. */
    public AlarmContactSettings(Optional<Path> relay, Optional<Path> buzzer, boolean inverted) {
        this(relay, buzzer, inverted, Optional.empty(), Optional.empty());
    }

    /** Returns whether there is a file. */
    public boolean hasFile() {
        return relay.isPresent() || buzzer.isPresent();
    }
}
