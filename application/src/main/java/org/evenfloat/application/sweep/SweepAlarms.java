// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmRows;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;

/**
 * Looks at every sweep for alarms, within that sweep. Owned by the conductor's thread; what is on its way can be read
 * by others, as it was after the last sweep that changed it.
 */
public final class SweepAlarms {

    /** Asks for what the alarms need and the sweep does not have. */
    public interface Beyond {

        /** Returns the rise of a block's resistance over its reference, 1/1000; {@link AlarmSignal#UNKNOWN} before. */
        int risePermille(String block);

        /**
         * A resistance of a block was measured.
         *
         * @param wallMillis when, epoch ms
         * @param microohms as measured
         * @param centidegrees temperature of the block, 0.01 °C; {@link AlarmSignal#UNKNOWN} when it is not known
         */
        void measured(String block, long wallMillis, int microohms, int centidegrees);

        /** Returns whether a module has ever been heard at the address of that block, also in an earlier run. */
        boolean known(String block);
    }

    private final AlarmDesk desk;
    private final List<StringSignals> signals = new ArrayList<>();
    private final List<AlarmRows> blockRows = new ArrayList<>();
    private final List<AlarmRows> stringRows = new ArrayList<>();
    private final List<LineSignals> lineSignals = new ArrayList<>();
    private final List<AlarmRows> lineRows = new ArrayList<>();
    private final List<AlarmRows> moduleRows = new ArrayList<>();
    private final MonitorSignals monitorSignals;
    private final AlarmRows monitorRows;
    private final ProtectionSignals protectionSignals;
    private final List<AlarmRows> protectionRows;
    private final List<AlarmRows> all = new ArrayList<>();
    private volatile List<AlarmMemento.Pending> pending = List.of();
    private volatile Runnable onNews = () -> {};
    private long toldVersion;
    private long pendingChanges = -1;

    public SweepAlarms(
            Site site, List<LineRoster> rosters, SiteView view, AlarmDesk desk, AlarmLimits limits, MonitorHealth health,
            Beyond beyond, ViewProtection protection) {
        this.desk = desk;
        List<BatteryString> strings = site.strings().toList();
        for (int i = 0; i < strings.size(); i++) {
            BatteryString string = strings.get(i);
            List<String> blocks = string.blocks().stream().map(Block::id).toList();
            signals.add(new StringSignals(
                    string, view.layouts().get(i), siblings(site, strings, string), beyond));
            blockRows.add(rows(limits, ofBlocks(false), blocks, true));
            stringRows.add(rows(limits, of(AlarmScope.STRING, false), List.of(string.id()), true));
        }
        for (LineRoster roster : rosters) {
            List<String> blocks = new ArrayList<>();
            for (int row = 0; row < roster.moduleCount(); row++) {
                blocks.add(roster.blockId(row));
            }
            lineSignals.add(new LineSignals(roster.moduleCount(), row -> beyond.known(blocks.get(row))));
            lineRows.add(rows(limits, AlarmTable.of(AlarmScope.LINE), List.of(roster.line()), true));
            moduleRows.add(rows(limits, ofBlocks(true), blocks, false));
        }
        monitorSignals = new MonitorSignals(health);
        monitorRows = rows(limits, of(AlarmScope.SERVER, false), List.of(AlarmPoint.SERVER), true);
        protectionSignals = new ProtectionSignals(strings.size(), site.breakers().size(), protection, health);
        protectionRows = List.of(
                rows(limits, of(AlarmScope.STRING, true), strings.stream().map(BatteryString::id).toList(), true),
                rows(limits, of(AlarmScope.BREAKER, true), site.breakers().stream().map(Breaker::id).toList(), true),
                rows(limits, of(AlarmScope.SERVER, true), List.of(AlarmPoint.SERVER), true));
    }

    private AlarmRows rows(
            AlarmLimits limits, List<AlarmDefinition> definitions, List<String> subjects, boolean sameType) {
        AlarmRows rows = new AlarmRows(desk, limits, definitions, subjects, sameType);
        all.add(rows);
        return rows;
    }

