// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.file.Path;

/** Another server has the history of that data folder open. Cause of the {@code HistoryFailure} that says so. */
public final class DataFolderInUse extends Exception {

    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder) {
        super("data folder " + folder + " is used by another Evenfloat server: stop that one, or give this one a data"
                + " folder of its own");
    }
}
