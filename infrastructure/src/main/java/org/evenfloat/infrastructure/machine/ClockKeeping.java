// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Whether the operating system keeps its clock by a time server. Asks at most once a minute and waits at most a
 * second; whoever asks meanwhile gets what was known before.
 */
final class ClockKeeping {

    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long PATIENCE_MILLIS = 1_000;
    private static final int MAX_ANSWER = 100;

    private final Path marker;
    private final List<String> command;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Boolean known;
    private boolean asked;
    private long askedAtNanos;

    /**
     * @param marker a file that exists when the clock is kept, such as systemd-timesyncd makes
     * @param command prints yes or no; asked when the file does not exist
     * @param nanos a clock that never jumps
     */
    ClockKeeping(Path marker, List<String> command, LongSupplier nanos) {
        this.marker = marker;
        this.command = command;
        this.nanos = nanos;
    }

    static ClockKeeping ofSystemd() {
        return new ClockKeeping(
                Path.of("/run/systemd/timesync/synchronized"),
                List.of("timedatectl", "show", "-p", "NTPSynchronized", "--value"), System::nanoTime);
    }

    /** Returns null when that is not known. */
    Boolean synchronised() {
        if (Files.exists(marker)) {
            return true;
        }
        if (asking.tryLock()) {
            try {
                long now = nanos.getAsLong();
                if (!asked || now - askedAtNanos > KEPT_NANOS) {
                    known = ask();
                    asked = true;
                    askedAtNanos = now;
                }
            } finally {
                asking.unlock();
            }
        }
        return known;
    }

    private Boolean ask() {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException thereIsNoSuchProgram) {
            return null;
        }
        try (InputStream answer = process.getInputStream()) {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return null;
            }
            return switch (new String(answer.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8).strip()) {
                case "yes" -> true;
                case "no" -> false;
                default -> null;
            };
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            process.destroyForcibly();
        }
    }
}
