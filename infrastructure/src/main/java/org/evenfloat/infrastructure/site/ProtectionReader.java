// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.protection.BreakerTerms;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.runaway.ClassicRule;
import org.evenfloat.domain.trip.LastString;

/** Reads what breakers and strings say of their protection, and collects it. */
final class ProtectionReader {

    static final QuantityRange COUNTDOWN = QuantityRange.of(Dimension.TIME, "1 min", "15 min", "5 min");
    static final QuantityRange PROOF_INTERVAL = QuantityRange.of(Dimension.TIME, "1 d", "1100 d", "365 d");
    static final QuantityRange DIFFERENCE = QuantityRange.of(Dimension.TEMPERATURE_DIFFERENCE, "1 K", "50 K", "8 K");
    static final QuantityRange CURRENT = QuantityRange.of(Dimension.CURRENT, "10 mA", "1000 A", "2 A");
    static final QuantityRange SINCE = QuantityRange.of(Dimension.TIME, "0 s", "24 h", "15 min");
    static final Map<String, LastString> LAST = RelayModuleReader.words("open", LastString.OPEN, "keep", LastString.KEEP);

    private static final Map<String, Boolean> ALLOWED = Map.of("true", true);

    private final Map<String, BreakerTerms> breakers = new HashMap<>();
    private final Map<String, ClassicRule> classic = new HashMap<>();

    /** Reads the terms of the breaker of that id. */
    void breaker(String id, Section section) {
        long countdown = section.quantity("countdown", COUNTDOWN, BreakerTerms.COUNTDOWN_MILLIS);
        long proof = section.quantity("proof-test-interval", PROOF_INTERVAL, BreakerTerms.PROOF_INTERVAL_MILLIS);
        LastString last = section.find("last-string").flatMap(entry -> entry.choice(LAST)).orElse(LastString.OPEN);
        String allowed = section.find("trip-in-discharge").flatMap(entry -> entry.section(KeySet.TRIP_IN_DISCHARGE))
                .map(ProtectionReader::allowed).orElse("");
        BreakerTerms terms = new BreakerTerms(countdown, last, allowed, proof);
        if (!terms.equals(BreakerTerms.STANDARD)) {
            breakers.put(id, terms);
        }
    }

    /** Returns who has allowed it and when, such as {@code J. Doe, 2026-11-26}; empty when something is missing. */
    private static String allowed(Section section) {
        section.need("allowed", "true, because a breaker that opens in a discharge takes the load away")
                .flatMap(entry -> entry.choice(ALLOWED));
        Optional<String> by = section.need("by", "the name of who answers for it").flatMap(Entry::name);
        Optional<LocalDate> date = section.need("date", "when that was decided, such as 2026-11-26")
                .flatMap(ProtectionReader::date);
        return by.isPresent() && date.isPresent() ? by.get() + ", " + date.get() : "";
    }

    private static Optional<LocalDate> date(Entry entry) {
        try {
            return Optional.of(LocalDate.parse(entry.scalar().orElse("")));
        } catch (DateTimeException e) {
            entry.reject("a date such as 2026-11-26");
            return Optional.empty();
        }
    }

    /** Reads the classic rule of the string of that id, if it has one. */
    void string(String id, Section string) {
        string.find("classic-rule").flatMap(entry -> entry.section(KeySet.CLASSIC_RULE)).ifPresent(section -> {
            Optional<Entry> difference = section.need("difference", DIFFERENCE.allowed());
            Optional<Entry> current = section.need("current", CURRENT.allowed());
            Optional<Entry> since = section.need("since", SINCE.allowed());
            long kelvin = difference.map(entry -> entry.quantity(DIFFERENCE).orElse(0)).orElse(0L);
            long amps = current.map(entry -> entry.quantity(CURRENT).orElse(0)).orElse(0L);
            long millis = since.map(entry -> entry.quantity(SINCE).orElse(0)).orElse(0L);
            if (string.find("current-sensor").isEmpty()) {
                section.reject("a classic rule without current-sensor", "only beside current-sensor");
            }
            if (kelvin > 0 && amps > 0) {
                classic.put(id, new ClassicRule(kelvin / 100.0, amps / 1_000.0, millis / 1_000.0));
            }
        });
    }

    Protection protection() {
        return new Protection(breakers, classic);
    }
}
