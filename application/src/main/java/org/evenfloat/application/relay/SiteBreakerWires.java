// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.protection.BreakerWires;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.BreakerSight;

/** The relays and the input of a breaker on the lines of a site. Never waits; one thread. */
public final class SiteBreakerWires implements BreakerWires {

    /** Sweeps that may be lost before what the last one saw is old. */
    private static final int SWEEPS = 3;

    private static final RelayAnswer NOTHING_TO_DO = new RelayAnswer(RelayAnswer.Outcome.DONE, 0, "");

    private final Site site;
    private final Breaker breaker;
    private final RelaySwitch relays;
    private final Bus bus;
    private final List<LineRoster> rosters;
    private final IntFunction<SweepImage> newest;
    private final IntToLongFunction periodMillis;
    private final MonotonicClock clock;

    /**
     * The relays of all lines.
     *
     * @param of gives those of a line by its id
     * @param ask has a relay module asked on the thread that owns its line, as soon as that is free; never waits
     */
    public record Bus(Function<String, RelayBus> of, Consumer<ModuleAddress> ask) {}

    /**
     * @param rosters of all lines, in order
     * @param newest gives the newest image of the line of that index; null before its first sweep
     * @param periodMillis sweep period of the line of that index
     */
    public SiteBreakerWires(
            Site site, Breaker breaker, RelaySwitch relays, Bus bus, List<LineRoster> rosters,
            IntFunction<SweepImage> newest, IntToLongFunction periodMillis, MonotonicClock clock) {
        this.site = site;
        this.breaker = breaker;
        this.relays = relays;
        this.bus = bus;
        this.rosters = List.copyOf(rosters);
        this.newest = newest;
        this.periodMillis = periodMillis;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<RelayAnswer> open(boolean second) {
        RelayPoint relay = second ? breaker.secondTrip().orElseThrow() : breaker.trip();
        return relays.energise(relay, "breaker " + breaker.id());
    }

    @Override
    public CompletableFuture<RelayAnswer> stopBoost(boolean stop) {
        String user = "breaker " + breaker.id();
        return breaker.boostStop().map(relay -> stop ? relays.energise(relay, user) : relays.release(relay, user))
                .orElse(CompletableFuture.completedFuture(NOTHING_TO_DO));
    }

    @Override
    public void askInput() {
        breaker.status().map(InputPoint::module).flatMap(site::relayModule)
                .ifPresent(module -> bus.ask.accept(module.address()));
    }

    @Override
    public BreakerSight sight() {
        Optional<InputPoint> status = breaker.status();
        if (status.isEmpty()) {
            return BreakerSight.UNKNOWN;
        }
        RelayModule module = site.relayModule(status.get().module()).orElseThrow();
        Optional<RelayWord> word = answers(module)
                ? bus.of.apply(module.address().line()).last(module.address().number()) : Optional.empty();
        int number = status.get().input();
        return word.map(said -> module.input(number).orElseThrow().isOn(said.isClosed(number)) == breaker.openWhenOn()
                ? BreakerSight.OPEN : BreakerSight.CLOSED).orElse(BreakerSight.UNKNOWN);
    }

    /** Returns whether the line of a relay module was swept lately and the module answered. */
    private boolean answers(RelayModule module) {
        int line = line(module);
        SweepImage image = newest.apply(line);
        return image != null
                && clock.millis() - image.sampledMonotonicMillis() <= SWEEPS * periodMillis.applyAsLong(line)
                && image.relayQuality(rosters.get(line).relayRowOf(module.address().number())) == Quality.GOOD;
    }

    private int line(RelayModule module) {
        int line = 0;
        while (!rosters.get(line).line().equals(module.address().line())) {
            line++;
        }
        return line;
    }

    @Override
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        look(breaker.trip(), broken);
        breaker.secondTrip().ifPresent(relay -> look(relay, broken));
        return broken;
    }

    private void look(RelayPoint relay, List<String> broken) {
        RelayModule module = site.relayModule(relay.module()).orElseThrow();
        if (!answers(module)) {
            broken.add("relay module " + module.id() + " (" + module.address() + ") does not answer, so relay " + relay
                    + " cannot be ordered - check its supply, the line and its wires");
        }
    }
}
