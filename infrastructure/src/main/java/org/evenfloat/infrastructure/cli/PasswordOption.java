// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** Where a command gets a password from: never from its arguments, which other users of the machine can read. */
final class PasswordOption {

    private static final int MOST_BYTES = 8_192;

    @Option(names = "--password-stdin",
            description = "Reads the password from standard input, up to its end, instead of asking for it twice.")
    private boolean stdin;

    /** Returns the password, or fails when there is none. */
    String read() throws CommandFailure, IOException {
        return stdin ? fromInput() : fromTerminal();
    }

    private static String fromInput() throws CommandFailure, IOException {
        byte[] bytes = System.in.readNBytes(MOST_BYTES);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.endsWith("\r\n") ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "password: no UTF-8 - allowed: text in UTF-8", e);
        }
    }

    private static String fromTerminal() throws CommandFailure {
        Console console = System.console();
        if (console == null) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    "password: there is no terminal to ask for it - allowed: --password-stdin, and the password on"
                            + " standard input");
        }
        char[] first = console.readPassword("Password (12 to 128 characters, not shown): ");
        char[] second = first == null ? null : console.readPassword("Once more: ");
        if (second == null || !Arrays.equals(first, second)) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "password: twice differently - allowed: twice the same");
        }
        return new String(first);
    }
}
