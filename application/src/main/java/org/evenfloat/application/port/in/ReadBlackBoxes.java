// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.access.Actor;

/** Finds and exports what was recorded of a string that got warm. */
public interface ReadBlackBoxes {

    /**
     * A black box.
     *
     * @param name file name, by which it is asked for
     * @param string id of the string
     * @param beganMillis when the string left its normal stage, epoch ms
     * @param stage the highest stage that it reached, name of a {@code RunawayStage}
     * @param sealed whether recording is over and the hash is written
     * @param bytes size of the file so far
     */
    record BlackBox(String name, String string, long beganMillis, String stage, boolean sealed, long bytes) {}

    /** Returns all of them, newest first. */
    List<BlackBox> boxes();

    /**
     * Opens one for reading, as one file; a box that still records is exported as far as it has come, and sealed as such.
     *
     * @return empty when there is none of that name
     * @throws NotAllowed when he may not
     */
    Optional<InputStream> open(Actor who, String name) throws IOException;
}
