// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.evenfloat.application.port.out.SessionStore;
import org.evenfloat.application.port.out.SessionStore.KeptSession;
import org.evenfloat.contracts.SessionStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSessionStoreTest extends SessionStoreContract {

    @TempDir
    private Path data;

    @Override
    protected SessionStore openStore() {
        return new FileSessionStore(data);
    }

    @Test
    void aDamagedFileOnlyMakesPeopleSignInAnew() throws Exception {
        Files.createDirectories(data.resolve("access"));
        for (String text : new String[] {"", "{", "[]", "{\"format\":2,\"sessions\":[{}]}", "7"}) {
            Files.writeString(data.resolve("access/sessions.json"), text);
            assertThat(openStore().load()).as(text).isEmpty();
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        openStore().keep(List.of(new KeptSession("a", "bob", "s", "web", 1, 2, 3)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("access/sessions.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatTheFormerVersionKeptIsDropped() throws Exception {
        Files.writeString(data.resolve("web-sessions"), "a".repeat(64));
        assertThat(openStore().load()).isEmpty();
        assertThat(data.resolve("web-sessions")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure() throws Exception {
        Files.writeString(data.resolve("access"), "a file stands in the way");
        openStore().keep(List.of());
        assertThat(openStore().load()).isEmpty();
    }
}
