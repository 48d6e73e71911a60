// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTextTest {

    private static final String SYNTAX = " - allowed: YAML 1.2: spaces before a key, never tabs, and quotes around a "
            + "text with \": \" or \" #\" in it";

    @TempDir
    Path folder;

    @Test
    void saysWhereYamlIsMalformed() {
        assertThat(SiteTexts.problems("evenfloat: 1\nsite: { name: Test\nlines: []\n"))
                .singleElement().asString().startsWith("line 3: ").endsWith(SYNTAX);
    }

    @Test
    void explainsAnAddressWithoutQuotes() {
        assertThat(SiteTexts.problems(SiteTexts.spoiled("ambient-sensor: \"L1: 102\"", "ambient-sensor: L1: 102")))
                .containsExactly("line 26: mapping values are not allowed here" + SYNTAX);
    }

    @Test
    void refusesTabs() {
        assertThat(SiteTexts.problems(SiteTexts.spoiled("  name: Test", "\tname: Test")))
                .singleElement().asString().startsWith("line 3: ").contains("TAB").endsWith(SYNTAX);
    }

    @Test
    void refusesASecondDocument() {
        assertThat(SiteTexts.problems(SiteTexts.GOOD + "---\nevenfloat: 1\n"))
                .singleElement().asString().contains("another document");
    }

    @Test
    void refusesNothingAndWhatIsNoSection() {
        assertThat(SiteTexts.problems("")).containsExactly("line 1: nothing - allowed: a site file");
        assertThat(SiteTexts.problems("# only a comment\n")).containsExactly("line 1: nothing - allowed: a site file");
        assertThat(SiteTexts.problems("just text")).singleElement().asString()
                .startsWith("line 1: \"just text\" - allowed: a section with the keys evenfloat, site, ");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(SiteTexts.problems("evenfloat: 1\nsite: \u0007\n"))
                .containsExactly("line 2: character U+0007 - allowed: text without control characters");
    }

    @Test
    void refusesAnchorsAliasesAndTags() {
        String anchors = " - allowed: values written out; a text beginning with & or * in quotes";
        assertThat(SiteTexts.problems("a: &x [1]\nb: *x\n"))
                .containsExactly("line 1: an anchor or alias" + anchors);
        assertThat(SiteTexts.problems("a: 1\nb: *x\n")).containsExactly("line 2: an anchor or alias" + anchors);
        assertThat(SiteTexts.problems("a: 1\nb: !!str 5\n"))
                .containsExactly("line 2: a tag - allowed: plain values; a text beginning with ! in quotes");
        assertThat(SiteTexts.problems("a: !java {}\n")).singleElement().asString().startsWith("line 1: a tag");
    }

    @Test
    void refusesDeepNestingWithoutGoingDeep() {
        assertThat(SiteTexts.problems("a: " + "[".repeat(100_000)))
                .containsExactly("line 1: more than 16 levels - allowed: at most 16 levels");
    }

    @Test
    void refusesMoreValuesThanASiteHas() {
        assertThat(SiteTexts.problems("lines: [" + "a,".repeat(2_000_000) + "]"))
                .containsExactly("line 1: more than 300000 keys and values - allowed: fewer");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Path file = folder.resolve("site.yaml");
        byte[] bytes = new byte[YamlText.MAX_BYTES + 1];
        Arrays.fill(bytes, (byte) '#');
        Files.write(file, bytes);
        assertThat(problemOf(file)).isEqualTo(file + ": more than 4194304 bytes - allowed: at most 4 MiB");
    }

    @Test
    void readsTheLargestFile() throws Exception {
        String text = SiteTexts.GOOD;
        int missing = YamlText.MAX_BYTES - text.getBytes(StandardCharsets.UTF_8).length;
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, text + "#".repeat(missing));
        assertThat(SiteFile.read(file).site().name()).isEqualTo("Test");
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws IOException {
        Path file = folder.resolve("site.yaml");
        Files.write(file, SiteTexts.GOOD.replace("Test", "K\u00f6ln").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problemOf(file)).isEqualTo(file + ": bytes that are no text - allowed: a text file in UTF-8");
    }

    @Test
    void readsAFileWithByteOrderMarkAndWindowsLineEnds() throws Exception {
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, "\ufeff" + SiteTexts.GOOD.replace("\n", "\r\n"));
        assertThat(SiteFile.read(file).site().name()).isEqualTo("Test");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path file = folder.resolve("none.yaml");
        assertThat(problemOf(file))
                .isEqualTo(file + ": cannot be read (NoSuchFileException) - allowed: a readable file");
    }

    private static String problemOf(Path file) {
        SiteFileProblems problems = catchThrowableOfType(SiteFileProblems.class, () -> SiteFile.read(file));
        assertThat(problems.problems()).hasSize(1);
        return problems.problems().get(0).toString();
    }
}
