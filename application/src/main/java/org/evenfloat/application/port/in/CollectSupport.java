// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.evenfloat.domain.access.Actor;

/** Collects what somebody needs who shall find out from afar why a server does what it does. Holds no secret. */
@FunctionalInterface
public interface CollectSupport {

    /**
     * One file.
     *
     * @param name path in the bundle, such as {@code log/evenfloat.log}
     * @param content what is in it
     */
    record Piece(String name, Content content) {}

    /** What is in a file of the bundle. */
    @FunctionalInterface
    interface Content {

        /**
         * Writes the content, of bounded length; leaves the stream open.
         *
         * @throws IOException when the source cannot be read or the target cannot be written
         */
        void writeTo(OutputStream target) throws IOException;
    }

    /**
     * Returns the files, few and in a fixed order; nothing is read before a content is written.
     *
     * @throws NotAllowed when he may not
     */
    List<Piece> pieces(Actor who);
}
