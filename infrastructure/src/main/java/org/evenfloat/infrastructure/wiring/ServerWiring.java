// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.evenfloat.adapters.web.Admission;
import org.evenfloat.adapters.web.AlarmAccess;
import org.evenfloat.adapters.web.AlarmTuning;
import org.evenfloat.adapters.web.Commissioning;
import org.evenfloat.adapters.web.ProtectionAccess;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.adapters.web.WebServer;
import org.evenfloat.adapters.web.WebSettings;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedBackTest;
import org.evenfloat.application.access.GuardedCalibration;
import org.evenfloat.application.access.GuardedLineWork;
import org.evenfloat.application.access.GuardedReplacement;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.access.GuardedSystem;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.commissioning.Calibrations;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.health.ReferencesAnew;
import org.evenfloat.application.health.ResistanceBook;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewInterfaces;
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.server.Journal;
import org.evenfloat.infrastructure.server.LineCommissioning;
import org.evenfloat.infrastructure.server.LineModules;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.LinesAtAGlance;
import org.evenfloat.infrastructure.server.ServerHealth;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** What belongs to the whole of a server. */
@Module
final class ServerWiring {

    private ServerWiring() {}

    @Provides
    static EventSink events(Journal journal) {
        return journal;
    }

    @Provides
    @Singleton
    static Journal journal(Timekeeper time) {
        return new Journal(time.wallClock());
    }

    @Provides
    @Singleton
    static ViewHealth health(
            @Named("version") String version, Timekeeper time, Lines lines, SiteView view, HistoryRecorder recorder) {
        return new ServerHealth(version, time, lines, view, recorder);
    }

    @Provides
    @Singleton
    static Commissioning commissioning(
            SiteConfiguration configuration, Guard guard, Lines lines, ViewHealth health, Calibrations calibrations,
            SwitchgearView switchgear, ViewInterfaces interfaces, EventSink events) {
        return new Commissioning(
                new LinesAtAGlance(configuration.lines(), lines, health),
                new GuardedLineWork(guard, configuration.site(), new LineCommissioning(lines, events)),
                new GuardedCalibration(guard, configuration.site(), calibrations), switchgear, interfaces);
    }

    @Provides
    @Singleton
    static WebServer web(
            SiteConfiguration configuration, WebAccess access, WebSettings settings, Guard guard, SiteView view,
            ReadHistory history, ViewHealth health,
            ModuleRegister register, ResistanceBook book, Lines lines, Commissioning commissioning, GuardedSystem system,
            GuardedSettings changes, AlarmAccess alarms, AlarmLimits limits, ProtectionAccess protection,
            Admission admission, ReadAudit audit) {
        return new WebServer(
                settings, view, view, history, health,
                new GuardedReplacement(guard, configuration.site(), new ReferencesAnew(register, book)),
                new LineModules(lines, register),
                commissioning, system, system, changes, alarms,
                new AlarmTuning(limits, new GuardedBackTest(guard, new BackTest(history, limits))), protection,
                admission, audit, access);
    }
}
