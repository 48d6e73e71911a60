// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.ZoneId;
import org.evenfloat.application.port.in.StringImage;

/**
 * One new image of a string on its way to all clients: whole, and as what changed since the image directly before.
 * A form is encoded when the first client takes it, and then shared. Immutable but for that; safe for any number of
 * threads.
 */
final class StringUpdate {

    private final long number;
    private final StringImage image;
    private final SseFrame whole;
    private final SseFrame change;

    /**
     * @param former the image directly before; null when there is none
     * @param id of the event in either form
     * @param zone zone in which times are shown
     */
    StringUpdate(StringUpdate former, StringImage image, long id, ZoneId zone) {
        this.number = former == null ? 1 : former.number + 1;
        this.image = image;
        this.whole = SseFrame.event("image", id, () -> Json.bytes(to -> ImageJson.update(to, image, zone)));
        this.change = former == null ? null : change(former.image, image, id, zone);
    }

    /** Holds on to the images, not to the update before, which holds on to the one before it. */
    private static SseFrame change(StringImage former, StringImage image, long id, ZoneId zone) {
        return SseFrame.event("change", id, () -> Json.bytes(to -> ChangeJson.write(to, former, image, zone)));
    }

    /** Returns the place of the image among all of its string, without gaps. */
    long number() {
        return number;
    }

    /** Returns the event that says what changed, null when there is no image before. */
    SseFrame change() {
        return change;
    }

    /**
     * Returns the event for a client.
     *
     * @param held number of the image that the client holds, 0 when it holds none
     */
    SseFrame frame(StreamForm form, long held) {
        return form == StreamForm.CHANGES && change != null && held == number - 1 ? change : whole;
    }
}
