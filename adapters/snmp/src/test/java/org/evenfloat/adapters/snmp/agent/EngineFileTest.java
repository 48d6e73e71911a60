// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives restarts. */
class EngineFileTest {

    @TempDir
    Path folder;

    private Engine start() throws IOException {
        return new EngineFile(folder).start(() -> 0);
    }

    @Test
    void theIdStaysAndStartsAreCounted() throws IOException {
        Engine first = start();
        assertThat(first.boots()).isEqualTo(1);
        assertThat(first.id()).hasSize(17).startsWith(0x80, 0, 0x1F, 0x88, 5);
        Engine second = start();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.boots()).isEqualTo(2);
        assertThat(new EngineFile(folder.resolve("other")).start(() -> 0).id()).isNotEqualTo(first.id());
    }

    @Test
    void aBrokenFileIsSetAside() throws IOException {
        Engine first = start();
        Path file = folder.resolve(EngineFile.NAME);
        for (String broken : new String[] {"", "engine-id: 80001f88\nboots: 3\n", "boots: 4\n",
            Files.readString(file).replace("boots: 1", "boots: 2147483648")}) {
            Files.writeString(file, broken);
            Engine next = start();
            assertThat(next.boots()).as(broken).isEqualTo(1);
            assertThat(next.id()).isNotEqualTo(first.id());
            assertThat(folder.resolve("snmp-engine.broken")).hasContent(broken);
        }
    }

    @Test
    void theNumberOfStartsStaysAtItsEnd() throws IOException {
        start();
        Path file = folder.resolve(EngineFile.NAME);
        Files.writeString(file, Files.readString(file).replace("boots: 1", "boots: 2147483646"));
        for (int i = 0; i < 2; i++) {
            Engine last = start();
            assertThat(last.boots()).isEqualTo(Integer.MAX_VALUE);
            assertThat(last.isNow(Integer.MAX_VALUE, 0)).isFalse();
        }
    }

    @Test
    void whereNothingCanBeWrittenNothingStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new EngineFile(file).start(() -> 0)).isInstanceOf(IOException.class);
    }
}
