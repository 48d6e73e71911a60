// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.application.sweep.StringLayout;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.runaway.ClassicRule;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;

/**
 * Puts the protection of a site together.
 *
 * @param breakers what the site file says of the policy of breakers, by id; others have {@link BreakerTerms#STANDARD}
 * @param classic the classic rule of strings that have it, by id
 */
public record Protection(Map<String, BreakerTerms> breakers, Map<String, ClassicRule> classic) {

    /** What counts when the site file says nothing. */
    public static final Protection STANDARD = new Protection(Map.of(), Map.of());

    public Protection {
        breakers = Map.copyOf(breakers);
        classic = Map.copyOf(classic);
    }

    /** Returns the terms of a breaker. */
    public BreakerTerms terms(Breaker breaker) {
        return breakers.getOrDefault(breaker.id(), BreakerTerms.STANDARD);
    }

    /** Returns what the guard has to know of a string. */
    public GuardedString guarded(Site site, BatteryString string) {
        boolean inDischarge = site.breakerOf(string.id()).map(breaker -> terms(breaker).inDischarge()).orElse(false);
        GuardedString guarded = GuardedString.of(string).withTripInDischarge(inDischarge);
        ClassicRule rule = classic.get(string.id());
        return rule == null ? guarded : guarded.withClassic(rule);
    }

    /**
     * Makes the desk of a site.
     *
     * @param rosters of all lines, in order
     * @param periodMillis longest sweep period of the lines of a string
     * @param wires makes the wires of a breaker that look at those newest images
     */
    public ProtectionDesk desk(
            Site site, List<LineRoster> rosters, ToLongFunction<BatteryString> periodMillis,
            BiFunction<Breaker, IntFunction<SweepImage>, BreakerWires> wires, EqualizingBoard board,
            MonotonicClock monotonic, InstantSource wallClock, GuardNotes notes, ProtectionView view) {
        List<ProtectedString> strings = new ArrayList<>();
        List<BatteryString> all = site.strings().toList();
        for (int i = 0; i < all.size(); i++) {
            BatteryString string = all.get(i);
            strings.add(new ProtectedString(string, i, guarded(site, string), StringLayout.of(string, rosters),
                    periodMillis.applyAsLong(string), board));
        }
        AtomicReferenceArray<SweepImage> newest = new AtomicReferenceArray<>(rosters.size());
        return new ProtectionDesk(
                site, rosters.stream().map(LineRoster::line).toList(), strings, this::terms,
                breaker -> wires.apply(breaker, newest::get), newest, board, new GuardClock(monotonic), wallClock, notes,
                view);
    }
}
