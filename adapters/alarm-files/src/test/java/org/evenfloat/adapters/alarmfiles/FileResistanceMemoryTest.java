// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.application.port.out.KeptResistances;
import org.evenfloat.application.port.out.ResistanceMemory;
import org.evenfloat.application.port.out.ResistanceMemoryFailure;
import org.evenfloat.contracts.ResistanceMemoryContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileResistanceMemoryTest extends ResistanceMemoryContract {

    private static final List<KeptResistances> ONE = List.of(new KeptResistances(
            "A1-1", 7, 2_900, 4_000_000, new int[] {2_904, 2_905}, new int[] {4_000_001, 4_000_002}, 2_906,
            new int[] {4_100_000}, 1_763_816_607_000L));

    @TempDir
    Path home;

    @Override
    protected ResistanceMemory openMemory() {
        return new FileResistanceMemory(home);
    }

    private Path file() {
        return home.resolve("health/resistances-1.bin");
    }

    @Test
    void writesAFileThatOthersCannotRead() throws Exception {
        openMemory().keep(ONE);
        assertThat(Files.size(file())).isEqualTo(12 + 2 + 4 + 8 + 4 + 4 + 1 + 2 * 8 + 4 + 1 + 4 + 8 + 4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void noticesEveryByteThatIsMissingOrAnother() throws Exception {
        openMemory().keep(ONE);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            Files.write(file(), Arrays.copyOf(whole, at));
            assertThat(openMemory().load()).as("ends at " + at).isEmpty();
            byte[] spoiled = whole.clone();
            spoiled[at] ^= 1;
            Files.write(file(), spoiled);
            assertThat(openMemory().load()).as("spoiled at " + at).isEmpty();
        }
        ResistanceMemory memory = openMemory();
        memory.load();
        memory.keep(ONE);
        assertThat(openMemory().load()).isEqualTo(ONE);
        try (Stream<Path> aside = Files.list(file().getParent())) {
            assertThat(aside.filter(each -> each.getFileName().toString().startsWith("resistances-1.bin.damaged-")))
                    .singleElement();
        }
    }

    @Test
    void saysThatItCannotWriteOrRead() throws Exception {
        Files.writeString(home.resolve("health"), "a file in its place");
        assertThatThrownBy(() -> openMemory().keep(ONE)).isInstanceOf(ResistanceMemoryFailure.class)
                .hasMessageContaining(file().toString());
        assertThatThrownBy(() -> openMemory().load()).isInstanceOf(ResistanceMemoryFailure.class)
                .hasMessageContaining(file().toString());
    }
}
