// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to the files afterwards is found, and said in the right words. */
class TamperingTest {

    @TempDir
    private Path temporary;

    private Tampered audit;

    @BeforeEach
    void write() throws Exception {
        audit = new Tampered(temporary.resolve("audit"));
        assertThat(audit.check().problems()).as("before anything is done to it").isEmpty();
        assertThat(audit.check().entries()).isEqualTo(30);
    }

    private static void finds(Check check, String... words) {
        assertThat(check.good()).isFalse();
        assertThat(check.problems()).anySatisfy(problem -> assertThat(problem).contains(words));
    }

    private static void findsOnly(Check check, String... words) {
        assertThat(check.problems()).hasSize(1);
        finds(check, words);
    }

    @Test
    void aChangedText() throws Exception {
        List<String> lines = audit.lines(2);
        lines.set(4, lines.get(4).replace("value 15", "value 16"));
        audit.write(2, lines);
        findsOnly(audit.check(), "audit-000002.jsonl line 5, entry 15", "changed");
        findsOnly(audit.checkWithoutKey(), "audit-000002.jsonl line 5, entry 15", "changed");
    }

    @Test
    void aChangedTextWithItsHashMadeAnew() throws Exception {
        List<String> lines = audit.lines(2);
        lines.set(4, Tampered.forged(lines.get(4), "value 15", "value 16"));
        audit.write(2, lines);
        findsOnly(audit.check(), "line 5, entry 15", "seal", "changed by somebody else");
        findsOnly(audit.checkWithoutKey(), "line 6, entry 16", "entry 15 was replaced");
    }

    @Test
    void everythingMadeAnewWithoutTheKey() throws Exception {
        String previous = AuditLine.NOTHING;
        for (int file = 1; file <= 3; file++) {
            List<String> lines = audit.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                String old = lines.get(i).replaceAll(".*\"previous\":\"([0-9a-f]+)\".*", "$1");
                lines.set(i, Tampered.forged(lines.get(i).replace("anna", "otto"), old, previous));
                previous = lines.get(i).replaceAll(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
            }
            audit.write(file, lines);
        }
        finds(audit.check(), "audit-000001.jsonl line 1, entries 1 to 30", "seal");
        Check without = audit.checkWithoutKey();
        assertThat(without.problems()).as("nothing but the key could tell").isEmpty();
        assertThat(without.remarks()).anySatisfy(remark -> assertThat(remark).contains("there is no key here"));
        String noted = "5".repeat(64);
        finds(AuditReader.server(audit.folder).check(noted), "no entry has the hash 5555");
    }

    @Test
    void aLineRemovedFromTheMiddle() throws Exception {
        List<String> lines = audit.lines(2);
        lines.remove(4);
        audit.write(2, lines);
        findsOnly(audit.check(), "audit-000002.jsonl line 5", "before it entry 15 is missing", "removed");
    }

    @Test
    void theFirstLineRemoved() throws Exception {
        List<String> lines = audit.lines(1);
        lines.remove(0);
        audit.write(1, lines);
        findsOnly(audit.check(), "audit-000001.jsonl line 1", "at the beginning entry 1 is missing", "removed");
        findsOnly(audit.checkWithoutKey(), "entry 1 is missing");
    }

    @Test
    void theLastLineRemoved() throws Exception {
        List<String> lines = audit.lines(3);
        lines.remove(9);
        audit.write(3, lines);
        findsOnly(audit.check(), "audit-000003.jsonl line 9", "entry 30 is missing", "cut off");
        assertThat(audit.checkWithoutKey().remarks()).anySatisfy(remark -> assertThat(remark).contains("no head here"));
    }

    @Test
    void theEndCutOffInTheMiddleOfALine() throws Exception {
        byte[] bytes = Files.readAllBytes(audit.file(3));
        Files.write(audit.file(3), Arrays.copyOf(bytes, bytes.length / 2 + 50));
        finds(audit.check(), "missing, which the head knows", "cut off");
        finds(audit.check(), "is incomplete");
        finds(audit.checkWithoutKey(), "is incomplete");
    }

    @Test
    void aFileInTheMiddleCutOff() throws Exception {
        byte[] bytes = Files.readAllBytes(audit.file(2));
        Files.write(audit.file(2), Arrays.copyOf(bytes, bytes.length / 2 + 50));
        finds(audit.check(), "audit-000002.jsonl", "cut off");
        finds(audit.check(), "are missing", "removed");
    }

