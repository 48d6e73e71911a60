// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.SafetyMemory;
import org.evenfloat.application.port.out.SafetyMemoryFailure;

/**
 * Guards and breakers in {@code safety/guard-ID-1.bin} and {@code safety/breaker-ID-1.bin} of the data folder
 * ({@code docs/safety-files.md}). A guard of 600 blocks takes about 100 kB each time it is kept.
 */
public final class FileSafetyMemory implements SafetyMemory {

    private final Path folder;
    private final Map<String, KeptFile> files = new HashMap<>();

    /** @param dataFolder need not be there yet */
    public FileSafetyMemory(Path dataFolder) {
        folder = dataFolder.resolve("safety");
    }

    private KeptFile file(String sort, String id) {
        return files.computeIfAbsent(
                sort + "-" + id + "-" + SafetyBytes.FORMAT + ".bin", name -> new KeptFile(folder.resolve(name)));
    }

    @Override
    public Optional<KeptGuard> guard(String string) throws SafetyMemoryFailure {
        return read(file("guard", string), bytes -> {
            KeptGuard kept = SafetyBytes.guard(bytes);
            return same(kept, kept.string(), string);
        }, "the guard of string " + string + " begins anew, knows no normal for twelve hours in float, and a trip that was"
                + " under way is demanded anew after seven minutes");
    }

    @Override
    public Optional<KeptBreaker> breaker(String breaker) throws SafetyMemoryFailure {
        return read(file("breaker", breaker), bytes -> {
            KeptBreaker kept = SafetyBytes.breaker(bytes);
            return same(kept, kept.breaker(), breaker);
        }, "breaker " + breaker + " begins anew in shadow mode: arm it again");
    }

    private static <T> T same(T kept, String id, String wanted) throws IOException {
        if (!id.equals(wanted)) {
            throw new IOException("it is of " + id + ", not of " + wanted);
        }
        return kept;
    }

    private static <T> Optional<T> read(KeptFile file, KeptFile.Reading<T> reading, String consequence)
            throws SafetyMemoryFailure {
        try {
            return file.read(reading, consequence);
        } catch (IOException e) {
            throw new SafetyMemoryFailure("What protects the battery cannot be read from " + file.path() + ": "
                    + KeptFile.reason(e) + " (check the rights of that file).", e);
        }
    }

    @Override
    public void keep(KeptGuard guard) throws SafetyMemoryFailure {
        replace(file("guard", guard.string()), () -> SafetyBytes.of(guard));
    }

    @Override
    public void keep(KeptBreaker breaker) throws SafetyMemoryFailure {
        replace(file("breaker", breaker.breaker()), () -> SafetyBytes.of(breaker));
    }

    private interface Making {
        byte[] bytes() throws IOException;
    }

    private static void replace(KeptFile file, Making making) throws SafetyMemoryFailure {
        boolean interrupted = Thread.interrupted(); // who ends this thread must not thereby make it keep nothing
        try {
            file.replace(making.bytes());
        } catch (IOException e) {
            throw new SafetyMemoryFailure("What protects the battery cannot be written to " + file.path() + ": "
                    + KeptFile.reason(e) + " (check the free space and the rights of that folder).", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
