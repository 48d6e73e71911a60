// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.RelayUse;
import org.evenfloat.domain.topology.Site;

/** Reads relays, inputs and breakers out of the newest image of their line; an old image makes them STALE. */
public final class SwitchgearView implements ViewSwitchgear {

    /** Sweeps that may be lost before what the last one saw is old. */
    private static final int SWEEPS = 3;

    private final Site site;
    private final RelayUse use;
    private final List<LineRoster> rosters;
    private final IntFunction<SweepImage> newest;
    private final IntToLongFunction periodMillis;
    private final MonotonicClock clock;

    /**
     * @param rosters of all lines, in order
     * @param newest gives the newest image of the line of that index, null before its first sweep
     * @param periodMillis sweep period of the line of that index
     */
    public SwitchgearView(
            Site site, RelayUse use, List<LineRoster> rosters, IntFunction<SweepImage> newest,
            IntToLongFunction periodMillis, MonotonicClock clock) {
        this.site = site;
        this.use = use;
        this.rosters = List.copyOf(rosters);
        this.newest = newest;
        this.periodMillis = periodMillis;
        this.clock = clock;
    }

    /** What a module has said and how much it is worth. */
    private record Said(RelayWord word, Quality quality, long seenAtMillis) {

        private static final Said NOTHING = new Said(new RelayWord(0, 0, 0, 0, false), Quality.MISSING, 0);
    }

    private Said said(RelayModule module) {
        for (int line = 0; line < rosters.size(); line++) {
            LineRoster roster = rosters.get(line);
            SweepImage image = newest.apply(line);
            if (image != null && roster.line().equals(module.address().line())) {
                int row = roster.relayRowOf(module.address().number());
                boolean old = clock.millis() - image.sampledMonotonicMillis() > SWEEPS * periodMillis.applyAsLong(line);
                Quality quality = image.relayQuality(row);
                return new Said(image.relays(row),
                        old && quality != Quality.MISSING ? Quality.STALE : quality, image.relaySeenMillis(row));
            }
        }
        return Said.NOTHING;
    }

    @Override
    public List<SeenModule> relayModules() {
        return site.relayModules().stream().map(this::seen).toList();
    }

    private SeenModule seen(RelayModule module) {
        Said said = said(module);
        List<SeenRelay> relays = module.relays().stream().map(relay -> new SeenRelay(
                relay.relay(), use.userOf(new RelayPoint(module.id(), relay.relay())).orElse(""),
                said.word.isEnergised(relay.relay()), said.word.isPulsing(relay.relay()))).toList();
        List<SeenInput> inputs = module.inputs().stream().map(input -> new SeenInput(
                input.input(), input.name(), input.isOn(said.word.isClosed(input.input())),
                said.word.changes(input.input()))).toList();
        return new SeenModule(module.id(), module.address().line(), module.address().number(), said.quality,
                said.seenAtMillis, relays, inputs);
    }

    @Override
    public List<SeenBreaker> breakers() {
        return site.breakers().stream().map(this::seen).toList();
    }

    private SeenBreaker seen(Breaker breaker) {
        Optional<InputPoint> status = breaker.status();
        Optional<RelayModule> module = status.flatMap(input -> site.relayModule(input.module()));
        if (module.isEmpty()) {
            return new SeenBreaker(breaker.id(), breaker.strings(), Position.UNKNOWN, Quality.MISSING, 0);
        }
        Said said = said(module.get());
        int number = status.get().input();
        boolean on = module.get().input(number).orElseThrow().isOn(said.word.isClosed(number));
        Position position = said.seenAtMillis == 0 ? Position.UNKNOWN
                : on == breaker.openWhenOn() ? Position.OPEN : Position.CLOSED;
        return new SeenBreaker(breaker.id(), breaker.strings(), position, said.quality, said.seenAtMillis);
    }
}
