// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.nio.file.Path;

/**
 * The shortest way to a running server: {@code run SITEFILE} without options. It does what {@link RunCommand} does
 * behind {@link EvenfloatCommand}, but does not load a parser of command lines, which would stay in memory for
 * months: a fifth of a second and 2 MB.
 */
public final class PlainRun {

    private PlainRun() {}

    /** Returns whether the arguments ask for just that. */
    public static boolean asked(String... arguments) {
        return arguments.length == 2 && arguments[0].equals("run") && !arguments[1].isEmpty()
                && "-@".indexOf(arguments[1].charAt(0)) < 0;
    }

    /** Runs the server and returns its exit code. */
    public static int run(String... arguments) {
        try {
            return RunCommand.run(Path.of(arguments[1]));
        } catch (CommandFailure told) {
            System.err.println(told.getMessage());
            return told.exitCode();
        } catch (Exception failure) { // what a command may throw
            failure.printStackTrace();
            return ExitCode.FAILED;
        }
    }
}
