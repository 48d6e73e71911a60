// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.nio.file.Path;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.contracts.AuditArchiveContract;
import org.junit.jupiter.api.io.TempDir;

class AuditReaderTest extends AuditArchiveContract {

    @TempDir
    private Path temporary;

    @Override
    protected AuditTrail trail() {
        // files of a few entries, so that reading has to go from one to the next
        return new AuditFiles(temporary.resolve("audit"), new AuditLimits(2_000, 1 << 20, 0, 5_000));
    }

    @Override
    protected AuditArchive archive() {
        return AuditReader.server(temporary.resolve("audit"));
    }
}
