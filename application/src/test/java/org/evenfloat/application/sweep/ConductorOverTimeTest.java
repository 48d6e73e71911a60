// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.FLOAT;
import static org.evenfloat.application.sweep.DecidingSite.MINUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.event.EventKind;
import org.junit.jupiter.api.Test;

/** What the conductor keeps, takes over, and does not depend on. */
class ConductorOverTimeTest {

    private static final long HOUR_MILLIS = 3_600_000;

    private static DecidingSite oneString() {
        return new DecidingSite(TestSite.oneString(4));
    }

    @Test
    void keepsTheIntegratorsEveryTenMinutes() {
        DecidingSite site = oneString();
        site.millivolts[0][2] += 40;
        site.sweeps(10 * MINUTE);
        assertThat(site.kept).isEmpty();
        site.sweep();
        assertThat(site.kept.get("S1")).hasSize(1);
        site.sweeps(50 * MINUTE);
        assertThat(site.kept.get("S1")).hasSize(6);
        assertThat(site.kept.get("S1").get(5)[2]).isPositive();
    }

    @Test
    void keepsTheIntegratorsInTheSweepOfConvergence() {
        DecidingSite site = oneString();
        site.sweeps(11 * MINUTE);
        int before = site.kept.get("S1").size();
        for (int i = 0; i < 10 * MINUTE && site.events.heads(EventKind.CONVERGED).isEmpty(); i++) {
            site.sweep();
        }
        assertThat(site.events.heads(EventKind.CONVERGED)).hasSize(1);
        assertThat(site.kept.get("S1")).hasSize(before + 1);
    }

    @Test
    void goesOnWithRestoredIntegrators() {
        DecidingSite before = oneString();
        before.millivolts[0][2] += 40;
        before.sweeps(60 * MINUTE);
        before.conductor.keepAll();
        List<double[]> kept = before.kept.get("S1");
        double[] z = kept.get(kept.size() - 1);
        DecidingSite after = oneString();
        assertThat(after.watches.get(0).restore(z)).isTrue();
        after.conductor.keepAll();
        assertThat(after.kept.get("S1").get(0)).containsExactly(z);
        after.sweeps(20);
        assertThat(after.duties(0)[2]).isGreaterThanOrEqualTo((int) (z[2] * 10_000) - 1).isPositive();
        assertThat(after.watches.get(0).restore(new double[3])).as("of another string").isFalse();
    }

    @Test
    void decidesTheSameOnTheSameImages() {
        long seed = Long.getLong("seed", 20_260_131L);
        DecidingSite one = oneString();
        DecidingSite two = oneString();
        List<String> first = trace(one, new Random(seed));
        List<String> second = trace(two, new Random(seed));
        assertThat(second).as("-Dseed=" + seed).isEqualTo(first);
        assertThat(two.events.heads()).as("-Dseed=" + seed).isEqualTo(one.events.heads()).isNotEmpty();
    }

    private static List<String> trace(DecidingSite site, Random random) {
        List<String> trace = new ArrayList<>();
        site.sweeps(2_000, sweep -> {
            int base = sweep % 900 > 800 ? 12_500 : FLOAT;
            for (int row = 0; row < 4; row++) {
                site.millivolts[0][row] = base + row * 9 + random.nextInt(5);
                site.silent[0].set(row, random.nextInt(50) == 0);
            }
            trace.add(site.status(0) + " " + List.of(site.order(0).dutyTenThousandths()[3]));
        });
        return trace;
    }

    @Test
    void tellsOfAJumpOfTheWallClockAndDecidesAsIfThereWereNone() {
        for (long jumpMillis : new long[] {HOUR_MILLIS, -HOUR_MILLIS}) {
            DecidingSite calm = oneString();
            DecidingSite jumping = oneString();
            calm.millivolts[0][2] += 8;
            jumping.millivolts[0][2] += 8;
            calm.sweeps(40 * MINUTE, sweep -> assertSame(calm, jumping, sweep, jumpMillis));
            assertThat(jumping.events.heads(EventKind.CLOCK_JUMPED)).containsExactly("CLOCK_JUMPED");
            assertThat(jumping.events.text(EventKind.CLOCK_JUMPED)).contains((jumpMillis > 0 ? "+" : "-") + "3600 s");
            assertThat(jumping.events.heads().stream().filter(head -> !head.startsWith("CLOCK")).toList())
                    .isEqualTo(calm.events.heads()).contains("CONVERGED S1");
            assertThat(jumping.kept.get("S1")).hasSameSizeAs(calm.kept.get("S1"));
        }
    }

    private static void assertSame(DecidingSite calm, DecidingSite jumping, int sweep, long jumpMillis) {
        if (sweep == 10 * MINUTE) {
            jumping.wallOffsetMillis += jumpMillis;
        }
        if (sweep > 0) {
            jumping.sweep();
            assertThat(decisions(jumping)).as("sweep %d", sweep).isEqualTo(decisions(calm));
        }
    }

    private static List<Object> decisions(DecidingSite site) {
        StringStatus status = site.status(0);
        return List.of(status.state(), status.phase(), status.targetMillivolts(), status.largestDutyPermille(),
                status.excluded(), status.notCorrectable(), status.chargerMisSet());
    }

    @Test
    void saysNothingOfAClockThatIsSlewed() {
        DecidingSite site = oneString();
        site.sweeps(60, sweep -> site.wallOffsetMillis += 1_900);
        assertThat(site.events.heads(EventKind.CLOCK_JUMPED)).isEmpty();
    }
}
