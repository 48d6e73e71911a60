// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFileWriterTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrites() throws Exception {
        long seed = Long.getLong("seed", 20261122L);
        int strings = 0;
        int halves = 0;
        for (int run = 0; run < 300; run++) {
            SiteConfiguration drawn = new RandomSites(new Random(seed + run)).configuration();
            String text = SiteFileWriter.text(drawn, SiteTexts.ENVIRONMENT);
            assertThat(SiteTexts.parse(text).withoutGivenSettings()).as("-Dseed=%d%n%s", seed + run, text).isEqualTo(drawn);
            strings += (int) drawn.site().strings().count();
            halves += (int) drawn.site().strings().filter(string -> string.halfOf().isPresent()).count();
        }
        assertThat(strings).as("strings drawn").isGreaterThan(300);
        assertThat(halves).as("halves drawn").isGreaterThan(50);
    }

    @Test
    void writesWhatAFileElsewhereReads() throws Exception {
        SiteConfiguration configuration = SiteTexts.parse(SiteTexts.example("six-hundred-modules"));
        Path file = folder.resolve("elsewhere.yaml");
        Files.writeString(file, SiteFileWriter.text(configuration));
        assertThat(SiteFile.read(file).withoutGivenSettings()).isEqualTo(configuration.withoutGivenSettings());
    }

    @Test
    void writesWhatStringsShareOnce() throws Exception {
        String text = SiteFileWriter.text(SiteTexts.parse(SiteTexts.example("six-hundred-modules")));
        assertThat(text.split("profile: ", -1)).hasSize(2);
        assertThat(text).contains("        modules: [\"L1: 541-600\"]\n");
    }

    @Test
    void writesSecretsAsReferences() throws Exception {
        String text = SiteFileWriter.text(SiteTexts.parse(SiteTexts.example("every-key")), SiteTexts.ENVIRONMENT);
        assertThat(text).contains("token: \"${env:EVENFLOAT_TOKEN}\"").doesNotContain("0123456789abcdef");
    }

    @Test
    void refusesWhatNoSiteFileCanSay() throws Exception {
        SiteConfiguration good = SiteTexts.parse(SiteTexts.GOOD);
        Site site = good.site();
        ModuleAddress stray = new ModuleAddress("L2", 500);
        List<Sensor> sensors = List.of(new Sensor("stray", Sensor.Kind.CURRENT, stray));
        Site unused = new Site(site.name(), site.timeZone(), site.lines(), site.batteries(), sensors);
        assertThatIllegalArgumentException().isThrownBy(() -> SiteFileWriter.text(with(good, unused)))
                .withMessageStartingWith("a site file cannot say all of");
        Site twice = new Site(site.name(), site.timeZone(), site.lines(),
                List.of(site.batteries().get(0), site.batteries().get(0)), site.sensors());
        assertThatIllegalArgumentException().isThrownBy(() -> SiteFileWriter.text(with(good, twice)))
                .withMessageContaining("already used in line");
    }

    private static SiteConfiguration with(SiteConfiguration good, Site site) {
        return new SiteConfiguration(
                site, good.lines(), good.history(), WebSettings.STANDARD, good.dataFolder(), Optional.empty(),
                Map.of(), SignInSettings.NONE, AlarmContactSettings.NONE,
                Protection.STANDARD);
    }
}
