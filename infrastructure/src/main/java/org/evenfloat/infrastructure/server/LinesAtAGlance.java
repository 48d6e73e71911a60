// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.application.commissioning.ExpectedDevices;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewLines;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.infrastructure.site.LineConfiguration;

/** Puts together what the site file, the health and the counters say of each line. */
public final class LinesAtAGlance implements ViewLines {

    private static final long PATIENCE_MILLIS = 2_000;

    private final List<LineConfiguration> configurations;
    private final Lines lines;
    private final ViewHealth health;

    /** @param configurations in the order of the lines */
    public LinesAtAGlance(List<LineConfiguration> configurations, Lines lines, ViewHealth health) {
        this.configurations = List.copyOf(configurations);
        this.lines = lines;
        this.health = health;
    }

    @Override
    public List<Line> lines() {
        List<CompletableFuture<Counts>> asked =
                lines.all().stream().map(line -> OnLineThread.ask(line, () -> counts(line))).toList();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        List<Health.LineHealth> healths = health.health().lines();
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            all.add(line(configurations.get(i), healths.get(i),
                    await(asked.get(i), TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()))));
        }
        return all;
    }

    private static Optional<Counts> await(CompletableFuture<Counts> answer, long patienceMillis) {
        try {
            return OnLineThread.await(answer, patienceMillis);
        } catch (LineFailure cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    private static Line line(LineConfiguration line, Health.LineHealth health, Optional<Counts> counts) {
        int baud = line.settings().baud();
        int periodMillis = line.plan().sweepPeriodMillis();
        if (line.settings().transport() instanceof LineSettings.Tcp tcp) {
            return new Line(health, null, tcp.host(), tcp.port(), baud, periodMillis, counts);
        }
        LineSettings.Serial serial = (LineSettings.Serial) line.settings().transport();
        return new Line(health, serial.port(), null, null, baud, periodMillis, counts);
    }

    private static Counts counts(Lines.Line line) {
        long[] sums = new long[5];
        for (int address : new ExpectedDevices(line.roster()).addresses()) {
            add(sums, line.bus().counters(address));
        }
        return new Counts(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private static void add(long[] sums, ModuleCounters counters) {
        sums[0] += counters.asked();
        sums[1] += counters.answered();
        sums[2] += counters.lost();
        sums[3] += counters.corrupt();
        sums[4] += counters.late();
    }
}
