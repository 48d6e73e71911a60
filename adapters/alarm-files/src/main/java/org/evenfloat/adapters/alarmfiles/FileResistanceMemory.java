// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.application.port.out.KeptResistances;
import org.evenfloat.application.port.out.ResistanceMemory;
import org.evenfloat.application.port.out.ResistanceMemoryFailure;

/** Resistances in {@code health/resistances-1.bin} of the data folder ({@code docs/alarm-files.md}). */
public final class FileResistanceMemory implements ResistanceMemory {

    private final KeptFile file;

    /** @param dataFolder need not be there yet */
    public FileResistanceMemory(Path dataFolder) {
        file = new KeptFile(dataFolder.resolve("health").resolve("resistances-1.bin"));
    }

    @Override
    public List<KeptResistances> load() throws ResistanceMemoryFailure {
        try {
            return file.read(ResistanceBytes::read, "the reference of every block begins anew").orElse(List.of());
        } catch (IOException e) {
            throw new ResistanceMemoryFailure("The resistances in " + file.path() + " cannot be read: "
                    + KeptFile.reason(e) + " (check the rights of that file).", e);
        }
    }

    @Override
    public void keep(List<KeptResistances> blocks) throws ResistanceMemoryFailure {
        boolean interrupted = Thread.interrupted(); // who ends this thread must not thereby make it keep nothing
        try {
            file.replace(ResistanceBytes.of(blocks));
        } catch (IOException e) {
            throw new ResistanceMemoryFailure("The resistances cannot be written to " + file.path() + ": "
                    + KeptFile.reason(e) + " (check the free space and the rights of that folder).", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
