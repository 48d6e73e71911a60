// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SBOM in the release says exactly what the release holds, and nothing about who made it where and when. */
class SbomTest {

    /** Parts of the page, and so of a jar of ours, that have no jar of their own in the release. */
    private static final String PARTS_OF_THE_PAGE = "org.webjars.npm";

    private String text;
    private JsonNode sbom;

    @BeforeEach
    void read() throws Exception {
        Optional<byte[]> packed = PackedRelease.file("sbom.json");
        ExternalTool.require(packed.isPresent(), "sbom.json of the release (Maven makes none when it is offline)", "maven");
        text = new String(packed.orElseThrow(), StandardCharsets.UTF_8);
        sbom = new ObjectMapper().readTree(text);
    }

    private List<JsonNode> components() {
        List<JsonNode> components = new ArrayList<>(List.of(sbom.at("/metadata/component")));
        sbom.path("components").forEach(components::add);
        return components;
    }

    private static String jar(JsonNode component) {
        return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "no SHA-256";
    }

    private static boolean partOfThePage(JsonNode component) {
        return component.path("group").asText().equals(PARTS_OF_THE_PAGE);
    }

    @Test
    void listsTheJarsOfTheReleaseAndNoOthers() throws Exception {
        Map<String, String> there = new TreeMap<>();
        for (Map.Entry<String, byte[]> jar : PackedRelease.jars().entrySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(jar.getValue());
            there.put(jar.getKey(), HexFormat.of().formatHex(digest));
        }
        Map<String, String> listed = new TreeMap<>();
        components().stream().filter(component -> !partOfThePage(component))
                .forEach(component -> listed.put(jar(component), sha256(component)));
        assertThat(there).hasSizeGreaterThan(40);
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void listsWhatIsBundledIntoThePage() {
        assertThat(components()).filteredOn(SbomTest::partOfThePage)
                .allSatisfy(component -> assertThat(sha256(component)).hasSize(64))
                .extracting(component -> component.path("name").asText())
                .containsExactlyInAnyOrder("lucide-static", "preact");
    }

    @Test
    void saysVersionAndLicenceOfEach() {
        assertThat(components()).allSatisfy(component -> {
            assertThat(component.path("version").asText()).as(component.toString()).isNotEmpty();
            assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(component.path("licenses")).as(component.toString()).isNotEmpty().allSatisfy(licence -> {
                String name = licence.at("/license/id").asText() + licence.at("/license/name").asText();
                assertThat(name + licence.path("expression").asText()).as(licence.toString()).isNotEmpty();
            });
        });
    }

    @Test
    void saysNothingOfTheMachineThatMadeIt() {
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(sbom.at("/metadata/timestamp").isMissingNode()).as("no time of the build").isTrue();
        assertThat(text).doesNotContain(PackedRelease.sources().toString()).doesNotContain("file:/")
                .doesNotContain(System.getProperty("user.home") + "/");
    }
}
