// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.adapters.alarmfiles.FileAlarmStore;
import org.evenfloat.adapters.alarmfiles.FileContact;
import org.evenfloat.adapters.alarmfiles.FileResistanceMemory;
import org.evenfloat.adapters.bacsbus.RelayContact;
import org.evenfloat.adapters.web.AlarmAccess;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedAlarms;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmHandling;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.alarm.AlarmView;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.health.ResistanceBook;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.protection.ProtectionKeeper;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.SweepAlarms;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Alarms;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.OwnHealth;
import org.evenfloat.infrastructure.server.ResistanceKeeping;
import org.evenfloat.infrastructure.site.AlarmContactSettings;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.AlarmThread;
import org.evenfloat.infrastructure.threads.GuardThread;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The alarms: what is looked at, what stands, and who keeps it. */
@Module
final class AlarmWiring {

    private static final long NANOS_A_MILLI = 1_000_000;

    private AlarmWiring() {}

    @Provides
    @Singleton
    static AlarmPlaces places(SiteConfiguration configuration) {
        return new AlarmPlaces(configuration.site());
    }

    @Provides
    @Singleton
    static AlarmLimits limits(SiteConfiguration configuration) {
        return new AlarmLimits(configuration.site());
    }

    @Provides
    @Singleton
    static AlarmOutbox outbox() {
        return new AlarmOutbox();
    }

    @Provides
    @Singleton
    static AlarmDesk desk(AlarmPlaces places, AlarmOutbox outbox, Timekeeper time) {
        return new AlarmDesk(places, outbox, new GeneralAlarm(time.monotonicClock().millis()));
    }

    @Provides
    @Singleton
    static AlarmStore store(DataFolder folder) {
        return new FileAlarmStore(FileAlarmStore.folder(folder.path()));
    }

    @Provides
    @Singleton
    static OwnHealth ownHealth(
            HistoryRecorder recorder, DataFolder folder, Lazy<GuardThread> guard, ProtectionKeeper keeper) {
        return new OwnHealth(recorder, folder.path(), guard::get, keeper);
    }

    @Provides
    @Singleton
    static SweepAlarms sweepAlarms(
            SiteConfiguration configuration, List<LineRoster> rosters, SiteView view, AlarmDesk desk, AlarmLimits limits,
            OwnHealth health, ModuleRegister register, ResistanceBook book, ViewProtection protection) {
        Map<String, LineRoster> rosterOf = new HashMap<>();
        Map<String, Integer> rowOf = new HashMap<>();
        rosters.forEach(roster -> {
            for (int row = 0; row < roster.moduleCount(); row++) {
                rosterOf.put(roster.blockId(row), roster);
                rowOf.put(roster.blockId(row), row);
            }
        });
        return new SweepAlarms(configuration.site(), rosters, view, desk, limits, health, new SweepAlarms.Beyond() {
            @Override
            public int risePermille(String block) {
                return book.risePermille(block);
            }

            @Override
            public void measured(String block, long wallMillis, int microohms, int centidegrees) {
                long serial = register.known(rosterOf.get(block), rowOf.get(block))
                        .map(SiteMemory.KnownModule::serial).orElse(0L);
                book.measured(block, serial, wallMillis, microohms, centidegrees);
            }

            @Override
            public boolean known(String block) {
                return register.known(rosterOf.get(block), rowOf.get(block)).isPresent();
            }
        }, protection);
    }

    @Provides
    @Singleton
    static AlarmThread thread(
            SiteConfiguration configuration, AlarmDesk desk, AlarmOutbox outbox, SweepAlarms alarms, AlarmStore store,
            OwnHealth health, ResistanceKeeping resistances, Lines lines, Timekeeper time) {
        Runnable chores = () -> {
            health.askDisk();
            resistances.look();
        };
        AlarmThread thread = new AlarmThread(
                desk, outbox, alarms::pending, store, contacts(configuration, lines), chores,
                time.monotonicClock());
        alarms.onNews(thread::wake);
        return thread;
    }

    private static List<AlarmContact> contacts(SiteConfiguration configuration, Lines lines) {
        AlarmContactSettings settings = configuration.alarmContacts();
        List<AlarmContact> contacts = new ArrayList<>();
        if (settings.hasFile()) {
            contacts.add(new FileContact(settings.relay(), settings.buzzer(), settings.inverted()));
        }
        if (settings.lineRelay().isPresent() || settings.lineBuzzer().isPresent()) {
            contacts.add(new RelayContact(
                    settings.lineRelay().map(relay -> output(relay, configuration, lines)),
                    settings.lineBuzzer().map(buzzer -> output(buzzer, configuration, lines))));
        }
        return contacts;
    }

    private static RelayContact.Output output(RelayPoint relay, SiteConfiguration configuration, Lines lines) {
        ModuleAddress address = configuration.site().relayModule(relay.module()).orElseThrow().address();
        Lines.Line line = lines.get(address.line());
        return new RelayContact.Output(
                relay.toString(), line.bus().relays(), line.thread()::attend, address.number(), relay.relay());
    }

    @Provides
    @Singleton
    static ResistanceBook book() {
        return new ResistanceBook();
    }

    @Provides
    @Singleton
    static ResistanceKeeping resistances(ResistanceBook book, DataFolder folder) {
        return new ResistanceKeeping(
                book, new FileResistanceMemory(folder.path()), () -> System.nanoTime() / NANOS_A_MILLI);
    }

    @Provides
    @Singleton
    static Alarms alarms(
            AlarmStore store, AlarmDesk desk, SweepAlarms lookout, AlarmThread thread, ResistanceKeeping resistances,
            Timekeeper time) {
        return new Alarms(store, desk, lookout, thread, resistances, time);
    }

    @Provides
    @Singleton
    static AlarmAccess access(ViewAlarms view, HandleAlarms handle) {
        return new AlarmAccess(view, handle);
    }

    @Provides
    @Singleton
    static ViewAlarms view(AlarmDesk desk, AlarmOutbox outbox, AlarmStore store, Timekeeper time) {
        return new AlarmView(desk, outbox, store, time.wallClock());
    }

    @Provides
    @Singleton
    static HandleAlarms handling(Guard guard, AlarmPlaces places, AlarmDesk desk, AlarmThread thread, Timekeeper time) {
        return new GuardedAlarms(guard, places, new AlarmHandling(
                places, desk, time.wallClock(), time.monotonicClock(), thread::keptByNow));
    }
}
