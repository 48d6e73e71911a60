// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.domain.access.Actor;

/** Where nothing is recorded. */
enum NoBlackBoxes implements ReadBlackBoxes {
    NONE;

    @Override
    public List<BlackBox> boxes() {
        return List.of();
    }

    @Override
    public Optional<InputStream> open(Actor who, String name) {
        return Optional.empty();
    }
}
