// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.FLOAT;
import static org.evenfloat.application.sweep.DecidingSite.HOUR;
import static org.evenfloat.application.sweep.DecidingSite.MINUTE;

import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.domain.event.EventKind;
import org.junit.jupiter.api.Test;

class StringNewsTest {

    private final DecidingSite site = new DecidingSite(TestSite.oneString(4));

    @Test
    void tellsEveryChangeOfStateWithItsValues() {
        site.sweeps(5);
        assertThat(site.events.heads()).containsExactly("STRING_STATE S1");
        assertThat(site.events.text(EventKind.STRING_STATE))
                .isEqualTo("String S1 went from UNKNOWN to FLOAT: mean block voltage 13.620 V.");
        site.allAt(0, 12_600);
        site.sweeps(5);
        assertThat(site.events.heads()).containsExactly("STRING_STATE S1", "STRING_STATE S1");
        assertThat(site.events.text(EventKind.STRING_STATE)).contains("from FLOAT to DISCHARGE", "12.6");
    }

    @Test
    void tellsConvergenceOnceAfterAQuarterOfAnHourAndItsLossOnce() {
        site.sweeps(15 * MINUTE - 2);
        assertThat(site.events.heads(EventKind.CONVERGED)).isEmpty();
        site.sweeps(3 * MINUTE);
        assertThat(site.events.heads(EventKind.CONVERGED)).containsExactly("CONVERGED S1");
        assertThat(site.status(0).phase()).isEqualTo(EqualizingPhase.CONVERGED);
        assertThat(site.status(0).convergedSinceMillis()).isPositive();
        site.millivolts[0][1] += 60;
        site.sweeps(HOUR / 2);
        assertThat(site.events.heads(EventKind.CONVERGENCE_LOST)).containsExactly("CONVERGENCE_LOST S1");
        assertThat(site.events.heads(EventKind.CONVERGED)).hasSize(1);
        assertThat(site.status(0).convergedSinceMillis()).isZero();
    }

    @Test
    void namesTheBlockThatCannotBeCorrectedOnce() {
        site.millivolts[0][1] += 300;
        site.sweeps(8 * HOUR);
        assertThat(site.events.heads(EventKind.NOT_CORRECTABLE)).contains("NOT_CORRECTABLE S1-2")
                .doesNotHaveDuplicates();
        assertThat(site.events.text(EventKind.NOT_CORRECTABLE)).contains("target");
        assertThat(site.status(0).phase()).isEqualTo(EqualizingPhase.NOT_CORRECTABLE);
        assertThat(site.status(0).notCorrectable()).isNotEmpty();
        site.allAt(0, FLOAT);
        site.sweeps(2 * HOUR);
        assertThat(site.events.heads(EventKind.CORRECTABLE_AGAIN)).containsExactly("CORRECTABLE_AGAIN S1");
        assertThat(site.status(0).notCorrectable()).isEmpty();
    }

    @Test
    void tellsOfAMisSetChargerOnceAndWhenItIsWellSetAgain() {
        site.allAt(0, FLOAT + 120);
        site.sweeps(HOUR * 3 / 2);
        assertThat(site.events.heads(EventKind.CHARGER_MIS_SET)).containsExactly("CHARGER_MIS_SET S1");
        assertThat(site.events.text(EventKind.CHARGER_MIS_SET)).contains("13.740 V", "13.620 V");
        assertThat(site.status(0).chargerMisSet()).isTrue();
        site.allAt(0, FLOAT);
        site.sweeps(HOUR);
        assertThat(site.events.heads(EventKind.CHARGER_WITHIN_LIMITS)).containsExactly("CHARGER_WITHIN_LIMITS S1");
        assertThat(site.events.heads(EventKind.CHARGER_MIS_SET)).hasSize(1);
    }

    @Test
    void tellsOfAnExcludedBlockOnceAndWhenItTakesPartAgain() {
        site.sweeps(3);
        // A charger that holds the sum raises the others by what the shorted cell lacks.
        site.allAt(0, FLOAT + 700);
        site.millivolts[0][3] = FLOAT - 2_100;
        site.sweeps(30 * MINUTE);
        assertThat(site.events.heads(EventKind.BLOCK_EXCLUDED)).containsExactly("BLOCK_EXCLUDED S1-4");
        assertThat(site.events.text(EventKind.BLOCK_EXCLUDED)).contains("shorted cell");
        assertThat(site.status(0).excluded()).hasSize(1);
        site.allAt(0, FLOAT);
        site.sweeps(30 * MINUTE);
        assertThat(site.events.heads(EventKind.BLOCK_READMITTED)).containsExactly("BLOCK_READMITTED S1-4");
        assertThat(site.status(0).excluded()).isEmpty();
    }
}
