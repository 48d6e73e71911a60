// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.evenfloat.application.protection.ProtectionView;
import org.evenfloat.application.EventLog;
import org.evenfloat.application.MemorySite;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;

/** A conductor of a whole site, fed with steady voltages every 10 s of a time that only this moves. */
final class DecidingSite {

    static final long PERIOD_MILLIS = 10_000;
    static final int MINUTE = 6;
    static final int HOUR = 360;

    final Site site;
    final List<LineRoster> rosters;
    final SiteView view;
    final OrderBox[] orders;
    final ModuleRegister register;
    final List<StringWatch> watches = new ArrayList<>();
    final Conductor conductor;
    final EventLog events = new EventLog();
    final QuietMonitor monitor = new QuietMonitor();
    final AlarmOutbox outbox;
    final AlarmLimits limits;
    final AlarmDesk desk;
    final SweepAlarms alarms;
    final int[][] millivolts;
    final BitSet[] silent;
    final boolean[] down;
    final int[][] sensors;
    final Map<String, List<double[]>> kept = new TreeMap<>();
    final Boolean[] resistancesAllowed;
    final int[] ordersReady;
    byte[] lastStates;
    long nowMillis;
    long wallOffsetMillis = 1_800_000_000_000L;
    private final SweepImage[] images;

    DecidingSite(Site site) {
        this.site = site;
        this.rosters = site.lines().stream().map(site::roster).toList();
        int lines = rosters.size();
        this.view = new SiteView(site, rosters);
        this.orders = rosters.stream().map(OrderBox::of).toArray(OrderBox[]::new);
        this.register = new ModuleRegister(
                new MemorySite(), () -> Instant.ofEpochMilli(nowMillis + wallOffsetMillis), events,
                Runnable::run);
        List<BatteryString> strings = site.strings().toList();
        EqualizingBoard board = new EqualizingBoard(strings.size());
        for (int i = 0; i < strings.size(); i++) {
            watches.add(new StringWatch(
                    strings.get(i), view, i, PERIOD_MILLIS, orders, register, new StringNews(events), board));
        }
        this.millivolts = rosters.stream().map(roster -> new int[roster.moduleCount()]).toArray(int[][]::new);
        Arrays.stream(millivolts).forEach(row -> Arrays.fill(row, TestSite.FLOAT));
        this.sensors = rosters.stream().map(roster -> new int[roster.sensorCount()]).toArray(int[][]::new);
        this.silent = rosters.stream().map(roster -> new BitSet()).toArray(BitSet[]::new);
        this.down = new boolean[lines];
        this.images = new SweepImage[lines];
        this.resistancesAllowed = new Boolean[lines];
        this.ordersReady = new int[lines];
        this.outbox = new AlarmOutbox();
        this.limits = new AlarmLimits(site);
        this.desk = new AlarmDesk(new AlarmPlaces(site), outbox, new GeneralAlarm(0));
        this.alarms = new SweepAlarms(site, rosters, view, desk, limits, monitor, monitor, new ProtectionView());
        this.conductor = new Conductor(rosters, watches, view, events, alarms, new Noted());
    }

    private final class Noted implements Conductor.Effects {

        @Override
        public void orderIsReady(int line) {
            ordersReady[line]++;
        }

        @Override
        public void allowResistances(int line, boolean allowed) {
            resistancesAllowed[line] = allowed;
        }

        @Override
        public void decided(LineRoster roster, SweepImage image, byte[] states) {
            lastStates = states.clone();
        }

        @Override
        public void keep(String stringId, double[] z) {
            kept.computeIfAbsent(stringId, id -> new ArrayList<>()).add(z);
        }
    }

    /** Lets a period pass and decides on an image of every line, in order. */
    void sweep() {
        nowMillis += PERIOD_MILLIS;
        for (int line = 0; line < images.length; line++) {
            sweepLine(line);
        }
    }

    void sweeps(int count) {
        sweeps(count, sweep -> {});
    }

    void sweeps(int count, IntConsumer before) {
        for (int i = 0; i < count; i++) {
            before.accept(i);
            sweep();
        }
    }

    /** Decides on an image of one line at the present instant. */
    void sweepLine(int line) {
        conductor.decide(image(line));
    }

    /** Returns the next image of a line at the present instant. */
    SweepImage image(int line) {
        LineRoster roster = rosters.get(line);
        SweepFill fill = images[line] == null ? SweepFill.first(roster) : SweepFill.after(roster, images[line]);
        fill.sampledAt(nowMillis + wallOffsetMillis, nowMillis);
        for (int row = 0; row < roster.moduleCount(); row++) {
            Quality quality = silent[line].get(row) ? Quality.MISSING : Quality.GOOD;
            fill.set(MeasurementKind.VOLTAGE, row, millivolts[line][row], quality);
            fill.set(MeasurementKind.TEMPERATURE, row, 2_500, quality);
        }
        for (int row = 0; row < sensors[line].length; row++) {
            fill.setSensor(row, sensors[line][row], Quality.GOOD);
        }
        if (down[line]) {
            fill.lineDown();
        }
        images[line] = fill.freeze();
        return images[line];
    }

    void allAt(int line, int volts) {
        Arrays.fill(millivolts[line], volts);
    }

    StringStatus status(int string) {
        return view.strings().get(string);
    }

    /** Returns the newest duties of a line, whether fetched before or not. */
    int[] duties(int line) {
        return order(line).dutyTenThousandths();
    }

    EqualizeOrder order(int line) {
        EqualizeOrder order = orders[line].emptyOrder();
        orders[line].fetch(order);
        return order;
    }
}
