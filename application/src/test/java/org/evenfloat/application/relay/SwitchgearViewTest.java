// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.application.port.in.ViewSwitchgear.Position;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenBreaker;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenInput;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenModule;
import org.evenfloat.application.port.in.ViewSwitchgear.SeenRelay;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.RelayUse;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

class SwitchgearViewTest {

    private static final long PERIOD = 2_000;
    private static final long WALL = 1_800_000_000_000L;

    private final Site site = RelaySite.site();
    private final LineRoster roster = site.roster("L1");
    private final SwitchgearView view = new SwitchgearView(
            site, RelayUse.of(site), List.of(roster), line -> newest(), line -> PERIOD, () -> nowMillis());
    private SweepImage newest;
    private long nowMillis = 50_000;

    private SweepImage newest() {
        return newest;
    }

    private long nowMillis() {
        return nowMillis;
    }

    /** A sweep in which the module says that, or nothing. */
    private void sweep(RelayWord word) {
        SweepFill fill = newest == null ? SweepFill.first(roster) : SweepFill.after(roster, newest);
        fill.sampledAt(WALL + nowMillis, nowMillis);
        if (word == null) {
            fill.missRelays(0);
        } else {
            fill.setRelays(0, word);
        }
        newest = fill.freeze();
    }

    private SeenBreaker q1() {
        return view.breakers().get(0);
    }

    @Test
    void nothingIsKnownBeforeTheFirstSweep() {
        assertThat(q1()).isEqualTo(new SeenBreaker("Q1", List.of("S1"), Position.UNKNOWN, Quality.MISSING, 0));
        assertThat(view.relayModules()).singleElement()
                .satisfies(module -> assertThat(module.quality()).isEqualTo(Quality.MISSING));
        sweep(null);
        assertThat(q1().position()).as("never seen").isEqualTo(Position.UNKNOWN);
    }

    @Test
    void whatTheModuleSaysIsShownWithItsUse() {
        sweep(new RelayWord(0b0101, 0b0001, 0b0001, 0x0032, false));
        assertThat(view.relayModules()).containsExactly(new SeenModule("AUX1", "L1", 901, Quality.GOOD, WALL + nowMillis,
                List.of(new SeenRelay(1, "breaker Q1", true, true), new SeenRelay(2, "breaker Q1", false, false),
                        new SeenRelay(3, "breaker Q2", true, false), new SeenRelay(4, "", false, false)),
                List.of(new SeenInput(1, "Breaker Q1", true, 2), new SeenInput(2, "Door", true, 3))));
    }

    @Test
    void aBreakerStandsWhereItsInputSays() {
        sweep(new RelayWord(0, 0, 0b0001, 0, false));
        assertThat(q1()).isEqualTo(
                new SeenBreaker("Q1", List.of("S1"), Position.CLOSED, Quality.GOOD, WALL + nowMillis));
        sweep(new RelayWord(0, 0, 0, 0, false));
        assertThat(q1().position()).isEqualTo(Position.OPEN);
        assertThat(view.breakers().get(1).position()).as("no status input").isEqualTo(Position.UNKNOWN);
    }

    @Test
    void aSilentModuleIsMissingAndAnOldImageStale() {
        sweep(new RelayWord(0, 0, 0b0001, 0, false));
        long seen = WALL + nowMillis;
        nowMillis += 3 * PERIOD;
        assertThat(q1().quality()).isEqualTo(Quality.GOOD);
        nowMillis++;
        assertThat(q1()).isEqualTo(new SeenBreaker("Q1", List.of("S1"), Position.CLOSED, Quality.STALE, seen));
        sweep(null);
        assertThat(q1()).as("as it was last, and known to be so")
                .isEqualTo(new SeenBreaker("Q1", List.of("S1"), Position.CLOSED, Quality.MISSING, seen));
    }

    @Test
    void aWordSurvivesItsColumn() {
        RelayWord word = new RelayWord(0b1010, 0b0010, 0b0110, 0xF00F, true);
        sweep(word);
        assertThat(newest.relays(0)).isEqualTo(word);
        assertThat(word.isPulsing(2)).isTrue();
        assertThat(word.changes(4)).isEqualTo(15);
        SweepFill down = SweepFill.after(roster, newest);
        assertThat(down.relayQuality(0)).as("not swept yet").isEqualTo(Quality.STALE);
        down.lineDown();
        assertThat(down.relayQuality(0)).isEqualTo(Quality.MISSING);
    }
}
