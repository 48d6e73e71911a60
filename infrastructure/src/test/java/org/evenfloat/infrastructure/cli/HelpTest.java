// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    /** Returns every command and subcommand as the words that call it. */
    static Stream<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        collect(new CommandLine(new EvenfloatCommand()), List.of(), commands);
        return commands.stream();
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> commands) {
        commands.add(words);
        command.getSubcommands().forEach((name, below) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(below, longer, commands);
        });
    }

    private static Told told(List<String> words, String... more) {
        return Told.by(Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysEveryOptionAndEndsWell(List<String> words) {
        CommandLine command = new CommandLine(new EvenfloatCommand());
        for (String word : words) {
            command = command.getSubcommands().get(word);
        }
        Told told = told(words, "--help");
        assertThat(told.exitCode()).isZero();
        assertThat(told.err()).isEmpty();
        for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
            assertThat(told.out()).contains(option.longestName());
            assertThat(option.description()).as(words + " " + option.longestName()).isNotEmpty();
        }
        command.getSubcommands().keySet().forEach(name -> assertThat(told.out()).contains(name));
        assertThat(told.out()).contains(command.getCommandSpec().usageMessage().description()[0].split(" ")[0]);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsRefused(List<String> words) {
        Told told = told(words, "--nonsense");
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).containsAnyOf("Unknown option: '--nonsense'", "Missing required ")
                .doesNotContain("\tat ");
    }

    @Test
    void theCommandsAreThoseOfTheDocument() {
        assertThat(commands().map(words -> String.join(" ", words))).containsExactlyInAnyOrder(
                "", "demo", "run", "check", "certificate", "certificate show", "certificate renew",
                "certificate import", "bus", "bus scan", "bus address", "bus blink", "bus line-check",
                "bus reset", "bus sleep", "bus wake", "user", "user add", "user passwd", "user disable", "user enable",
                "user remove", "user grant", "user list", "user second-person", "token", "token add", "token remove",
                "token list", "settings", "settings show", "settings export", "settings import", "settings history",
                "settings roll-back", "backtest", "simulate", "verify-physics", "bench", "bench bus", "bench sweep",
                "bench web", "bench access", "bench alarms", "bench guard", "bench runaway", "bench modbus", "bench snmp",
                "bench footprint", "rehearse", "points",
                "alarms", "alarms list", "alarms history",
                "audit", "audit verify", "audit show",
                "audit export", "explain");
    }

    @Test
    void anUnknownCommandIsRefusedWithAHint() {
        Told told = Told.by("dmeo");
        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).contains("dmeo").contains("demo");
    }

    @Test
    void aCommandThatIsMissingIsAskedFor() {
        for (String[] words : new String[][] {{}, {"bus"}, {"bench"}, {"user"}, {"token"}, {"settings"}, {"alarms"}}) {
            Told told = Told.by(words);
            assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(told.err()).startsWith("Which ");
        }
    }

    @Test
    void saysItsVersion() {
        assertThat(Told.by("--version").out()).contains("Evenfloat").contains(System.getProperty("java.version"));
    }
}
