// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.Site;

/**
 * All guards and breaker policies of a site, on one thread that waits for nobody: images in, orders to relays and notes
 * out. Everything but {@link #take} and {@link #newest} belongs to that thread; the same images at the same times give
 * the same decisions.
 */
public final class ProtectionDesk {

    private final List<ProtectedString> strings;
    private final List<ProtectedBreaker> breakers;
    private final Map<String, Integer> lineIndex = new HashMap<>();
    private final AtomicReferenceArray<SweepImage> newest;
    private final Map<ProtectedBreaker, List<ProtectedString>> others = new HashMap<>();
    private final Map<ProtectedString, ProtectedBreaker> breakerOf = new HashMap<>();
    private final EqualizingBoard board;
    private final GuardClock clock;
    private final InstantSource wallClock;
    private final GuardNotes notes;
    private final ProtectionView view;

    /**
     * @param lines ids of all lines, in the order of the site
     * @param strings in the order of the site
     * @param wires gives the wires of a breaker; its newest images are those of {@link #newest}
     */
    ProtectionDesk(
            Site site, List<String> lines, List<ProtectedString> strings, Function<Breaker, BreakerTerms> terms,
            Function<Breaker, BreakerWires> wires, AtomicReferenceArray<SweepImage> newest, EqualizingBoard board,
            GuardClock clock, InstantSource wallClock, GuardNotes notes, ProtectionView view) {
        this.strings = List.copyOf(strings);
        this.newest = newest;
        this.board = board;
        this.clock = clock;
        this.wallClock = wallClock;
        this.notes = notes;
        this.view = view;
        for (int i = 0; i < lines.size(); i++) {
            lineIndex.put(lines.get(i), i);
        }
        this.breakers = site.breakers().stream()
                .map(breaker -> new ProtectedBreaker(breaker, terms.apply(breaker), of(breaker.strings()),
                        wires.apply(breaker)))
                .toList();
        for (ProtectedBreaker breaker : breakers) {
            breaker.strings().forEach(string -> breakerOf.put(string, breaker));
            others.put(breaker, site.batteries().stream()
                    .map(battery -> battery.strings().stream().map(BatteryString::id).toList())
                    .filter(ids -> ids.stream().anyMatch(breaker.breaker().strings()::contains))
                    .flatMap(ids -> of(ids).stream())
                    .filter(string -> !breaker.strings().contains(string))
                    .toList());
        }
    }

    private List<ProtectedString> of(List<String> ids) {
        return strings.stream().filter(string -> ids.contains(string.string().id())).toList();
    }

    /** Goes on from an earlier run, before anything else; what does not fit its string any more is left out. */
    public void restore(List<KeptGuard> guards, List<KeptBreaker> kept) {
        long wall = wallClock.millis();
        guards.forEach(guard -> clock.goOn(guard.guardMillis(), guard.atMillis(), wall));
        for (KeptGuard guard : guards) {
            for (ProtectedString string : of(List.of(guard.string()))) {
                try {
                    string.restore(guard.memento());
                } catch (IllegalArgumentException another) {
                    notes.tell(new GuardNote.LearnsAnew(
                            wall, clock.millis(), guard.string(), "the server, because the string was changed"));
                }
            }
        }
        for (KeptBreaker one : kept) {
            breaker(one.breaker()).ifPresent(breaker -> breaker.restore(clock, one.now(wall)));
        }
        view.publish(strings, breakers, breakerOf, clock, wall);
    }

    /** Takes the newest image of a line; never waits, any thread. Then let the guard's thread {@link #look}. */
    public void take(SweepImage image) {
        newest.set(lineIndex.get(image.line()), image);
    }

    /** Returns the newest image of the line of that index; null before its first sweep. */
    public SweepImage newest(int line) {
        return newest.get(line);
    }

