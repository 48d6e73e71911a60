// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.protection.ProtectionView;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.application.sweep.OrderBox;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringNews;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.application.sweep.SweepAlarms;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.Test;

class ConductorThreadTest {

    private final List<String> events = new ArrayList<>();
    private final List<Long> decided = new ArrayList<>();
    private final SteppedTime time = new SteppedTime(0, () -> {});
    private final ConductorThread thread = thread();

    private ConductorThread thread() {
        EventSink sink = (kind, subject, text) -> events.add(kind + " " + subject + ": " + text);
        List<LineRoster> rosters = List.of(OneLine.ROSTER);
        SiteView view = new SiteView(OneLine.SITE, rosters);
        ModuleRegister register = new ModuleRegister(new OneLine.NoMemory(), time.wallClock(), sink, Runnable::run);
        StringWatch watch = new StringWatch(OneLine.SITE.string("S1").orElseThrow(), view, 0, 1_000,
                new OrderBox[] {OrderBox.of(OneLine.ROSTER)}, register, new StringNews(sink),
                new EqualizingBoard(1));
        return new ConductorThread(
                new Conductor(rosters, List.of(watch), view, sink, alarms(rosters, view), new FailingOnce()), sink, time);
    }

    private static SweepAlarms alarms(List<LineRoster> rosters, SiteView view) {
        AlarmDesk desk = new AlarmDesk(new AlarmPlaces(OneLine.SITE), new AlarmOutbox(), new GeneralAlarm(0));
        return new SweepAlarms(OneLine.SITE, rosters, view, desk, new AlarmLimits(OneLine.SITE), new GoodHealth(),
                new Nothing(), new ProtectionView());
    }

    private static final class GoodHealth implements MonitorHealth {

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

    private static final class Nothing implements SweepAlarms.Beyond {

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

    private final class FailingOnce implements Conductor.Effects {

        @Override
        public void orderIsReady(int line) {}

        @Override
        public void allowResistances(int line, boolean allowed) {}

        @Override
        public void decided(LineRoster roster, SweepImage image, byte[] states) {
            if (image.sampledMonotonicMillis() == 2_000) {
                throw new IllegalStateException("a mistake of ours");
            }
            decided.add(image.sampledMonotonicMillis());
        }

        @Override
        public void keep(String stringId, double[] z) {}
    }

    @Test
    void goesOnAfterAFaultInOneImageAndTellsOfIt() {
        for (long millis = 1_000; millis <= 4_000; millis += 1_000) {
            assertThat(thread.take(OneLine.image(millis))).isTrue();
        }
        assertThatThrownBy(thread::work).isInstanceOf(InterruptedException.class);
        assertThat(decided).containsExactly(1_000L, 3_000L, 4_000L);
        assertThat(events).filteredOn(event -> event.startsWith("INTERNAL_FAULT")).singleElement().asString()
                .startsWith("INTERNAL_FAULT L1: ").contains("a mistake of ours");
        assertThat(time.mailboxClosed).isTrue();
    }

    @Test
    void refusesImagesWhenTooManyWait() {
        SweepImage image = OneLine.image(1_000);
        int taken = 0;
        while (taken < 1_000 && thread.take(image)) {
            taken++;
        }
        assertThat(taken).isEqualTo(256);
    }
}
