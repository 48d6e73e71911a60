// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.CollectSupport;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.SystemStatus;
import org.evenfloat.application.port.in.ViewSystem;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** The server and its machine: everybody sees how it is, the log and the support bundle are for those who may. */
public final class GuardedSystem implements ViewSystem, CollectSupport {

    private final Guard guard;
    private final ViewSystem system;
    private final CollectSupport support;

    public GuardedSystem(Guard guard, ViewSystem system, CollectSupport support) {
        this.guard = guard;
        this.system = system;
        this.support = support;
    }

    @Override
    public SystemStatus system() {
        return system.system();
    }

    @Override
    public LogTail log(Actor who, int entries, LogTail.Level least) throws IOException {
        guard.require(who, Verb.READ_LOG, Target.server());
        return system.log(who, entries, least);
    }

    @Override
    public List<Piece> pieces(Actor who) {
        return guard.perform(who, Verb.COLLECT_SUPPORT, Target.server(), "support bundle",
                () -> support.pieces(who), pieces -> Deed.done(pieces.size() + " files"));
    }
}
