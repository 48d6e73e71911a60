// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRunTest {

    @TempDir
    private Path folder;

    @Test
    void onlyASiteFileWithoutOptionsIsPlain() {
        assertThat(PlainRun.asked("run", "site.yaml")).isTrue();
        assertThat(PlainRun.asked("run", "--help")).isFalse();
        assertThat(PlainRun.asked("run", "@arguments")).isFalse();
        assertThat(PlainRun.asked("run", "")).isFalse();
        assertThat(PlainRun.asked("run")).isFalse();
        assertThat(PlainRun.asked("check", "site.yaml")).isFalse();
        assertThat(PlainRun.asked("run", "a", "b")).isFalse();
    }

    @Test
    void badInputEndsLikeBehindTheParser() {
        String missing = folder.resolve("none.yaml").toString();
        assertThat(PlainRun.run("run", missing)).isEqualTo(ExitCode.BAD_INPUT)
                .isEqualTo(EvenfloatCommand.run("run", missing));
    }

    @Test
    void memoryThatDoesNotFitIsSaid() throws Exception {
        SiteConfiguration site = SiteFile.read(Path.of("../docs/examples/six-hundred-modules.yaml"));
        long bytes = RingMemory.bytes(site);
        assertThat(bytes).isBetween(1_000_000L, 600L * 7_201 * 8);
        assertThat(RingMemory.warning(site, 512L << 20)).isEmpty();
        assertThat(RingMemory.warning(site, bytes).orElseThrow()).startsWith("history memory: ")
                .contains(" - allowed: ", "EVENFLOAT_HEAP=");
    }
}
