// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.ChangeSettings.Answer;
import org.evenfloat.application.port.in.ChangeSettings.Verdict;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SettingsFormat;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingVersion;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.wiring.NotMade;
import org.evenfloat.infrastructure.wiring.StoppedServerParts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settings of a server that does not run; those of one that does are changed on its page. */
@Command(
        name = "settings",
        description = "Shows and changes the settings in operation of a server that does not run.",
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Runnable {

    private static final String SITEFILE = "SITEFILE";
    private static final String SITEFILE_WORDS = "The site file, see docs/site-file.md.";
    private static final String WHY_WORDS = "What for, in your words; kept with the version.";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Which of settings show, export, import, history, roll-back?");
    }

    /** Something done with the settings in a data folder. */
    @FunctionalInterface
    private interface Work {
        int with(ChangeSettings settings) throws CommandFailure, SettingsFailure;
    }

    private static int open(Path siteFile, Work work) throws CommandFailure {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        DataFolder folder = lock(configuration.dataFolder());
        try (RealTimekeeper time = new RealTimekeeper()) {
            return work.with(StoppedServerParts.of(configuration, folder, time).settings());
        } catch (NotMade | SettingsFailure failure) {
            throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure);
        } finally {
            RunningServer.release(folder);
        }
    }

    private static DataFolder lock(Path path) throws CommandFailure {
        try {
            return RunningServer.lock(path);
        } catch (CommandFailure failure) {
            throw failure.exitCode() != ExitCode.DATA_FOLDER_IN_USE ? failure : new CommandFailure(
                    ExitCode.DATA_FOLDER_IN_USE, "data-folder: " + path + " is in use, the server runs - allowed: this"
                            + " command while it is stopped; while it runs, its page Configuration, or its API under"
                            + " /api/v1/settings", failure);
        }
    }

    private static Actor console() {
        return new Actor(
                Actor.Kind.CONSOLE, System.getProperty("user.name", "console"), "console", Grants.of(Role.ADMIN));
    }

    private static int told(Answer answer, PrintWriter out) throws CommandFailure {
        if (answer.verdict() == Verdict.DONE) {
            answer.changes().forEach(change -> out.println(change));
            out.println("version " + answer.version().number() + " is in force from the next start on");
            return ExitCode.DONE;
        }
        List<String> lines = answer.problems().isEmpty() ? List.of(answer.sentence()) : answer.problems();
        throw new CommandFailure(
                answer.verdict() == Verdict.INVALID ? ExitCode.BAD_INPUT : ExitCode.FAILED,
                String.join(System.lineSeparator(), lines));
    }

    @Command(name = "show", description = "Prints the settings: a star before what somebody changed, a lock in words.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile) throws CommandFailure {
        PrintWriter out = spec.commandLine().getOut();
        return open(siteFile, settings -> {
            ChangeSettings.Present present = settings.present();
            out.println("version " + present.version().number());
            for (SettingDefinition definition : present.book().definitions(present.version().values())) {
                int line = present.book().lockedInLine(definition.key());
                boolean given = present.book().effective(definition, present.version().values()).isPresent();
                out.println((given ? "* " : "  ") + definition.key() + ": "
                        + present.book().inForce(definition, present.version().values())
                        + (line > 0 ? "  (given in the site file, line " + line + ")" : ""));
            }
            present.withoutEffect().forEach(key -> out.println("- " + key + ": "
                    + present.version().values().find(key).orElse("") + "  (kept, without effect)"));
            return ExitCode.DONE;
        });
    }

    @Command(name = "export", description = "Prints the settings as a file that 'settings import' and the page take.",
            mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile) throws CommandFailure {
        PrintWriter out = spec.commandLine().getOut();
        return open(siteFile, settings -> {
            out.print(settings.text());
            out.flush();
            return ExitCode.DONE;
        });
    }

    @Command(name = "import", description = "Changes the settings that a file names: all of them, or none.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile,
            @Parameters(paramLabel = "FILE", description = "YAML as 'settings export' prints it.") Path file,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = WHY_WORDS) String why)
            throws CommandFailure {
        String text = text(file);
        PrintWriter out = spec.commandLine().getOut();
        return open(siteFile, settings -> told(
                settings.applyText(console(), settings.present().version().number(), text, why), out));
    }

    private static String text(Path file) throws CommandFailure {
        try {
            if (Files.size(file) > 4L * SettingsFormat.MOST_CHARACTERS) {
                throw new CommandFailure(ExitCode.BAD_INPUT, file + ": " + Files.size(file) + " bytes - allowed: at most "
                        + 4L * SettingsFormat.MOST_CHARACTERS);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ") - allowed: a text file in UTF-8", e);
        }
    }

    @Command(name = "history", description = "Prints the newest versions: who changed how much, when and why.",
            mixinStandardHelpOptions = true)
    int history(
            @Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile,
            @Option(names = "--version-number", paramLabel = "N", description = "What that version changed.")
            Optional<Long> number)
            throws CommandFailure {
        PrintWriter out = spec.commandLine().getOut();
        return open(siteFile, settings -> {
            if (number.isEmpty()) {
                settings.versions(Long.MAX_VALUE, ChangeSettings.MOST_VERSIONS)
                        .forEach(version -> out.println(line(version)));
                return ExitCode.DONE;
            }
            List<SettingChange> changes = settings.difference(number.get()).orElseThrow(() -> new CommandFailure(
                    ExitCode.BAD_INPUT, "--version-number: " + number.get() + " - allowed: a version that is kept"));
            changes.forEach(change -> out.println(change));
            return ExitCode.DONE;
        });
    }

    private static String line(SettingVersion version) {
        return version.number() + "  " + Instant.ofEpochMilli(version.atMillis()).truncatedTo(ChronoUnit.SECONDS) + "  "
                + version.who() + "  " + version.changes() + " changed  " + version.why();
    }

    @Command(name = "roll-back", description = "Makes a new version that has the values of an old one; 0 is all defaults.",
            mixinStandardHelpOptions = true)
    int rollBack(
            @Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile,
            @Option(names = "--to", required = true, paramLabel = "N", description = "Number of the old version.") long to,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = WHY_WORDS) String why)
            throws CommandFailure {
        PrintWriter out = spec.commandLine().getOut();
        return open(siteFile, settings -> told(
                settings.rollBack(console(), settings.present().version().number(), to, why), out));
    }
}
