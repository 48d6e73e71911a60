// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.evenfloat.adapters.web.Admission;
import org.evenfloat.adapters.web.AlarmAccess;
import org.evenfloat.adapters.web.AlarmTuning;
import org.evenfloat.adapters.web.Commissioning;
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
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Journal;
import org.evenfloat.infrastructure.server.LineCommissioning;
import org.evenfloat.infrastructure.server.LineModules;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.LinesAtAGlance;
import org.evenfloat.infrastructure.server.ServerHealth;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** What a server is given, and what belongs to the whole of it. */
@Module
public final class ServerWiring {

    private final SiteConfiguration configuration;
    private final DataFolder folder;
    private final Timekeeper time;
    private final WebAccess access;
    private final String version;

    public ServerWiring(
            SiteConfiguration configuration, DataFolder folder, Timekeeper time, WebAccess access, String version) {
        this.configuration = configuration;
        this.folder = folder;
        this.time = time;
        this.access = access;
        this.version = version;
    }

    @Provides
    SiteConfiguration configuration() {
        return configuration;
    }

    @Provides
    DataFolder folder() {
        return folder;
    }

    @Provides
    Timekeeper time() {
        return time;
    }

    @Provides
    WebAccess access() {
        return access;
    }

    @Provides
    EventSink events(Journal journal) {
        return journal;
    }

    @Provides
    @Singleton
    Journal journal() {
        return new Journal(time.wallClock());
    }

    @Provides
    @Singleton
    ViewHealth health(Lines lines, SiteView view, HistoryRecorder recorder) {
        return new ServerHealth(version, time, lines, view, recorder);
    }

    @Provides
    @Singleton
    Commissioning commissioning(
            Guard guard, Lines lines, ViewHealth health, Calibrations calibrations, SwitchgearView switchgear,
            EventSink events) {
        return new Commissioning(
                new LinesAtAGlance(configuration.lines(), lines, health),
                new GuardedLineWork(guard, configuration.site(), new LineCommissioning(lines, events)),
                new GuardedCalibration(guard, configuration.site(), calibrations), switchgear);
    }

    @Provides
    @Singleton
    WebServer web(
            WebSettings settings, Guard guard, SiteView view, ReadHistory history, ViewHealth health,
            ModuleRegister register, ResistanceBook book, Lines lines, Commissioning commissioning, GuardedSystem system,
            GuardedSettings changes, AlarmAccess alarms, AlarmLimits limits, Admission admission, ReadAudit audit) {
        return new WebServer(
                settings, view, view, history, health,
                new GuardedReplacement(guard, configuration.site(), new ReferencesAnew(register, book)),
                new LineModules(lines, register),
                commissioning, system, system, changes, alarms,
                new AlarmTuning(limits, new GuardedBackTest(guard, new BackTest(history, limits))), admission, audit,
                access);
    }
}
