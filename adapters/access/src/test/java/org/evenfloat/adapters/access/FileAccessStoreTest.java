// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.contracts.AccessStoreContract;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccessStoreTest extends AccessStoreContract {

    @TempDir
    private Path data;

    @Override
    protected AccessStore openStore() {
        return new FileAccessStore(data.resolve("not/there/yet"));
    }

    private Path file(String name) {
        return data.resolve("not/there/yet/access").resolve(name);
    }

    private byte[] written() throws Exception {
        openStore().update(book -> book.with(user("bob")).with(user("eve")));
        return Files.readAllBytes(file("book.json"));
    }

    @Test
    void nobodyElseMayLookAtTheFiles() throws Exception {
        written();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("")))).isEqualTo("rwx------");
        for (String name : new String[] {"book.json", "lock"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)))).isEqualTo("rw-------");
        }
    }

    @Test
    void aReplacementThatWasKilledInTheMiddleChangesNothingAndIsCleanedUp() throws Exception {
        byte[] good = written();
        Files.write(file("book.json.new"), Arrays.copyOf(good, good.length / 2));
        assertThat(openStore().book().users()).hasSize(2);
        openStore().update(book -> book.withoutUser("eve"));
        assertThat(openStore().book().users()).containsExactly(user("bob"));
        assertThat(file("book.json.new")).doesNotExist();
    }

    @Test
    void aDamagedFileLetsNobodyInAndIsNotWrittenOver() throws Exception {
        byte[] good = written();
        SeededCases.check("a file cut short is no book", 40, draw -> {
            int length = draw.between(0, good.length - 2);
            byte[] cut = Arrays.copyOf(good, length);
            Files.write(file("book.json"), cut);
            assertThatThrownBy(() -> openStore().book()).isInstanceOf(AccessFailure.class)
                    .hasMessageContaining("book.json").hasMessageContaining("Nobody gets in");
            assertThatThrownBy(() -> openStore().update(book -> book)).isInstanceOf(AccessFailure.class);
            assertThat(Files.readAllBytes(file("book.json"))).isEqualTo(cut);
        });
    }

    @Test
    void aBookOfALaterVersionIsSaidToBeOne() throws Exception {
        String text = new String(written(), StandardCharsets.UTF_8);
        Files.writeString(file("book.json"), text.replace("\"format\" : 1", "\"format\" : 2"));
        assertThatThrownBy(() -> openStore().book()).hasMessageContaining("format 2").hasMessageContaining("knows 1");
    }

    @Test
    void aFileThatDisappearsUnderARunningServerDoesNotMakeItNobodys() throws Exception {
        byte[] good = written();
        AccessStore store = openStore();
        assertThat(store.book().users()).hasSize(2);
        Files.delete(file("book.json"));
        awaitFailure(store);
        assertThatThrownBy(() -> store.update(book -> book)).hasMessageContaining("there no more");
        Files.write(file("book.json"), good);
        assertThat(store.update(book -> book.withoutUser("eve")).users()).containsExactly(user("bob"));
        assertThat(store.book().users()).hasSize(1);
    }

    private static void awaitFailure(AccessStore store) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (System.nanoTime() < end) {
            try {
                store.book();
            } catch (AccessFailure expected) {
                return;
            }
        }
        throw new AssertionError("the store has not noticed within a second");
    }

    @Test
    void askingAgainAndAgainCostsNextToNothing() throws Exception {
        written();
        AccessStore store = openStore();
        store.book();
        long begun = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            store.book();
        }
        long nanosEach = (System.nanoTime() - begun) / 100_000;
        System.out.println("book(): " + nanosEach + " ns");
        assertThat(nanosEach).isLessThan(20_000);
    }
}
