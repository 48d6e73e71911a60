// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import java.nio.file.Path;
import org.evenfloat.adapters.access.FileAccessStore;
import org.evenfloat.application.port.out.AccessStore;

/** Where the commands of the console find out who may sign in at the server of a data folder. */
public final class AccessFolder {

    private AccessFolder() {}

    /** Returns the store of a data folder; makes nothing. */
    public static AccessStore store(Path dataFolder) {
        return new FileAccessStore(dataFolder);
    }
}
