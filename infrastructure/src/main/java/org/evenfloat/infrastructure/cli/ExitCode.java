// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import org.evenfloat.infrastructure.threads.Watchdog;

/** What the program tells its caller by its exit code; listed in docs/commands.md. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int PORT_IN_USE = 3;
    static final int DATA_FOLDER_IN_USE = 4;
    static final int LINE_UNUSABLE = 5;

    /** The server ended itself because what guards the battery did not get on. */
    static final int GUARD_SILENT = Watchdog.EXIT_CODE;

    private ExitCode() {}
}
