// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.commissioning.Calibrations;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.history.SweepRecording;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.application.sweep.OrderBox;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringNews;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.application.sweep.SweepAlarms;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.server.ConductorEffects;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.ConductorThread;
import org.evenfloat.infrastructure.threads.HistoryThread;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The conductor with a watch for each string. */
@Module
final class ConductorWiring {

    private ConductorWiring() {}

    @Provides
    @Singleton
    static SiteView view(SiteConfiguration configuration, List<LineRoster> rosters) {
        return new SiteView(configuration.site(), rosters);
    }

    @Provides
    @Singleton
    static ModuleRegister register(
            SiteMemory memory, Timekeeper time, EventSink events, HistoryThread history, Calibrations calibrations) {
        ModuleRegister register =
                new ModuleRegister(memory, time.wallClock(), events, task -> history.write(task::run));
        register.follow(calibrations);
        return register;
    }

    @Provides
    @Singleton
    static Calibrations calibrations(
            SiteConfiguration configuration, List<LineRoster> rosters, SiteMemory memory, Timekeeper time,
            EventSink events, HistoryThread history) {
        return new Calibrations(configuration.site(), rosters, memory, time.wallClock(), events,
                task -> history.write(task::run));
    }

    @Provides
    @Singleton
    static List<StringWatch> watches(
            SiteConfiguration configuration, SiteView view, OrderBox[] orders, ModuleRegister register,
            EventSink events, EqualizingBoard board) {
        List<BatteryString> strings = configuration.site().strings().toList();
        List<StringWatch> watches = new ArrayList<>();
        for (int i = 0; i < strings.size(); i++) {
            long periodMillis = view.lines(i)
                    .mapToLong(line -> configuration.lines().get(line).plan().sweepPeriodMillis())
                    .max().orElseThrow();
            watches.add(new StringWatch(
                    strings.get(i), view, i, periodMillis, orders, register, new StringNews(events), board));
        }
        return watches;
    }

    @Provides
    @Singleton
    static ConductorEffects effects(
            SweepRecording recording, HistoryThread history, SiteMemory memory, Timekeeper time) {
        return new ConductorEffects(recording, history, memory, time.wallClock());
    }

    @Provides
    @Singleton
    static Conductor conductor(
            List<LineRoster> rosters, List<StringWatch> watches, SiteView view, EventSink events, SweepAlarms alarms,
            ConductorEffects effects) {
        return new Conductor(rosters, watches, view, events, alarms, effects);
    }

    @Provides
    @Singleton
    static ConductorThread conductorThread(Conductor conductor, EventSink events, Timekeeper time) {
        return new ConductorThread(conductor, events, time);
    }
}
