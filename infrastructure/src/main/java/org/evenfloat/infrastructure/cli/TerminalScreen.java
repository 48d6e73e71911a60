// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal while something is drawn on it: its second screen, without a cursor and without wrapping, so that what
 * was there before is there again afterwards. Each line is written to its own place; nothing scrolls or flickers.
 */
final class TerminalScreen implements AutoCloseable {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})");

    /** How many pictures are drawn until the size of the terminal is asked for again. */
    private static final int PICTURES_PER_SIZE = 10;

    private final PrintStream out;
    private int pictures;
    private int rows = 24;
    private int columns = 80;

    TerminalScreen(PrintStream out) {
        this.out = out;
        out.print("\033[?1049h\033[?25l\033[?7l\033[2J");
        measure();
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Draws lines over the ones drawn before; those that do not fit are left out. */
    void draw(List<String> lines) {
        StringBuilder picture = new StringBuilder();
        for (int row = 0; row < Math.min(rows, lines.size()); row++) {
            picture.append("\033[").append(row + 1).append(";1H").append(lines.get(row)).append("\033[K");
        }
        if (lines.size() < rows) {
            picture.append("\033[").append(lines.size() + 1).append(";1H\033[J");
        }
        out.print(picture);
        out.flush();
        if (++pictures % PICTURES_PER_SIZE == 0) {
            measure();
        }
    }

    /** Gives the first screen back. */
    @Override
    public void close() {
        out.print("\033[?7h\033[?25h\033[?1049l");
        out.flush();
    }

    /** Asks the terminal for its size; what was known stays when there is no answer. */
    private void measure() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroy();
                return;
            }
            String told = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            Matcher size = SIZE.matcher(told);
            if (size.matches() && Integer.parseInt(size.group(1)) > 0 && Integer.parseInt(size.group(2)) > 0) {
                rows = Integer.parseInt(size.group(1));
                columns = Integer.parseInt(size.group(2));
            }
        } catch (IOException noSuchProgram) {
            return;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
