// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.web.ProtectionAccess;
import org.evenfloat.application.access.GuardedProtection;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.trip.BreakerPast;

/** A site without breakers, for what does not ask for them. */
final class NoProtection implements ViewProtection, ReadBlackBoxes {

    private NoProtection() {}

    static ProtectionAccess access() {
        NoProtection nothing = new NoProtection();
        return new ProtectionAccess(nothing, new GuardedProtection(null, nothing, null, null), nothing);
    }

    @Override
    public List<GuardedString> strings() {
        return List.of();
    }

    @Override
    public List<GuardedBreaker> breakers() {
        return List.of();
    }

    @Override
    public Optional<BlockRises> rises(String string) {
        return Optional.empty();
    }

    @Override
    public Optional<BreakerPast> past(String breaker) {
        return Optional.empty();
    }

    @Override
    public List<BlackBox> boxes() {
        return List.of();
    }

    @Override
    public Optional<InputStream> open(Actor who, String name) {
        return Optional.empty();
    }
}
