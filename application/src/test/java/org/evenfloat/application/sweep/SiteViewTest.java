// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.evenfloat.application.TestSite.FLOAT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
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
    void isPublishedUnderOtherNamesButNotWithOtherStrings() {
        Site before = site.view.site();
        Site renamed = new Site("other", before.timeZone(), before.lines(), before.batteries(), before.sensors());
        site.view.publish(renamed);
        assertThat(site.view.site()).isSameAs(renamed);
        assertThatIllegalArgumentException().isThrownBy(() -> site.view.publish(
                TestSite.site(List.of("L1"), TestSite.string("S2", ModuleType.C20, TestSite.at("L1", 1, 3)))));
        assertThat(site.view.site()).isSameAs(renamed);
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

    @Test
    void neverMixesTwoSweepsOfALine() throws Exception {
        Site one = TestSite.oneString(200);
        LineRoster roster = one.roster("L1");
        SiteView view = new SiteView(one, List.of(roster));
        view.publish(0, all(roster, 0));
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> writing = writer.submit(() -> {
                SweepImage[] images = {all(roster, 1), all(roster, 2), all(roster, 3)};
                for (int i = 0; !stop.get(); i++) {
                    view.publish(0, images[i % images.length]);
                }
            });
            for (int look = 0; look < 20_000; look++) {
                int[][] values = view.image("S1").orElseThrow().values();
                long others = Arrays.stream(values).flatMapToInt(Arrays::stream).filter(v -> v != values[0][0]).count();
                assertThat(others).isZero();
            }
            stop.set(true);
            writing.get(30, TimeUnit.SECONDS);
        } finally {
            stop.set(true);
            writer.shutdownNow();
        }
    }

    private static SweepImage all(LineRoster roster, int value) {
        SweepFill fill = SweepFill.first(roster);
        for (int row = 0; row < roster.moduleCount(); row++) {
            for (MeasurementKind kind : MeasurementKind.values()) {
                fill.set(kind, row, value, Quality.GOOD);
            }
        }
        return fill.freeze();
    }
}
