// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenfloat.application.port.in.CollectSupport;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.SystemStatus;
import org.evenfloat.application.port.in.ViewSystem;
import org.evenfloat.domain.access.Actor;

/** A machine as a test wants it. */
final class Machine implements ViewSystem, CollectSupport {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Piece> pieces = new CopyOnWriteArrayList<>(
            List.of(new Piece("site.yaml", target -> target.write("evenfloat: 1".getBytes(StandardCharsets.UTF_8)))));
    volatile SystemStatus.Clock clock =
            new SystemStatus.Clock(Room.NOW, true, new SystemStatus.ClockJump(Room.NOW - 60_000, "It jumped."));
    volatile IOException logFailure;

    @Override
    public SystemStatus system() {
        return new SystemStatus(
                new SystemStatus.Program("0.1.0", "17.0.15", "Debian", 4711, Room.NOW - 5_000, 5_000),
                new SystemStatus.Machine("battery-room", "Linux 6.1", "amd64", 2, OptionalDouble.of(0.25)),
                new SystemStatus.Memory(12_000_000, 512_000_000, OptionalLong.empty()),
                new SystemStatus.Disk(
                        "/var/lib/evenfloat", OptionalLong.of(7_000), OptionalLong.of(9_000), OptionalLong.of(500),
                        OptionalLong.of(60)),
                clock, new SystemStatus.Contracts(1, 1, 1, 1));
    }

    @Override
    public LogTail log(Actor who, int entries, LogTail.Level least) throws IOException {
        asked.add(entries + " " + least);
        if (logFailure != null) {
            throw logFailure;
        }
        return new LogTail(
                List.of(new LogTail.Entry(
                        Room.NOW, LogTail.Level.WARN, "line-L1", "o.e.a.sweep.LineSweeper", "Silent.\n  at Line")),
                true);
    }

    @Override
    public List<Piece> pieces(Actor who) {
        return pieces;
    }
}
