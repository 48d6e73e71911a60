// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;

/**
 * The time a request asks about, both ends inclusive.
 *
 * @param fromMillis epoch ms
 * @param toMillis epoch ms
 */
record Period(long fromMillis, long toMillis) {

    /**
     * Reads {@code from} and {@code to}. Without {@code to} it ends now; without {@code from} it is
     * {@code defaultMillis} long.
     */
    static Period of(Query query, long nowMillis, long defaultMillis) {
        int wrong = query.wrongSoFar();
        long to = query.instant("to", nowMillis);
        long from = query.instant("from", Math.max(0, to - defaultMillis));
        boolean understood = query.wrongSoFar() == wrong;
        if (understood && from > to) {
            query.wrong("from", Long.toString(from), "not after to, which is " + to);
        }
        return new Period(from, to);
    }

    void write(JsonGenerator json, ZoneId zone) throws IOException {
        Instants.write(json, "from", fromMillis, zone);
        Instants.write(json, "to", toMillis, zone);
    }
}