    /** Looks at the newest image of a line. */
    public void look(String line) {
        int index = lineIndex.get(line);
        SweepImage image = newest.get(index);
        long monotonic = image.sampledMonotonicMillis();
        long wall = wallClock.millis();
        for (int i = 0; i < strings.size(); i++) {
            ProtectedString string = strings.get(i);
            if (string.leadLine() == index) {
                string.look(newest::get, monotonic);
                if (string.wantsImage(monotonic)) {
                    sample(string, monotonic, wall);
                }
            }
        }
        step(wall);
    }

    private void sample(ProtectedString string, long monotonicMillis, long wallMillis) {
        notes.tell(string.step(newest::get, clock, monotonicMillis, wallMillis));
        view.sampled(string, wallMillis);
    }

    /** Does what is due although no image came. */
    public void tick() {
        long now = clock.monotonicMillis();
        long wall = wallClock.millis();
        for (int i = 0; i < strings.size(); i++) {
            if (strings.get(i).dueMonotonicMillis() <= now) {
                sample(strings.get(i), now, wall);
            }
        }
        step(wall);
    }

    private void step(long wall) {
        for (ProtectedBreaker breaker : breakers) {
            breaker.last(others.get(breaker).stream()
                    .allMatch(string -> breakerOf.containsKey(string) && breakerOf.get(string).cutsOff()));
            breaker.step(clock, wall, notes);
        }
        for (int i = 0; i < strings.size(); i++) {
            ProtectedBreaker breaker = breakerOf.get(strings.get(i));
            board.stop(strings.get(i).index(), strings.get(i).guard().bypassOff()
                    || breaker != null && breaker.stopsEqualizing());
        }
        view.publish(strings, breakers, breakerOf, clock, wall);
    }

    /** Begins to count the time without images. */
    public void begin() {
        strings.forEach(string -> string.begin(clock.monotonicMillis()));
    }

    /** Returns when {@link #tick} is due at the latest, on the monotonic clock, ms. */
    public long dueMonotonicMillis() {
        long due = Long.MAX_VALUE;
        for (int i = 0; i < strings.size(); i++) {
            due = Math.min(due, strings.get(i).dueMonotonicMillis());
        }
        for (ProtectedBreaker breaker : breakers) {
            due = Math.min(due, clock.monotonic(breaker.dueMillis(clock.millis())));
        }
        return due;
    }

    private Optional<ProtectedBreaker> breaker(String id) {
        return breakers.stream().filter(breaker -> breaker.breaker().id().equals(id)).findFirst();
    }

    /** Does what a person wants with a breaker; returns why not, for people. The breaker is one of the site. */
    Optional<String> act(String breaker, BreakerAct act) {
        return on(breaker, each -> each.act(clock, wallClock.millis(), act, notes));
    }

    /** Begins a proof test; returns why not, for people. */
    Optional<String> prove(String breaker, String who) {
        return on(breaker, each -> each.prove(clock, wallClock.millis(), who, notes));
    }

    /** Takes what a person saw in a proof test; returns why not, for people. */
    Optional<String> saw(String breaker, boolean opened) {
        return on(breaker, each -> each.saw(clock, wallClock.millis(), opened, notes));
    }

    /** Ends a proof test; returns why not, for people. */
    Optional<String> abandon(String breaker, String who) {
        return on(breaker, each -> each.abandon(clock, wallClock.millis(), who, notes));
    }

    private Optional<String> on(String id, Function<ProtectedBreaker, Optional<String>> deed) {
        Optional<String> refused = deed.apply(breaker(id).orElseThrow());
        step(wallClock.millis());
        return refused;
    }

    /** Has a guard learn anew. The string is one of the site. */
    void learnAnew(String id, String by) {
        ProtectedString string = of(List.of(id)).get(0);
        string.guard().learnAnew(by);
        notes.tell(new GuardNote.LearnsAnew(wallClock.millis(), clock.millis(), id, by));
        view.publish(strings, breakers, breakerOf, clock, wallClock.millis());
    }
}
