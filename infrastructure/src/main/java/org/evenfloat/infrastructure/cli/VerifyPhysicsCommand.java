// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenfloat.simulator.verify.PhysicsVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks plant, equalizer, state recognition and runaway guard against reference cases. */
@Command(
        name = "verify-physics",
        description = {
            "Checks plant, equalizer, state recognition and runaway guard against reference cases, with the classes",
            "the server runs.",
            "Exit code 0: all passed, 1: one failed, 2: no case or an unreadable one."
        },
        mixinStandardHelpOptions = true)
final class VerifyPhysicsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Folder with expected.json and the cases.")
    private Path folder;

    @Override
    public Integer call() {
        return PhysicsVerification.run(folder, System.out);
    }
}
