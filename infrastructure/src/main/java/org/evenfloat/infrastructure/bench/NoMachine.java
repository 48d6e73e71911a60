// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.util.List;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.SystemStatus;
import org.evenfloat.application.port.in.ViewSystem;
import org.evenfloat.domain.access.Actor;

/** A machine that nobody looks at, for what does not ask for it. */
final class NoMachine implements ViewSystem {

    @Override
    public SystemStatus system() {
        throw new UnsupportedOperationException("nothing is known of the machine here");
    }

    @Override
    public LogTail log(Actor who, int entries, LogTail.Level least) {
        return new LogTail(List.of(), false);
    }
}
