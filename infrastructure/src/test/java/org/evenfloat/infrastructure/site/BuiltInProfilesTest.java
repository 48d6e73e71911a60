// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

class BuiltInProfilesTest {

    @Test
    void hasOneProfileForEveryChemistry() {
        assertThat(BuiltInProfiles.ALL).extracting(BatteryProfile::chemistry).containsExactly(Chemistry.values());
        assertThat(BuiltInProfiles.ALL).allSatisfy(profile ->
                assertThat(profile.name()).isEqualTo(ProfileReader.name(profile.chemistry())));
    }

    @Test
    void floatsAgmAtTheVoltageOfTheBatteryModel() {
        BatteryProfile agm = BuiltInProfiles.ALL.get(0);
        assertThat(agm).isEqualTo(new BatteryProfile("vrla-agm", Chemistry.VRLA_AGM, new Voltage(2270),
                new Voltage(2350), new Voltage(1750), agm.alarms()));
    }

    @Test
    void isDocumentedWithItsFigures() {
        String document = SiteTexts.document("site-file.md");
        assertThat(BuiltInProfiles.ALL).hasSize(6).allSatisfy(profile -> assertThat(document).contains(
                String.format("| `%s` | %s | %s | %s |", profile.name(), text(profile.floatPerCell()),
                        text(profile.boostPerCell()), text(profile.endOfDischargePerCell()))));
    }

    @Test
    void takesThePlaceOfAProfileOfTheSameName() throws Exception {
        SiteConfiguration good = SiteTexts.parse(SiteTexts.GOOD.replace("    profile: vrla-agm", "    profile: mine"));
        assertThat(BuiltInProfiles.in(good.site())).as("no built-in one").isEqualTo(good.site());
        SiteConfiguration agm = SiteTexts.parse(SiteTexts.GOOD);
        assertThat(BuiltInProfiles.in(agm.site())).as("it is that already").isEqualTo(agm.site());
        BatteryProfile bare = new BatteryProfile(
                "vrla-agm", Chemistry.VRLA_AGM, new Voltage(2270), new Voltage(2350), new Voltage(1750));
        BatteryString string = agm.site().string("A1").orElseThrow();
        Site simulated = new Site("Room", agm.site().timeZone(), agm.site().lines(), List.of(new Battery("A", "A", List.of(
                new BatteryString("A1", "A1", new BlockType(bare, 6, new Charge(0)), string.moduleType(), string.blocks(),
                        Optional.empty(), Optional.empty(), new Current(0), true, Optional.empty())))), List.of());
        BlockType type = BuiltInProfiles.in(simulated).string("A1").orElseThrow().blockType();
        assertThat(type.profile()).isEqualTo(BuiltInProfiles.ALL.get(0));
        assertThat(type.cells()).isEqualTo(6);
    }

    @Test
    void figuresForAlarmsAreDocumentedWithTheirSources() {
        StringBuilder table = new StringBuilder("| Profile | Figure | Value | Source |\n|---|---|---|---|\n");
        BuiltInProfiles.ALL.forEach(profile -> profile.alarms().forEach(figure -> table.append("| `")
                .append(profile.name()).append("` | `").append(figure.key()).append("` | ").append(figure.value())
                .append(" | ").append(figure.source()).append(" |\n")));
        assertThat(SiteTexts.document("alarms.md").replace("\r\n", "\n")).contains(
                "<!-- figures: made by BuiltInProfilesTest -->\n" + table + "<!-- end of figures -->\n");
    }

    private static String text(Voltage voltage) {
        return QuantityText.format(voltage.millivolts(), Dimension.VOLTAGE);
    }
}
