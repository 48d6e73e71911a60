// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Outputs of this machine that tell of alarms; each is a file, absolute.
 *
 * @param relay file of the relay that holds while all is well
 * @param buzzer file of the buzzer
 * @param inverted whether {@code 0} makes them active instead of {@code 1}
 */
public record AlarmContactSettings(Optional<Path> relay, Optional<Path> buzzer, boolean inverted) {

    /** There are none. */
    public static final AlarmContactSettings NONE = new AlarmContactSettings(Optional.empty(), Optional.empty(), false);
}
