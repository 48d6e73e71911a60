// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.file.Path;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.contracts.SiteMemoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2SiteMemoryTest extends SiteMemoryContract {

    @TempDir
    private Path folder;

    private H2Database database;

    @Override
    protected SiteMemory openMemory() {
        close();
        database = new H2Database(
                new HistorySettings(folder, HistorySettings.MIN_BYTES, HistorySettings.USUAL_EVENTS), () -> 0);
        return new H2SiteMemory(database);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }
}
