// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rejection once: what of the good file is spoiled, by what, and the one problem that follows. */
class SiteFileRejectionsTest {

    static List<Arguments> mistakes() throws IOException {
        try (InputStream in = SiteFileRejectionsTest.class.getResourceAsStream("rejections.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            List<Arguments> mistakes = new ArrayList<>();
            for (int i = 0; i < lines.size(); i += 3) {
                mistakes.add(Arguments.of(
                        text(lines.get(i), '-'), text(lines.get(i + 1), '+'), text(lines.get(i + 2), '=')));
            }
            return mistakes;
        }
    }

    private static String text(String line, char mark) {
        assertThat(line.charAt(0)).as(line).isEqualTo(mark);
        return line.substring(1).replace('⏎', '\n');
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsGivenAndWhatIsAllowed(String part, String replacement, String problem) {
        assertThat(SiteTexts.problems(SiteTexts.spoiled(part, replacement))).containsExactly(problem);
    }
}
