// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.ZoneId;
import java.util.Arrays;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.domain.topology.BatteryString;

/** An image of a string as it is answered, encoded once for all who ask before the next. Safe for any threads. */
final class Snapshot {

    private final StringImage image;
    private final byte[] plain;
    private byte[] packed;

    Snapshot(BatteryString string, StringImage image, ZoneId zone) {
        this.image = image;
        this.plain = Json.bytes(json -> ImageJson.whole(json, string, image, zone));
    }

    /** Returns whether that image says nothing else: the same status, and equal values and qualities. */
    boolean shows(StringImage other) {
        return image.status() == other.status()
                && Arrays.deepEquals(image.values(), other.values())
                && Arrays.deepEquals(image.qualities(), other.qualities());
    }

    byte[] plain() {
        return plain;
    }

    synchronized byte[] packed() {
        if (packed == null) {
            packed = Packing.gzip(plain);
        }
        return packed;
    }
}
