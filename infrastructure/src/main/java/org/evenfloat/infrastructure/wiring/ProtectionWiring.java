// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenfloat.adapters.alarmfiles.FileSafetyMemory;
import org.evenfloat.adapters.web.ProtectionAccess;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedProtection;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.out.GuardTape;
import org.evenfloat.application.port.out.SafetyMemory;
import org.evenfloat.application.protection.BreakerDeeds;
import org.evenfloat.application.protection.GuardNotes;
import org.evenfloat.application.protection.ProtectionDesk;
import org.evenfloat.application.protection.ProtectionKeeper;
import org.evenfloat.application.protection.ProtectionView;
import org.evenfloat.application.relay.RelaySwitch;
import org.evenfloat.application.relay.SiteBreakerWires;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.RelayBuses;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.GuardThread;
import org.evenfloat.infrastructure.threads.SafetyThread;
import org.evenfloat.infrastructure.time.Timekeeper;

/** Guards and breaker policies with their thread, and what keeps what they decide. */
@Module
final class ProtectionWiring {

    /** What waits for a disk that has stalled: half an hour of a site with a few strings, a minute of a thousand. */
    private static final int NOTES = 1_024;

    private ProtectionWiring() {}

    @Provides
    @Singleton
    static EqualizingBoard board(SiteConfiguration configuration) {
        return new EqualizingBoard((int) configuration.site().strings().count());
    }

    @Provides
    @Singleton
    static GuardNotes notes() {
        return new GuardNotes(NOTES);
    }

    @Provides
    @Singleton
    static ProtectionView view() {
        return new ProtectionView();
    }

    @Provides
    static ViewProtection viewProtection(ProtectionView view) {
        return view;
    }

    @Provides
    @Singleton
    static ProtectionDesk desk(
            SiteConfiguration configuration, List<LineRoster> rosters, SiteView site, RelaySwitch relays,
            RelayBuses buses, EqualizingBoard board, Timekeeper time, GuardNotes notes, ProtectionView view) {
        List<BatteryString> strings = configuration.site().strings().toList();
        return configuration.protection().desk(
                configuration.site(), rosters,
                string -> site.lines(strings.indexOf(string)).mapToLong(line -> period(configuration, line)).max()
                        .orElseThrow(),
                (breaker, newest) -> new SiteBreakerWires(
                        configuration.site(), breaker, relays, new SiteBreakerWires.Bus(buses::of, buses::ask), rosters,
                        newest, line -> period(configuration, line), time.monotonicClock()),
                board, time.monotonicClock(), time.wallClock(), notes, view);
    }

    private static long period(SiteConfiguration configuration, int line) {
        return configuration.lines().get(line).plan().sweepPeriodMillis();
    }

    /** The lines feed the guard, so they cannot be there before it. */
    @Provides
    @Singleton
    static RelayBuses buses(Lazy<Lines> lines) {
        return new RelayBuses(lines::get);
    }

    @Provides
    @Singleton
    static RelaySwitch relaySwitch(SiteConfiguration configuration, RelayBuses buses) {
        return new RelaySwitch(configuration.site(), configuration.relayUse(), buses::of, buses::attend);
    }

    @Provides
    @Singleton
    static GuardThread guardThread(ProtectionDesk desk, Timekeeper time) {
        return new GuardThread(desk, time);
    }

    @Provides
    @Singleton
    static SafetyMemory memory(DataFolder folder) {
        return new FileSafetyMemory(folder.path());
    }

    @Provides
    @Singleton
    static ProtectionKeeper keeper(
            SiteConfiguration configuration, SafetyMemory memory, GuardTape tape, EventSink events, ProtectionView view,
            GuardNotes notes) {
        return new ProtectionKeeper(configuration.site(), memory, tape, events, view, notes);
    }

    @Provides
    @Singleton
    static SafetyThread safetyThread(GuardNotes notes, ProtectionKeeper keeper) {
        return new SafetyThread(notes, keeper);
    }

    @Provides
    @Singleton
    static HandleProtection handle(Guard guard, ProtectionView view, GuardThread thread, Timekeeper time) {
        return new GuardedProtection(guard, view, new BreakerDeeds(thread), time.wallClock());
    }

    @Provides
    static ProtectionAccess access(ProtectionView view, HandleProtection handle, ReadBlackBoxes boxes) {
        return new ProtectionAccess(view, handle, boxes);
    }
}
