// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import org.evenfloat.infrastructure.cli.EvenfloatCommand;
import org.evenfloat.infrastructure.cli.PlainRun;

/** Where the program starts. */
public final class Main {

    private Main() {}

    /** Runs the command given by the arguments and ends with its exit code. */
    public static void main(String[] arguments) {
        int code = PlainRun.asked(arguments) ? PlainRun.run(arguments) : EvenfloatCommand.run(arguments);
        LogFiles.flush();
        System.exit(code);
    }
}
