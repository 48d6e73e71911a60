// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of all commands. */
@Command(
        name = "evenfloat",
        description = "The open server for stationary batteries: measures every block, equalizes them, keeps the history.",
        versionProvider = EvenfloatCommand.Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "'evenfloat supervise SITEFILE' runs a server and starts it anew when it ends by itself or hangs.",
            "'evenfloat prepare' makes the next starts of the server faster. EVENFLOAT_HEAP is the most memory for",
            "the objects of a server (512m unless set), EVENFLOAT_JAVA_OPTS adds options of the Java machine:",
            "docs/commands.md."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            CertificateCommand.class,
            AlarmsCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            SettingsCommand.class,
            PointsCommand.class,
            BacktestCommand.class,
            BusCommand.class,
            UserCommand.class,
            TokenCommand.class,
            SimulateCommand.class,
            VerifyPhysicsCommand.class,
            BenchCommand.class,
            RehearseCommand.class
        })
public final class EvenfloatCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and returns its exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new EvenfloatCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(EvenfloatCommand::explain)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Which command? 'evenfloat demo' shows a simulated battery room.");
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandFailure told) {
            command.getErr().println(told.getMessage());
            return told.exitCode();
        }
        failure.printStackTrace(command.getErr());
        return ExitCode.FAILED;
    }

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Evenfloat " + ProgramVersion.text() + " on Java " + System.getProperty("java.version")};
        }
    }
}
