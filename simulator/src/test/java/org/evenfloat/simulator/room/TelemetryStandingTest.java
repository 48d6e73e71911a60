// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.junit.jupiter.api.Test;

class TelemetryStandingTest {

    private static final Phase REPLAY = new Phase("replay", 1, 1, Supply.REST, 0);

    private final TelemetryStanding standing = new TelemetryStanding();

    private void at(String time) {
        long millis = 0;
        String[] parts = time.split(":");
        for (int i = 0; i < parts.length; i++) {
            millis = millis * 60 + Long.parseLong(parts[i]);
        }
        standing.advance(millis * 1000, 1, REPLAY);
    }

    @Test
    void beginsWithTheFirstRow() {
        assertThat(standing.block(0).volts()).isEqualTo(13.1732967117);
        assertThat(standing.current().amps()).isEqualTo(-0.00854505226215);
        assertThat(standing.block(0).celsius()).as("none was recorded yet").isEqualTo(25);
        assertThat(standing.block(0).microohms()).isPositive();
    }

    @Test
    void holdsEachValueUntilTheNextOne() {
        at("0:03:17");
        assertThat(standing.block(0).celsius()).isEqualTo(25);
        at("0:03:18");
        assertThat(standing.block(0).celsius()).isEqualTo(24.4998855573);
        assertThat(standing.block(0).volts()).isEqualTo(13.1732967117);
        at("0:09:59");
        assertThat(standing.block(0).volts()).isEqualTo(13.1732967117);
        at("0:10:00");
        assertThat(standing.block(0).volts()).isEqualTo(13.1654840925);
        assertThat(standing.block(0).celsius()).isEqualTo(24.4998855573);
    }

    @Test
    void holdsTheLastRowForEver() {
        at("10000:00:00");
        assertThat(standing.block(0).volts()).isEqualTo(10.9808804456);
        assertThat(standing.block(0).celsius()).isEqualTo(20.5607690547);
    }

    @Test
    void chargesWhereTheVoltageIsHighAndDischargesWhereItIsLow() {
        double charging = 0;
        double discharging = 0;
        int charged = 0;
        int discharged = 0;
        for (long minute = 0; minute < 237 * 60; minute++) {
            standing.advance(minute * 60_000, 60, REPLAY);
            double amps = standing.current().amps();
            if (amps > 0.3) {
                charging += standing.block(0).volts();
                charged++;
            } else if (amps < -0.3) {
                discharging += standing.block(0).volts();
                discharged++;
            }
        }
        assertThat(charged).isPositive();
        assertThat(discharged).isPositive();
        assertThat(charging / charged).isGreaterThan(discharging / discharged + 1);
    }

    @Test
    void nothingChangesARecording() {
        standing.block(0).bypass(1);
        at("0:09:59");
        assertThat(standing.block(0).volts()).isEqualTo(13.1732967117);
        assertThat(standing.largestDeviationVolts()).isZero();
    }
}
