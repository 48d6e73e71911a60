// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenfloat.application.port.in.AccessClosed;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.RequireSecondPerson;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.wiring.AccessParts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command that works on users in the data folder of a site, whether its server runs or not. Whoever may write there
 * may everything: he is written down as the user of the operating system, at the console.
 */
abstract class ConsoleAccess implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Parameters(index = "0", paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.")
    private Path siteFile;

    @Spec
    private CommandSpec spec;

    private SiteConfiguration configuration;
    private AccessParts parts;

    /** Does it. */
    abstract void work(ManageUsers users, Actor who) throws CommandFailure, IOException;

    @Override
    public final Integer call() throws CommandFailure, IOException {
        configuration = CheckCommand.read(siteFile);
        parts = AccessParts.ofConsole(configuration);
        String user = System.getProperty("user.name", "");
        try {
            work(parts.accounts().manageUsers(), new Actor(
                    Actor.Kind.CONSOLE, user.isBlank() ? "console" : user, "console", Grants.of(Role.ADMIN)));
        } catch (AccessClosed | NotWrittenDown failure) {
            throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure);
        }
        return ExitCode.DONE;
    }

    final RequireSecondPerson secondPerson() {
        return parts.secondPerson();
    }

    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** Fails with all problems, when there are any. */
    static void require(List<String> problems) throws CommandFailure {
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.join(System.lineSeparator(), problems));
        }
    }

    /** Returns a moment in the time zone of the site. */
    final String minute(long atMillis) {
        return MINUTE.format(Instant.ofEpochMilli(atMillis).atZone(configuration.site().timeZone()));
    }

    /** Returns the roles on single strings. */
    static String strings(Grants grants) {
        return grants.strings().isEmpty() ? "-" : new TreeMap<>(grants.strings()).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().word())
                .collect(Collectors.joining(","));
    }
}
