// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is thrown away: nothing can be done about a failure of that. */
final class Quietly {

    private Quietly() {}

    static void close(Closeable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
        }
    }
}
