// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.adapters.bacsbus.ModuleBuses;
import org.evenfloat.application.commissioning.Calibrations;
import org.evenfloat.application.commissioning.LineWork;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.application.sweep.LineCare;
import org.evenfloat.application.sweep.LineSweeper;
import org.evenfloat.application.sweep.OrderBox;
import org.evenfloat.application.sweep.RelayCare;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.LogFiles;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.Lines.Line;
import org.evenfloat.infrastructure.site.LineConfiguration;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.ConductorThread;
import org.evenfloat.infrastructure.threads.GuardThread;
import org.evenfloat.infrastructure.threads.LineThread;
import org.evenfloat.infrastructure.threads.SignOfLife;
import org.evenfloat.infrastructure.threads.Supervisor;
import org.evenfloat.infrastructure.threads.Watchdog;
import org.evenfloat.infrastructure.time.Timekeeper;

/** One bus, care, sweeper and thread for each line of the site file. */
@Module
final class LinesWiring {

    private LinesWiring() {}

    @Provides
    @Singleton
    static List<LineRoster> rosters(SiteConfiguration configuration) {
        return configuration.lines().stream()
                .map(line -> configuration.site().roster(line.settings().line()))
                .toList();
    }

    @Provides
    @Singleton
    static OrderBox[] orders(List<LineRoster> rosters) {
        return rosters.stream().map(OrderBox::of).toArray(OrderBox[]::new);
    }

    @Provides
    @Singleton
    static Lines lines(
            SiteConfiguration configuration, List<LineRoster> rosters, OrderBox[] orders, ModuleRegister register,
            Calibrations calibrations, EventSink events, Timekeeper time, GuardThread guard,
            ConductorThread conductor) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rosters.size(); i++) {
            LineConfiguration line = configuration.lines().get(i);
            LineRoster roster = rosters.get(i);
            ModuleBus bus = ModuleBuses.open(line.settings(), roster);
            LineCare care = new LineCare(roster, bus, register, line.plan().resistancePeriodMillis());
            RelayCare relays = new RelayCare(roster, bus, line.plan().sweepPeriodMillis());
            LineSweeper sweeper = new LineSweeper(
                    roster, bus, care, relays, orders[i], calibrations.of(roster.line()), time.wallClock(),
                    time.monotonicClock());
            LineWork work = new LineWork(
                    roster, bus, events, time.wallClock(), time.monotonicClock(), System::nanoTime);
            LineThread thread = new LineThread(
                    roster.line(), sweeper, work, bus, time, line.plan().sweepPeriodMillis(), image -> {
                        guard.take(image);
                        return conductor.take(image);
                    });
            lines.add(new Line(roster, bus, care, work, thread));
        }
        return new Lines(lines);
    }

    @Provides
    @Singleton
    static Watchdog watchdog(GuardThread guard, ConductorThread conductor, Lines lines) {
        List<SignOfLife> parts = new ArrayList<>(List.of(guard, conductor));
        lines.all().forEach(line -> parts.add(line.thread()));
        return new Watchdog(parts, Supervisor.ofThisProcess(), () -> {
            LogFiles.flush();
            Runtime.getRuntime().halt(Watchdog.EXIT_CODE);
        });
    }

    @Provides
    @Singleton
    static SwitchgearView switchgear(
            SiteConfiguration configuration, List<LineRoster> rosters, SiteView view, Timekeeper time) {
        return new SwitchgearView(configuration.site(), configuration.relayUse(), rosters, view::newest,
                line -> configuration.lines().get(line).plan().sweepPeriodMillis(), time.monotonicClock());
    }
}
