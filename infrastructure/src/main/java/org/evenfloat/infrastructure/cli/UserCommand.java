// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages the users of a site at the machine itself. */
@Command(
        name = "user",
        description = "Manages the users of a site, also while its server runs: it sees a change within a second.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Add.class, UserCommand.Passwd.class, UserCommand.Disable.class, UserCommand.Enable.class,
            UserCommand.Remove.class, UserCommand.Grant.class, UserCommand.ListAll.class,
            UserCommand.SecondPerson.class
        })
final class UserCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which one? add, passwd, disable, enable, remove, grant, list or second-person");
    }

    /** A command about one user. */
    abstract static class OfOne extends ConsoleAccess {

        @Parameters(index = "1", paramLabel = "NAME", description = "Name of the user.")
        private String name;

        final String name() {
            return name;
        }
    }

    /** Adds one. */
    @Command(
            name = "add",
            description = "Adds a user. The first one has to be an administrator.",
            mixinStandardHelpOptions = true)
    static final class Add extends OfOne {

        @Mixin
        private GrantOptions grants;

        @Mixin
        private PasswordOption password;

        @Option(names = "--emergency",
                description = "The account behind glass: an administrator whose every use is told loudly; at most one.")
        private boolean emergency;

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure, IOException {
            Grants given = grants.grants();
            require(users.add(who, name(), given, password.read(), emergency));
            say(name() + " may sign in with the role " + given.site().word());
        }
    }

    /** Sets a password. */
    @Command(
            name = "passwd",
            description = "Sets a new password, ends the user's sessions and takes the second factor away.",
            mixinStandardHelpOptions = true)
    static final class Passwd extends OfOne {

        @Mixin
        private PasswordOption password;

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure, IOException {
            require(users.resetPassword(who, name(), password.read()));
            say(name() + " has a new password and no second factor; the sessions have ended");
        }
    }

    /** Keeps somebody out. */
    @Command(
            name = "disable",
            description = "Keeps a user out until he is enabled; his sessions end.",
            mixinStandardHelpOptions = true)
    static final class Disable extends OfOne {

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            require(users.disable(who, name(), true));
            say(name() + " may not sign in");
        }
    }

    /** Lets somebody in again. */
    @Command(name = "enable", description = "Lets a disabled user sign in again.", mixinStandardHelpOptions = true)
    static final class Enable extends OfOne {

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            require(users.disable(who, name(), false));
            say(name() + " may sign in");
        }
    }

    /** Takes somebody out. */
    @Command(name = "remove", description = "Removes a user for good.", mixinStandardHelpOptions = true)
    static final class Remove extends OfOne {

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            require(users.remove(who, name()));
            say(name() + " is no user any more");
        }
    }

    /** Gives other roles. */
    @Command(
            name = "grant",
            description = "Gives a user other roles instead of the present ones; his sessions end.",
            mixinStandardHelpOptions = true)
    static final class Grant extends OfOne {

        @Mixin
        private GrantOptions grants;

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            Grants given = grants.grants();
            require(users.grant(who, name(), given));
            say(name() + " has the role " + given.site().word()
                    + (given.strings().isEmpty() ? "" : ", and " + strings(given)));
        }
    }

    /** Shows all. */
    @Command(name = "list", description = "Lists all users.", mixinStandardHelpOptions = true)
    static final class ListAll extends ConsoleAccess {

        private static final String ROW = "%-32s %-8s %-24s %-14s %-9s %-10s %s";

        @Override
        void work(ManageUsers users, Actor who) {
            List<User> all = users.users(who);
            if (all.isEmpty()) {
                say("no users yet; the first one is made with 'evenfloat user add SITEFILE NAME --role admin'");
                return;
            }
            say(String.format(Locale.ROOT, ROW,
                    "name", "role", "strings", "second factor", "disabled", "emergency", "password since"));
            all.forEach(user -> say(String.format(Locale.ROOT, ROW, user.name(), user.grants().site().word(),
                    strings(user.grants()), yes(!user.secondFactor().isEmpty()), yes(user.disabled()),
                    yes(user.emergency()), minute(user.passwordAtMillis()))));
        }

        private static String yes(boolean is) {
            return is ? "yes" : "no";
        }
    }

    /** Decides what needs a second person. */
    @Command(
            name = "second-person",
            description = "Says what needs a second person, or decides it anew.",
            mixinStandardHelpOptions = true)
    static final class SecondPerson extends ConsoleAccess {

        @Option(names = "--require", paramLabel = "VERB",
                description = "A verb that needs one from now on, such as RESET_ADDRESSES; may be given several times."
                        + " Verbs that are not given need none.")
        private List<String> required = List.of();

        @Option(names = "--none", description = "Nothing needs a second person any more.")
        private boolean none;

        @Override
        void work(ManageUsers users, Actor who) throws CommandFailure {
            if (none || !required.isEmpty()) {
                require(secondPerson().require(who, verbs()));
            }
            Set<Verb> now = new TreeSet<>(secondPerson().verbs(who));
            say(now.isEmpty() ? "nothing needs a second person" : "a second person for: " + words(now));
            say("possible: " + words(secondPerson().possible()));
        }

        private Set<Verb> verbs() throws CommandFailure {
            List<String> problems = new ArrayList<>();
            if (none && !required.isEmpty()) {
                problems.add("--none: beside --require - allowed: one of them");
            }
            Set<Verb> verbs = EnumSet.noneOf(Verb.class);
            for (String word : required) {
                try {
                    verbs.add(Verb.valueOf(word.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    problems.add("--require: " + word + " - allowed: " + words(secondPerson().possible()));
                }
            }
            require(problems);
            return verbs;
        }

        private static String words(Set<Verb> verbs) {
            return verbs.stream().map(Verb::name).collect(Collectors.joining(", "));
        }
    }
}
