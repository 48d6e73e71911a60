// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page and its tests say nothing that TypeScript refuses: esbuild, which bundles them, does not look at types. */
class PageTypesTest {

    @Test
    void pageHasNoTypeErrors() throws Exception {
        OutsideTool.Answer answer = OutsideTool.node().run(Path.of(""), 300,
                Path.of(System.getProperty("web.modules"), "typescript", "lib", "tsc.js").toString(),
                "--noEmit", "--pretty", "false", "-p", "src/main/web/tsconfig.json");
        assertThat(answer.text()).isEmpty();
        assertThat(answer.code()).isZero();
    }
}
