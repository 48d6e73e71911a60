// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the audit as far as it is looked at: what is appended later is not.
 *
 * @param file where it is
 * @param bytes how much of it, from its beginning
 */
record AuditPart(Path file, long bytes) {

    /** Returns the files as they are now. */
    static List<AuditPart> whole(List<Path> files) throws IOException {
        List<AuditPart> parts = new ArrayList<>();
        for (Path file : files) {
            parts.add(new AuditPart(file, Files.size(file)));
        }
        return parts;
    }
}
