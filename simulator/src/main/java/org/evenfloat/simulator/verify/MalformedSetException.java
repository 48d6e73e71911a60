// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.nio.file.Path;

/** A file of a set of cases cannot be read or says what cannot be. */
final class MalformedSetException extends Exception {

    MalformedSetException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