    private static List<AlarmDefinition> of(AlarmScope scope, boolean ofTheGuard) {
        return AlarmTable.of(scope).stream()
                .filter(row -> AlarmSignal.OF_THE_GUARD.contains(row.signal()) == ofTheGuard).toList();
    }

    private static List<AlarmDefinition> ofBlocks(boolean aboutModules) {
        return AlarmTable.of(AlarmScope.BLOCK).stream()
                .filter(definition -> aboutModules == (definition.signal() == AlarmSignal.MODULE_SILENT
                        || definition.signal() == AlarmSignal.MODULE_NOT_ADDRESSED))
                .toList();
    }

    private static int[] siblings(Site site, List<BatteryString> strings, BatteryString string) {
        Battery battery = site.batteries().stream()
                .filter(each -> each.strings().contains(string)).findFirst().orElseThrow();
        return battery.strings().stream().mapToInt(strings::indexOf).toArray();
    }

    /** Takes over what was on its way in an earlier run; the desk must have its alarms back already. */
    public void restore(long wallMinusMonotonic, List<AlarmMemento.Pending> kept) {
        Map<String, AlarmMemento.Pending> byId = new HashMap<>();
        kept.forEach(one -> byId.put(one.id(), one));
        all.forEach(rows -> rows.restore(wallMinusMonotonic, byId));
    }

    /** Looks at the image of a line, before its strings. */
    public void line(int line, SweepImage image) {
        lineSignals.get(line).take(image);
        lineRows.get(line).look(
                lineSignals.get(line), null, image.sampledAtMillis(), image.sampledMonotonicMillis());
        moduleRows.get(line).look(
                lineSignals.get(line), null, image.sampledAtMillis(), image.sampledMonotonicMillis());
        if (line == 0) {
            monitorSignals.take(image);
            monitorRows.look(monitorSignals, null, image.sampledAtMillis(), image.sampledMonotonicMillis());
        }
    }

    /** Looks at a string that was just decided on. */
    public void string(int index, SiteView view, SweepImage trigger, StringWatch watch, StringStatus status) {
        StringSignals columns = signals.get(index);
        columns.take(view, trigger, watch, status);
        blockRows.get(index).look(
                columns, watch.state(), trigger.sampledAtMillis(), trigger.sampledMonotonicMillis());
        stringRows.get(index).look(
                columns, watch.state(), trigger.sampledAtMillis(), trigger.sampledMonotonicMillis());
    }

    /** Ends the look at an image. */
    public void end(SweepImage image) {
        look(image.sampledAtMillis(), image.sampledMonotonicMillis());
    }

    /** Looks at what does not come out of a sweep, whether or not one comes. */
    public void look(long wallMillis, long monotonicMillis) {
        protectionSignals.take(wallMillis);
        for (AlarmRows rows : protectionRows) {
            rows.look(protectionSignals, null, wallMillis, monotonicMillis);
        }
        desk.tick(wallMillis, monotonicMillis);
        long changes = 0;
        for (int i = 0; i < all.size(); i++) {
            changes += all.get(i).changes();
        }
        if (changes != pendingChanges) {
            pendingChanges = changes;
            long wallMinusMonotonic = wallMillis - monotonicMillis;
            List<AlarmMemento.Pending> now = new ArrayList<>();
            all.forEach(rows -> rows.pending(wallMinusMonotonic, now));
            pending = List.copyOf(now);
            toldVersion = 0;
        }
        if (toldVersion != desk.version()) {
            toldVersion = desk.version();
            onNews.run();
        }
    }

    /** Sets what is called after a sweep that changed something; it must not wait. */
    public void onNews(Runnable listener) {
        onNews = listener;
    }

    /** Returns what is on its way: what has to be kept beside the alarms that stand. Safe for several threads. */
    public List<AlarmMemento.Pending> pending() {
        return pending;
    }
}
