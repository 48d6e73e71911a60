// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SettingsStore;
import org.evenfloat.contracts.SettingsStoreContract;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsStoreTest extends SettingsStoreContract {

    @TempDir
    Path home;

    @Override
    protected SettingsStore openStore() {
        return new FileSettingsStore(home.resolve("settings"));
    }

    private static SettingVersion version(long number) {
        return new SettingVersion(number, number - 1, 5, "anna", "web", "why", 1,
                new SettingValues(Map.of("site.name", "Nord " + number)));
    }

    private Path file(int number) {
        return home.resolve("settings").resolve(String.format("%06d.yaml", number));
    }

    @Test
    void writesFilesThatPeopleCanReadAndOthersCannot() throws Exception {
        openStore().append(version(7));
        assertThat(Files.readString(file(7))).contains("version: 7\n", "at: 5  # 1970-01-01T00:00:00.005Z\n",
                "  site.name: Nord 7\n").matches("(?s).*\nsha256: [0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(7)))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(7).getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void noticesEveryByteThatIsMissingOrAnother() throws Exception {
        SettingsStore store = openStore();
        store.append(version(1));
        store.append(version(2));
        byte[] whole = Files.readAllBytes(file(2));
        for (int at = 0; at < whole.length; at++) {
            Files.write(file(2), Arrays.copyOf(whole, at));
            assertUsesTheOneBefore(store);
            byte[] spoiled = whole.clone();
            spoiled[at] ^= 1;
            Files.write(file(2), spoiled);
            assertUsesTheOneBefore(store);
        }
        Files.write(file(2), whole);
        assertThat(store.newest().version()).contains(version(2));
    }

    private static void assertUsesTheOneBefore(SettingsStore store) throws SettingsFailure {
        SettingsStore.Newest newest = store.newest();
        assertThat(newest.version()).contains(version(1));
        assertThat(newest.last()).isEqualTo(2);
        assertThat(newest.damaged()).singleElement().asString().contains("000002.yaml");
        assertThat(store.version(2)).isEmpty();
        assertThat(store.before(9, 9)).containsExactly(version(1));
    }

    @Test
    void noticesAVersionUnderAnotherName() throws Exception {
        SettingsStore store = openStore();
        store.append(version(1));
        Files.copy(file(1), file(2));
        assertThat(store.newest().damaged()).singleElement().asString().contains("under another name");
    }

    @Test
    void aLeftOverOfAnInterruptedWriteDoesNoHarm() throws Exception {
        SettingsStore store = openStore();
        store.append(version(1));
        Files.writeString(home.resolve("settings/unfinished.tmp"), "half");
        Files.writeString(home.resolve("settings/notes.yaml"), "mine");
        assertThat(store.newest().version()).contains(version(1));
        store.append(version(2));
        assertThat(store.newest().version()).contains(version(2));
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        Files.writeString(home.resolve("settings"), "a file in its place");
        assertThatThrownBy(() -> openStore().append(version(1)))
                .isInstanceOf(SettingsFailure.class).hasMessageContaining(home.resolve("settings").toString());
    }
}
