// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.FLOAT;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.state.StringState;
import org.junit.jupiter.api.Test;

class SiteViewTest {

    private static final int VOLTAGE = MeasurementKind.VOLTAGE.ordinal();

    private final DecidingSite site = new DecidingSite(TestSite.oneString(3));

    @Test
    void knowsNothingBeforeTheFirstSweep() {
        StringStatus status = site.view.strings().get(0);
        assertThat(status.state()).isEqualTo(StringState.UNKNOWN);
        assertThat(status.phase()).isEqualTo(EqualizingPhase.PAUSED);
        assertThat(status.sampledAtMillis()).isZero();
        assertThat(site.view.newest(0)).isNull();
        StringImage image = site.view.image("S1").orElseThrow();
        assertThat(image.qualities()[VOLTAGE]).containsOnly(Quality.MISSING.code()).hasSize(3);
        assertThat(site.view.image("S9")).isEmpty();
    }

    @Test
    void givesSnapshotsThatLaterSweepsDoNotChange() {
        site.sweep();
        StringImage image = site.view.image("S1").orElseThrow();
        List<StringStatus> statuses = site.view.strings();
        site.allAt(0, 12_600);
        site.sweep();
        assertThat(image.values()[VOLTAGE]).containsOnly(FLOAT);
        assertThat(image.qualities()[VOLTAGE]).containsOnly(Quality.GOOD.code());
        assertThat(statuses.get(0).state()).isEqualTo(StringState.FLOAT);
        assertThat(site.view.image("S1").orElseThrow().values()[VOLTAGE]).containsOnly(12_600);
    }

    @Test
    void tellsFollowersUntilTheyStop() {
        List<String> told = new ArrayList<>();
        Runnable stop = site.view.follow(told::add);
        site.sweeps(2);
        assertThat(told).containsExactly("S1", "S1");
        stop.run();
        site.sweep();
        assertThat(told).hasSize(2);
    }
}
