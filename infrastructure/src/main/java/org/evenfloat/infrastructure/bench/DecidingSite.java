// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.protection.ProtectionView;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.application.sweep.OrderBox;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringNews;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.application.sweep.SweepAlarms;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Site;

/**
 * A site with everything that decides on it and nothing behind: no lines, no history, no memory.
 *
 * @param rosters one per line of the site
 * @param view what has been decided
 * @param conductor decides
 * @param register knows no module
 * @param watches of its strings
 * @param lookout looks for alarms
 * @param alarms that stand
 * @param limits of the alarms
 * @param outbox what became of alarms and nobody has taken yet
 */
record DecidingSite(
        List<LineRoster> rosters, SiteView view, Conductor conductor, ModuleRegister register,
        List<StringWatch> watches, SweepAlarms lookout, AlarmDesk alarms, AlarmLimits limits, AlarmOutbox outbox) {

    static DecidingSite of(Site site, long sweepPeriodMillis) {
        EventSink events = (kind, subject, text) -> {};
        List<LineRoster> rosters = site.lines().stream().map(site::roster).toList();
        SiteView view = new SiteView(site, rosters);
        OrderBox[] orders = rosters.stream().map(OrderBox::of).toArray(OrderBox[]::new);
        ModuleRegister register = new ModuleRegister(new NoMemory(), () -> Instant.EPOCH, events, Runnable::run);
        List<StringWatch> watches = new ArrayList<>();
        List<BatteryString> strings = site.strings().toList();
        EqualizingBoard board = new EqualizingBoard(strings.size());
        for (int i = 0; i < strings.size(); i++) {
            watches.add(new StringWatch(
                    strings.get(i), view, i, sweepPeriodMillis, orders, register, new StringNews(events), board));
        }
        AlarmOutbox outbox = new AlarmOutbox();
        AlarmLimits limits = new AlarmLimits(site);
        AlarmDesk desk = new AlarmDesk(new AlarmPlaces(site), outbox, new GeneralAlarm(0));
        SweepAlarms alarms = new SweepAlarms(
                site, rosters, view, desk, limits, new Healthy(), new NothingBeyond(), new ProtectionView());
        Conductor conductor = new Conductor(rosters, watches, view, events, alarms, new NoEffects());
        return new DecidingSite(rosters, view, conductor, register, watches, alarms, desk, limits, outbox);
    }

    private static final class Healthy implements MonitorHealth {

        @Override
        public boolean historyFailing() {
            return false;
        }

        @Override
        public long historyBacklog() {
            return 0;
        }

        @Override
        public int diskFreePermille() {
            return 500;
        }

        @Override
        public boolean guardStalled() {
            return false;
        }

        @Override
        public boolean protectionNotKept() {
            return false;
        }
    }

    private static final class NothingBeyond implements SweepAlarms.Beyond {

        @Override
        public int risePermille(String block) {
            return AlarmSignal.UNKNOWN;
        }

        @Override
        public void measured(String block, long wallMillis, int microohms, int centidegrees) {}

        @Override
        public boolean known(String block) {
            return true;
        }
    }

    private static final class NoEffects implements Conductor.Effects {

        @Override
        public void orderIsReady(int line) {}

        @Override
        public void allowResistances(int line, boolean allowed) {}

        @Override
        public void decided(LineRoster roster, SweepImage image, byte[] states) {}

        @Override
        public void keep(String stringId, double[] z) {}
    }

    private static final class NoMemory implements SiteMemory {

        @Override
        public void saveEqualizer(String stringId, long atMillis, double[] z) {}

        @Override
        public Optional<SavedEqualizer> loadEqualizer(String stringId) {
            return Optional.empty();
        }

        @Override
        public void saveModule(ModuleAddress address, KnownModule module) {}

        @Override
        public Map<ModuleAddress, KnownModule> loadModules() {
            return Map.of();
        }

        @Override
        public void saveCalibration(long serial, KeptCalibration calibration) {}

        @Override
        public Map<Long, KeptCalibration> loadCalibrations() {
            return Map.of();
        }
    }
}
