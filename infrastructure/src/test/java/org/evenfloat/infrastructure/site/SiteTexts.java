// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts of site files and how tests read them. */
final class SiteTexts {

    static final Path FOLDER = Path.of("/srv/room");
    static final Path DOCS = Path.of(System.getProperty("basedir", "."), "..", "docs");
    static final Map<String, String> ENVIRONMENT = Map.of(
            "EVENFLOAT_TOKEN", "0123456789abcdef", "SHORT", "hunter2", "EVENFLOAT_KEY", "opens the key",
            "EVENFLOAT_COMMUNITY", "a community", "EVENFLOAT_SNMP_AUTHENTICATION", "authenticates",
            "EVENFLOAT_SNMP_PRIVACY", "encrypts");

    /** A file that is right, and has a value of every kind to spoil. */
    static final String GOOD = """
            evenfloat: 1
            site:
              name: Test
              time-zone: UTC
            web:
              port: 8420
            lines:
              - id: L1
                serial: /dev/ttyUSB0
              - id: L2
                tcp: 127.0.0.1:4001
            battery-profiles:
              - { name: mine, chemistry: vrla-agm, float-voltage: 2.27 V, boost-voltage: 2.35 V, \
            end-of-discharge: 1.75 V }
            module-types:
              - { name: X12, code: 101, voltage: 9 V to 16 V, resistance: 0.5 mΩ to 60 mΩ, \
            equalize-current: 200 mA, self-current: 20 mA }
            batteries:
              - id: A
                profile: vrla-agm
                cells-per-block: 6
                capacity: 80 Ah
                module: C20
                strings:
                  - id: A1
                    modules: ["L1: 1-10"]
                    current-sensor: "L1: 101"
                    ambient-sensor: "L1: 102"
                  - id: A2
                    modules: ["L1: 11-20"]
                    current-sensor: "L1: 101"
                  - id: A3
                    modules: ["L2: 1-4", "L2: 9"]
                centre-tap: [[A1, A2]]
            history:
              memory: 2 h
            """;

    private SiteTexts() {}

    static SiteConfiguration parse(String text) throws SiteFileProblems {
        return SiteFile.parse(text, FOLDER, ENVIRONMENT);
    }

    /** Returns the good text with one part of it, which must be there exactly once, changed. */
    static String spoiled(String part, String replacement) {
        assertThat(GOOD.split(Pattern.quote(part), -1)).as("parts around " + part).hasSize(2);
        return GOOD.replace(part, replacement);
    }

    /** Returns the problems of a text that must have some. */
    static List<String> problems(String text) {
        SiteFileProblems problems = catchThrowableOfType(SiteFileProblems.class, () -> parse(text));
        assertThat(problems).as("problems of %s", text.length() > 4000 ? "a long text" : text).isNotNull();
        return problems.problems().stream().map(SiteFileProblem::toString).toList();
    }

    static String example(String name) {
        return document("examples/" + name + ".yaml");
    }

    static String document(String path) {
        try {
            return Files.readString(DOCS.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