    @Test
    void twoSwappedLines() throws Exception {
        List<String> lines = audit.lines(2);
        Collections.swap(lines, 4, 5);
        audit.write(2, lines);
        findsOnly(audit.check(), "audit-000002.jsonl line 6, entry 15", "stands behind entry 16", "swapped");
        findsOnly(audit.checkWithoutKey(), "line 6, entry 15", "swapped");
    }

    @Test
    void theFirstTwoLinesSwapped() throws Exception {
        List<String> lines = audit.lines(1);
        Collections.swap(lines, 0, 1);
        audit.write(1, lines);
        findsOnly(audit.check(), "audit-000001.jsonl line 2, entry 1", "swapped");
    }

    @Test
    void anInsertedForgedLine() throws Exception {
        List<String> lines = audit.lines(2);
        lines.add(5, Tampered.forged(lines.get(4), "anna", "otto"));
        audit.write(2, lines);
        finds(audit.check(), "line 6, entry 15", "seal", "inserted");
        finds(audit.check(), "line 6, entry 15", "a second time", "inserted");
        finds(audit.checkWithoutKey(), "line 6, entry 15", "a second time", "inserted");
    }

    @Test
    void anInsertedLineAtTheEnd() throws Exception {
        List<String> lines = audit.lines(3);
        String last = lines.get(9).replaceAll(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
        String before = lines.get(9).replaceAll(".*\"previous\":\"([0-9a-f]+)\".*", "$1");
        lines.add(Tampered.forged(lines.get(9).replace("\"number\":30", "\"number\":31"), before, last));
        audit.write(3, lines);
        findsOnly(audit.check(), "line 11, entry 31", "seal", "inserted");
    }

    @Test
    void aDoubledLine() throws Exception {
        List<String> lines = audit.lines(2);
        lines.add(5, lines.get(4));
        audit.write(2, lines);
        findsOnly(audit.check(), "line 6, entry 15", "a second time");
    }

    @Test
    void aFileRemovedFromTheMiddle() throws Exception {
        Files.delete(audit.file(2));
        Check check = audit.check();
        finds(check, "audit-000003.jsonl: the file before it is missing");
        finds(check, "audit-000003.jsonl line 1", "entries 11 to 20 are missing", "removed");
    }

    @Test
    void theFirstFileRemoved() throws Exception {
        Files.delete(audit.file(1));
        findsOnly(audit.check(), "audit-000002.jsonl line 1", "at the beginning entries 1 to 10 are missing",
                "no entry says");
    }

    @Test
    void theLastFileRemoved() throws Exception {
        Files.delete(audit.file(3));
        findsOnly(audit.check(), "audit-000002.jsonl line 10", "entries 21 to 30 are missing", "cut off");
    }

    @Test
    void allFilesRemoved() throws Exception {
        for (int file = 1; file <= 3; file++) {
            Files.delete(audit.file(file));
        }
        findsOnly(audit.check(), "entries 1 to 30 are missing", "cut off");
    }

    @Test
    void mixedUpFiles() throws Exception {
        List<String> first = audit.lines(1);
        audit.write(1, audit.lines(2));
        audit.write(2, first);
        findsOnly(audit.check(), "audit-000002.jsonl line 1, entries 1 to 10", "stands behind entry 20", "swapped");
    }

    @Test
    void aFileOfAnotherServer() throws Exception {
        Tampered other = new Tampered(temporary.resolve("other"));
        Files.copy(other.file(2), audit.file(2), StandardCopyOption.REPLACE_EXISTING);
        finds(audit.check(), "entries 11 to 20", "seal");
    }

    @Test
    void anExportedFileIsCheckedWithoutAnythingElse() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AuditReader.server(audit.folder).export(Form.JSONL, bytes);
        Path exported = Files.write(temporary.resolve("export.jsonl"), bytes.toByteArray());
        Check check = AuditReader.exported(exported).check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.entries()).isEqualTo(30);
        assertThat(check.head()).isEqualTo(audit.check().head());
        Files.writeString(exported, Files.readString(exported).replace("value 7", "value 8"));
        findsOnly(AuditReader.exported(exported).check(), "export.jsonl line 7, entry 7", "changed");
    }

    @Test
    void ofVeryManyProblemsTheFirstAreTold() throws Exception {
        AuditFiles trail = new AuditFiles(temporary.resolve("many"));
        for (int number = 1; number <= 250; number++) {
            trail.append(Tampered.entry(number, "x"));
        }
        Path file = new AuditFolder(temporary.resolve("many")).file(1);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i += 2) {
            lines.set(i, lines.get(i).replace("anna", "otto"));
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(AuditReader.server(temporary.resolve("many")).check().problems()).hasSize(101)
                .last().asString().isEqualTo("and 25 more problems");
    }
}
