// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {

    @TempDir
    Path folder;

    @Test
    void readsAFileBesideTheSiteFile() throws Exception {
        Files.writeString(folder.resolve("token.txt"), "fedcba9876543210\n");
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, SiteTexts.spoiled("port: 8420", "token: ${file:token.txt}"));
        assertThat(SiteFile.read(file).web().token()).hasValueSatisfying(
                token -> assertThat(token.value()).isEqualTo("fedcba9876543210"));
    }

    @Test
    void readsAVariable() throws Exception {
        SecretReference reference = SecretReference.parse("${env:TOKEN}", folder).orElseThrow();
        assertThat(reference.resolve(Map.of("TOKEN", " abc "))).isEqualTo("abc");
    }

    @Test
    void refusesWhatHoldsNoSecret() throws Exception {
        Files.writeString(folder.resolve("empty"), " \n");
        Files.writeString(folder.resolve("large"), "x".repeat(65_537));
        assertRefused("${file:empty}", "an empty file");
        assertRefused("${file:large}", "a file of more than 65536 bytes");
        assertRefused("${file:none}", "a file that cannot be read");
        assertRefused("${file:.}", "a file that cannot be read");
        assertRefused("${env:TOKEN}", "a variable that is not set");
        assertRefused("${env:BLANK}", "a variable that is not set");
    }

    private void assertRefused(String text, String given) {
        SecretReference reference = SecretReference.parse(text, folder).orElseThrow();
        assertThatExceptionOfType(SecretReference.Unresolved.class).as(text)
                .isThrownBy(() -> reference.resolve(Map.of("BLANK", " ")))
                .satisfies(e -> assertThat(e.given()).isEqualTo(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "${file:}", "${env:A", "$env:A", "${vault:A}", "x${env:A}", "${env:A}x", ""})
    void takesNothingElseForAReference(String text) {
        assertThat(SecretReference.parse(text, folder)).isEmpty();
    }

    @Test
    void neverShowsTheSecretAsText() {
        SecretReference reference = SecretReference.parse("${env:TOKEN}", folder).orElseThrow();
        WebSettings web = new WebSettings("127.0.0.1", 1, Optional.of(new Secret(reference, "hunter2")));
        assertThat(web.toString()).contains("${env:TOKEN}").doesNotContain("hunter2");
    }
}
