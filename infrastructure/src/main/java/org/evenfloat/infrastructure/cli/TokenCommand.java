// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.List;
import java.util.Locale;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.ManageUsers.NewToken;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.ScriptToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages the tokens of scripts at the machine itself. */
@Command(
        name = "token",
        description = "Manages the tokens that scripts show instead of a password, also while the server runs.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCommand.Add.class, TokenCommand.Remove.class, TokenCommand.ListAll.class})
final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? add, remove or list");
    }

    /** Makes one. */
    @Command(
            name = "add",
            description = "Makes a token and prints it, once: it is kept nowhere.",
            mixinStandardHelpOptions = true)
    static final class Add extends ConsoleAccess {

        @Parameters(index = "1", paramLabel = "NAME", description = "What the token is for.")
        private String name;

        @Mixin
        private GrantOptions grants;

        @Option(names = "--days", defaultValue = "365",
                description = "How long it is good, 1 to 731 days (default: ${DEFAULT-VALUE}).")
        private int days;

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            NewToken made = users.addToken(who, name, grants.grants(), days);
            require(made.problems());
            say(made.token());
        }
    }

    /** Takes one away. */
    @Command(name = "remove", description = "Takes a token away; it is good no more.", mixinStandardHelpOptions = true)
    static final class Remove extends ConsoleAccess {

        @Parameters(index = "1", paramLabel = "NAME", description = "Name of the token.")
        private String name;

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            require(users.removeToken(who, name));
            say(name + " is no token any more");
        }
    }

    /** Shows all. */
    @Command(name = "list", description = "Lists all tokens, without their secrets.", mixinStandardHelpOptions = true)
    static final class ListAll extends ConsoleAccess {

        private static final String ROW = "%-32s %-8s %-24s %-17s %-17s %s";

        @Override
        void work(ManageUsers users, Actor who) {
            List<ScriptToken> all = users.tokens(who);
            if (all.isEmpty()) {
                say("no tokens");
                return;
            }
            long now = System.currentTimeMillis();
            say(String.format(Locale.ROOT, ROW, "name", "role", "strings", "made", "good until", "made by"));
            all.forEach(token -> say(String.format(Locale.ROOT, ROW, token.name(), token.grants().site().word(),
                    strings(token.grants()), minute(token.createdAtMillis()), minute(token.expiresAtMillis()),
                    token.createdBy() + (token.expiresAtMillis() <= now ? ", expired" : ""))));
        }
    }
}
