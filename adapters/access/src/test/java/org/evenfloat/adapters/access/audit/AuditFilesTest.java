// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.contracts.AuditTrailContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AuditFilesTest extends AuditTrailContract {

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("data").resolve("audit");
    }

    @Override
    protected AuditTrail open() {
        return new AuditFiles(folder());
    }

    @Override
    protected AuditArchive archive() {
        return AuditReader.server(folder());
    }

    @Override
    protected void breakIt() throws Exception {
        Files.move(folder(), temporary.resolve("moved"));
        Files.createFile(folder());
    }

    private Path first() {
        return folder().resolve("audit-000001.jsonl");
    }

    @Test
    void touchesNothingBeforeTheFirstEntry() throws Exception {
        open().probe();
        assertThat(folder()).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onlyTheOwnerMayRead() throws Exception {
        open().append(entry("1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.toList()).hasSize(4).allSatisfy(file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
    }

    @Test
    void theFormatIsAContract() throws Exception {
        open().append(entry("gain 1"));
        String line = Files.readString(first());
        String content = "{\"format\":1,\"number\":1,\"at\":\"2025-11-22T13:03:27.123Z\",\"kind\":\"PERSON\","
                + "\"who\":\"anna\",\"from\":\"web 10.0.0.7\",\"verb\":\"CALIBRATE\",\"target\":\"block A1-7\","
                + "\"outcome\":\"DONE\",\"before\":\"none\",\"after\":\"gain 1\",\"previous\":\"" + "0".repeat(64) + "\"";
        assertThat(line).startsWith(content + ",\"hash\":\"" + Sha256.hex(content.getBytes()) + "\",\"seal\":\"")
                .endsWith("\"}\n");
    }

    @Test
    void everyHiddenCharacterIsEscaped() throws Exception {
        open().append(entry("\u001b[2J\u0085\u202e\ud800\n"));
        assertThat(Files.readString(first())).contains("\"\\u001b[2J\\u0085\\u202e\\ud800\\u000a\"");
    }

    @Test
    void anIncompleteLineIsMovedAwayAndToldOf() throws Exception {
        AuditTrail trail = open();
        trail.append(entry("1"));
        trail.append(entry("2"));
        Files.writeString(first(), "{\"format\":1,\"num", StandardOpenOption.APPEND);
        assertThat(archive().check().problems()).as("an entry that nobody was told of").isEmpty();
        assertThat(archive().check().remarks()).singleElement().asString().contains("line 3: is incomplete");

        trail.append(entry("3"));

        assertThat(Files.readString(folder().resolve("audit-000001-torn-1"))).isEqualTo("{\"format\":1,\"num");
        assertThat(archive().newest(Long.MAX_VALUE, 10)).extracting(written -> written.entry().verb())
                .containsExactly("CALIBRATE", "AUDIT_REPAIRED", "CALIBRATE", "CALIBRATE");
        assertThat(archive().check().problems()).isEmpty();
        assertThat(archive().check().remarks()).singleElement().asString()
                .contains("AUDIT_REPAIRED", "its 16 bytes", "audit-000001-torn-1");
    }

    @Test
    void aHeadThatLagsBehindAfterADeathIsNoProblem() throws Exception {
        AuditTrail trail = open();
        trail.append(entry("1"));
        byte[] head = Files.readAllBytes(folder().resolve("head"));
        trail.append(entry("2"));
        Files.write(folder().resolve("head"), head);
        assertThat(archive().check().problems()).isEmpty();
        open().append(entry("3"));
        assertThat(archive().check().problems()).isEmpty();
        assertThat(archive().check().entries()).isEqualTo(3);
    }

    @Test
    void whatIsMissingAtTheEndStaysAGapAlsoWhenTheServerGoesOn() throws Exception {
        AuditTrail trail = open();
        for (int i = 1; i <= 5; i++) {
            trail.append(entry("" + i));
        }
        List<String> lines = Files.readAllLines(first());
        Files.write(first(), (String.join("\n", lines.subList(0, 3)) + "\n").getBytes());

        trail.append(entry("6"));

        assertThat(archive().check().problems()).singleElement().asString()
                .contains("line 4", "entries 4 to 5 are missing", "removed");
        assertThat(archive().check().remarks()).singleElement().asString()
                .contains("the files ended with entry 3, but entry 5");
    }

    @Test
    void aDamagedKeyIsToldBeforeAnythingIsDone() throws Exception {
        AuditTrail trail = open();
        trail.append(entry("1"));
        Files.writeString(folder().resolve("key"), "nonsense");
        assertThatThrownBy(trail::probe).isInstanceOf(AuditFailure.class).hasMessageContaining("key holds no key");
        assertThatThrownBy(() -> trail.append(entry("2"))).isInstanceOf(AuditFailure.class);
        assertThat(archive().check().problems()).anySatisfy(problem -> assertThat(problem).startsWith("key: "));
    }

    @Test
    void aLostKeyIsReplacedAndToldOf() throws Exception {
        open().append(entry("1"));
        Files.delete(folder().resolve("key"));
        open().append(entry("2"));
        assertThat(archive().check().remarks()).singleElement().asString().contains("the file key was missing");
        assertThat(archive().check().problems()).singleElement().asString()
                .contains("entry 1: its seal does not fit", "or the key was replaced");
    }

    @Test
    void aLostHeadIsToldOf() throws Exception {
        AuditTrail trail = open();
        trail.append(entry("1"));
        Files.delete(folder().resolve("head"));
        assertThat(archive().check().problems()).singleElement().asString().startsWith("head: is missing");
        open().append(entry("2"));
        assertThat(archive().check().problems()).isEmpty();
        assertThat(archive().check().remarks()).singleElement().asString().contains("the file head was missing");
    }

    @Test
    void aDiskWithoutRoomIsToldBeforeAnythingIsDone() {
        AuditFiles trail = new AuditFiles(folder(), new AuditLimits(1_000, 1_000, Long.MAX_VALUE, 1_000));
        assertThatThrownBy(trail::probe).isInstanceOf(AuditFailure.class).hasMessageContaining("bytes left, needed are");
    }
}
