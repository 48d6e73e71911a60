// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.application.EventLog;
import org.evenfloat.application.TestSite;
import org.evenfloat.domain.event.EventKind;
import org.junit.jupiter.api.Test;

class LineWatchTest {

    private final DecidingSite site = new DecidingSite(TestSite.oneString(3));
    private final EventLog events = new EventLog();
    private final LineWatch watch = new LineWatch(site.rosters.get(0), events);

    private void look(int sweeps) {
        for (int i = 0; i < sweeps; i++) {
            watch.look(site.image(0));
        }
    }

    @Test
    void tellsOfALostModuleOnceAfterThreeSweepsAndWhenItIsBack() {
        look(2);
        site.silent[0].set(1);
        look(2);
        assertThat(events.heads()).isEmpty();
        look(5);
        assertThat(events.heads()).containsExactly("MODULE_LOST S1-2");
        assertThat(events.text(EventKind.MODULE_LOST)).contains("S1-2", "L1:2", "3 sweeps");
        site.silent[0].clear(1);
        look(3);
        assertThat(events.heads()).containsExactly("MODULE_LOST S1-2", "MODULE_BACK S1-2");
    }

    @Test
    void saysNothingOfAModuleThatMissesTwoSweeps() {
        for (int i = 0; i < 3; i++) {
            site.silent[0].set(1);
            look(2);
            site.silent[0].clear(1);
            look(1);
        }
        assertThat(events.heads()).isEmpty();
    }

    @Test
    void tellsOfALineThatIsDownInsteadOfItsModules() {
        look(1);
        site.down[0] = true;
        look(10);
        site.down[0] = false;
        look(3);
        assertThat(events.heads()).containsExactly("LINE_DOWN L1", "LINE_UP L1");
        assertThat(events.text(EventKind.LINE_DOWN)).contains("L1", "3 modules");
    }

    @Test
    void remembersALostModuleOverALineFailure() {
        site.silent[0].set(2);
        look(3);
        site.down[0] = true;
        look(3);
        site.down[0] = false;
        look(3);
        site.silent[0].clear(2);
        look(2);
        assertThat(events.heads())
                .containsExactly("MODULE_LOST S1-3", "LINE_DOWN L1", "LINE_UP L1", "MODULE_BACK S1-3");
    }
}
