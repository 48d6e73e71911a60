// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.domain.runaway.BlockEvidence;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.trip.BreakerPast;

/** The newest of guards and breaker policies, for whoever looks: written by the guard's thread, never locked. */
public final class ProtectionView implements ViewProtection {

    private static final BreakerPast NOTHING = new BreakerPast(List.of(), List.of());

    private final Map<String, BlockRises> rises = new ConcurrentHashMap<>();
    private final Map<String, BreakerPast> pasts = new ConcurrentHashMap<>();
    private final Map<String, Long> proofIntervals = new ConcurrentHashMap<>();
    private volatile Newest newest = new Newest(List.of(), List.of());

    private record Newest(List<GuardedString> strings, List<GuardedBreaker> breakers) {}

    void publish(
            List<ProtectedString> strings, List<ProtectedBreaker> breakers,
            Map<ProtectedString, ProtectedBreaker> breakerOf, GuardClock clock, long wallMillis) {
        List<GuardedString> ofStrings = new ArrayList<>(strings.size());
        for (ProtectedString string : strings) {
            ProtectedBreaker breaker = breakerOf.get(string);
            ofStrings.add(new GuardedString(
                    string.string().id(), breaker == null ? "" : breaker.breaker().id(), string.finding(),
                    string.sampledAtMillis(),
                    string.guard().bypassOff() || breaker != null && breaker.stopsEqualizing(),
                    string.guard().learntBy(), string.silentSensors()));
        }
        List<GuardedBreaker> ofBreakers = new ArrayList<>(breakers.size());
        for (ProtectedBreaker breaker : breakers) {
            proofIntervals.put(breaker.breaker().id(), breaker.proofIntervalMillis());
            ofBreakers.add(breaker.view(clock, wallMillis));
        }
        newest = new Newest(ofStrings, ofBreakers);
    }

    void sampled(ProtectedString string, long wallMillis) {
        int blocks = string.string().size();
        int[] rise = new int[blocks];
        int[] celsius = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            BlockEvidence evidence = string.guard().evidence(i);
            rise[i] = hundredths(evidence.riseKelvin());
            celsius[i] = hundredths(evidence.celsius());
        }
        RunawayConstants.Limits limits = RunawayConstants.STANDARD.limits();
        boolean recent = string.finding().recent();
        rises.put(string.string().id(), new BlockRises(
                string.string().id(), wallMillis, rise, celsius, hundredths(string.finding().referenceCelsius()),
                hundredths(recent ? limits.warnRecentKelvin() : limits.warnKelvin()),
                hundredths(recent ? limits.alarmRecentKelvin() : limits.alarmKelvin()),
                hundredths(recent ? limits.tripRecentKelvin() : limits.tripKelvin())));
    }

    private static int hundredths(double value) {
        return Double.isNaN(value) ? Integer.MIN_VALUE : (int) Math.round(100 * value);
    }

    /** Shows what is remembered of a breaker. Safe for several threads. */
    void past(String breaker, BreakerPast past) {
        pasts.put(breaker, past);
    }

    @Override
    public List<GuardedString> strings() {
        return newest.strings;
    }

    @Override
    public List<GuardedBreaker> breakers() {
        return newest.breakers.stream().map(this::withProof).toList();
    }

    private GuardedBreaker withProof(GuardedBreaker b) {
        long passed = pasts.getOrDefault(b.breaker(), NOTHING).lastPassedMillis();
        return new GuardedBreaker(
                b.breaker(), b.strings(), b.mode(), b.phase(), b.leftMillis(), b.atMillis(), b.vetoUsed(), b.hot(),
                b.hold(), b.sight(), b.current(), b.last(), b.terms(), b.allowedInDischarge(), b.cannotTrip(), b.proof(),
                b.proofBy(), passed == 0 ? 0 : passed + proofIntervals.get(b.breaker()));
    }

    @Override
    public Optional<BlockRises> rises(String string) {
        return Optional.ofNullable(rises.get(string)).map(kept -> new BlockRises(
                kept.string(), kept.atMillis(), Arrays.copyOf(kept.riseHundredths(), kept.riseHundredths().length),
                Arrays.copyOf(kept.celsiusHundredths(), kept.celsiusHundredths().length), kept.referenceHundredths(),
                kept.warnHundredths(), kept.alarmHundredths(), kept.tripHundredths()));
    }

    @Override
    public Optional<BreakerPast> past(String breaker) {
        boolean known = newest.breakers.stream().anyMatch(each -> each.breaker().equals(breaker));
        return known ? Optional.of(pasts.getOrDefault(breaker, NOTHING)) : Optional.empty();
    }
}
