// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenfloat.application.alarm.ProfileLimits;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.StandardLimit;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ProfileFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the standard limits of the alarm table make sense for every kind of battery that comes with the server. */
class StandardLimitsTest {

    private static final List<Integer> CELLS = List.of(1, 4, 6, 10);

    static Stream<BatteryProfile> profiles() {
        return BuiltInProfiles.ALL.stream();
    }

    private static AlarmDefinition row(String id) {
        return AlarmTable.find(id).orElseThrow();
    }

    private static int limit(String id, BlockType type) {
        return row(id).standard().of(type);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void limitsOfVoltagesAreInOrder(BatteryProfile profile) {
        for (int cells : CELLS) {
            BlockType type = new BlockType(profile, cells, new Charge(0));
            int boost = profile.boostPerCell().millivolts() * cells;
            for (String stem : List.of("block-voltage", "string-voltage")) {
                List<Integer> ladder = List.of(
                        limit(stem + "-end-alarm", type), limit(stem + "-end-warning", type),
                        limit(stem + "-low-alarm", type), limit(stem + "-low-warning", type), type.floatMillivolts(),
                        limit(stem + "-high-warning", type), limit(stem + "-high-alarm", type));
                System.out.println(profile.name() + ", " + cells + " cells, " + stem + ": " + ladder + " mV");
                assertThat(ladder).as(profile.name() + " " + stem).isSorted().doesNotHaveDuplicates();
                assertThat(ladder.get(5)).as(profile.name() + " " + stem + " above boost").isGreaterThan(boost);
                assertThat(ladder.get(0)).as(profile.name() + " " + stem)
                        .isGreaterThanOrEqualTo(profile.endOfDischargePerCell().millivolts() * cells);
            }
        }
    }

    /** An ordinary float voltage must end every alarm, and a deadband must not reach the limit one level below. */
    @ParameterizedTest
    @MethodSource("profiles")
    void deadbandsEndBeforeTheOrdinary(BatteryProfile profile) {
        BlockType type = new BlockType(profile, 6, new Charge(0));
        for (String stem : List.of("block-voltage", "string-voltage")) {
            for (String level : List.of("-warning", "-alarm")) {
                AlarmDefinition low = row(stem + "-low" + level);
                int deadband = low.standard().deadband(low.timing().deadband(), type);
                assertThat(low.standard().of(type) + deadband).isLessThan(type.floatMillivolts());
            }
            AlarmDefinition alarm = row(stem + "-low-alarm");
            assertThat(alarm.standard().of(type) + alarm.standard().deadband(alarm.timing().deadband(), type))
                    .isLessThan(limit(stem + "-low-warning", type));
        }
        for (String side : List.of("low", "high")) {
            AlarmDefinition deviation = row("block-deviation-" + side + "-warning");
            assertThat(deviation.standard().deadband(deviation.timing().deadband(), type))
                    .isLessThan(Math.abs(deviation.standard().of(type)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vrla-agm", "vrla-gel", "flooded"})
    void leadAcidHasTheDistancesThatItAlwaysHad(String name) {
        BatteryProfile profile = profiles().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        BlockType type = new BlockType(profile, 6, new Charge(0));
        int flt = type.floatMillivolts();
        int boost = profile.boostPerCell().millivolts() * 6;
        assertThat(limit("block-voltage-low-alarm", type)).isEqualTo(flt - 6 * 170);
        assertThat(limit("block-voltage-high-alarm", type)).isEqualTo(boost + 6 * 150);
        assertThat(limit("block-voltage-end-warning", type)).isEqualTo(6 * 1_800);
        assertThat(limit("block-deviation-low-alarm", type)).isEqualTo(-600);
        assertThat(limit("string-voltage-low-warning", type)).isEqualTo(flt - 6 * 40);
    }

    /** A nickel cell at rest has about 1.30 V, a lithium iron phosphate cell bears 3.65 V: limits from float miss both. */
    @Test
    void otherChemistriesHaveTheirOwn() {
        for (BatteryProfile profile : BuiltInProfiles.ALL) {
            BlockType cell = new BlockType(profile, 1, new Charge(0));
            if (profile.chemistry() == Chemistry.NICD) {
                assertThat(limit("block-voltage-low-alarm", cell)).isBetween(1_300, 1_350);
            } else if (profile.chemistry() == Chemistry.LI_ION) {
                assertThat(limit("block-voltage-high-alarm", cell)).isLessThan(3_650);
                assertThat(limit("block-voltage-end-warning", cell)).isGreaterThanOrEqualTo(2_950);
            }
        }
    }

    /** With the figures of the profile the limits have the order that settings must have, and lie around float. */
    @ParameterizedTest
    @MethodSource("profiles")
    void figuresOfProfilesGoTogether(BatteryProfile profile) {
        assertThat(ProfileLimits.conflicts(profile)).isEmpty();
        BlockType type = new BlockType(profile, 6, new Charge(0));
        ProfileLimits limits = new ProfileLimits(type);
        for (String stem : List.of("block-voltage", "string-voltage")) {
            assertThat(List.of(limits.of(row(stem + "-low-alarm")).limit(), limits.of(row(stem + "-low-warning")).limit(),
                    type.floatMillivolts(), limits.of(row(stem + "-high-warning")).limit(),
                    limits.of(row(stem + "-high-alarm")).limit())).isSorted().doesNotHaveDuplicates();
        }
        for (ProfileFigure figure : profile.alarms()) {
            AlarmDefinition row = row(figure.key().substring(0, figure.key().indexOf('.')));
            assertThat(limits.source(row).orElseThrow()).startsWith("profile " + profile.name() + ": ")
                    .contains(figure.source());
        }
    }

    @Test
    void figuresOfAProfileCountPerCellAndTakeThePlaceOfTheGeneralLimit() {
        BatteryProfile agm = BuiltInProfiles.ALL.get(0);
        BlockType type = new BlockType(agm, 6, new Charge(0));
        AlarmDefinition row = row("string-voltage-low-alarm");
        assertThat(row.standard().of(type)).as("general").isEqualTo(6 * 2_190);
        assertThat(new ProfileLimits(type).of(row).limit()).as("of the profile").isEqualTo(6 * 2_210);
        BatteryProfile nicd = BuiltInProfiles.ALL.get(3);
        ProfileLimits ofNickel = new ProfileLimits(new BlockType(nicd, 10, new Charge(0)));
        assertThat(ofNickel.of(row("block-temperature-low-alarm")).limit()).as("not times its cells").isEqualTo(-2_000);
        assertThat(ofNickel.source(row("block-temperature-low-warning"))).as("the profile says nothing").isEmpty();
    }

    @Test
    void everyLimitSaysWhereItComesFrom() {
        List<String> silent = new ArrayList<>();
        for (AlarmDefinition definition : AlarmTable.all()) {
            StandardLimit standard = definition.standard();
            boolean differs = standard.nickel() != standard.amount() || standard.lithium() != standard.amount();
            if (standard.source().isBlank() || differs && !standard.source().contains("nickel")) {
                silent.add(definition.id());
            }
            for (Chemistry chemistry : Chemistry.values()) {
                assertThat(Integer.signum(standard.amount(chemistry))).as(definition.id())
                        .isEqualTo(Integer.signum(standard.amount()));
            }
        }
        assertThat(silent).isEmpty();
    }
}
