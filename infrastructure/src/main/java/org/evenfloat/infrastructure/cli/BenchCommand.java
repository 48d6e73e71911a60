// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.infrastructure.bench.BusBench;
import org.evenfloat.infrastructure.bench.SweepBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures, beside a peer or a limit. */
@Command(
        name = "bench",
        description = "Measures, beside a peer or a limit. Exit code 0: all limits held.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Bus.class, BenchCommand.Sweep.class, FootprintCommand.class})
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? bus, sweep or footprint");
    }

    /** Measures the module bus. */
    @Command(
            name = "bus",
            description = "A sweep of 600 modules on a line paced at its true bit rate (about two minutes).",
            mixinStandardHelpOptions = true)
    static final class Bus implements Callable<Integer> {

        @Option(names = "--sweeps", defaultValue = "3", description = "Sweeps a rate (default: ${DEFAULT-VALUE}).")
        private int sweeps;

        @Override
        public Integer call() throws IOException, LineFailure {
            return new BusBench(System.out, Math.max(1, sweeps)).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures deciding. */
    @Command(
            name = "sweep",
            description = "Deciding on a sweep of 600 and of 60,000 modules.",
            mixinStandardHelpOptions = true)
    static final class Sweep implements Callable<Integer> {

        @Override
        public Integer call() {
            return new SweepBench(System.out).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
