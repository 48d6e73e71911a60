// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Spool} does. */
public abstract class SpoolContract {

    private static final long LARGE = 10 << 20;

    /** Rows: blocks a and b, sensors amps and air. */
    protected final LineRoster roster = HistoryStoreContract.roster("L1", "a", "b");

    /** The spool under test. */
    protected Spool spool;

    /** Opens the spool, at first empty; once more on what was kept before, as after a restart. */
    protected abstract Spool openSpool(long maxBytes) throws HistoryFailure;

    @BeforeEach
    void openFirst() throws HistoryFailure {
        spool = openSpool(LARGE);
    }

    /** Returns an event with that text. */
    protected static Event event(String text) {
        return new Event(1_700_000_000_000L, EventKind.LINE_DOWN, "L1", text);
    }

    /** Returns a sweep with these voltages. */
    protected KeptSweep sweep(long atMillis) {
        return new KeptSweep(roster, HistoryStoreContract.voltages(roster, atMillis, 13_500), new byte[] {1, 2});
    }

    private List<Event> drainEvents(int atOnce) throws HistoryFailure {
        List<Event> all = new ArrayList<>();
        for (List<Event> some = spool.firstEvents(atOnce); !some.isEmpty(); some = spool.firstEvents(atOnce)) {
            assertThat(some).hasSizeLessThanOrEqualTo(atOnce);
            all.addAll(some);
            spool.dropEvents(some.size());
        }
        return all;
    }

    private List<Long> drainSweeps() throws HistoryFailure {
        List<Long> all = new ArrayList<>();
        while (spool.firstSweep().isPresent()) {
            all.add(spool.firstSweep().orElseThrow().image().sampledAtMillis());
            spool.dropSweep();
        }
        return all;
    }

    @Test
    void isEmptyAtFirst() throws HistoryFailure {
        assertThat(spool.waiting()).isZero();
        assertThat(spool.firstEvents(10)).isEmpty();
        assertThat(spool.firstSweep()).isEmpty();
    }

    @Test
    void returnsEventsAndSweepsInTheOrderInWhichTheyCame() throws HistoryFailure {
        for (int i = 0; i < 25; i++) {
            assertThat(spool.keepSweep(sweep(i))).isZero();
            assertThat(spool.keepEvents(List.of(event("x" + i), event("y" + i)))).isZero();
        }
        assertThat(spool.waiting()).isEqualTo(75);
        assertThat(drainEvents(7)).extracting(Event::text).hasSize(50).startsWith("x0", "y0", "x1").endsWith("y24");
        assertThat(drainSweeps()).hasSize(25).isSorted();
        assertThat(spool.waiting()).isZero();
    }

    @Test
    void returnsASweepAsItWasKept() throws HistoryFailure {
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(1_700_000_000_123L, 5);
        fill.set(MeasurementKind.VOLTAGE, 0, 13_501, Quality.GOOD);
        fill.set(MeasurementKind.TEMPERATURE, 1, -2_000, Quality.SUSPECT);
        fill.set(MeasurementKind.RESISTANCE, 1, 4_321, Quality.STALE);
        fill.setSensor(0, -77_000, Quality.GOOD);
        spool.keepSweep(new KeptSweep(roster, fill.freeze(), new byte[] {3, 0}));
        spool = openSpool(LARGE);

        KeptSweep kept = spool.firstSweep().orElseThrow();
        SweepImage image = kept.image();
        assertThat(image.line()).isEqualTo("L1");
        assertThat(image.sampledAtMillis()).isEqualTo(1_700_000_000_123L);
        assertThat(image.value(MeasurementKind.VOLTAGE, 0)).isEqualTo(13_501);
        assertThat(image.good(MeasurementKind.VOLTAGE, 0)).isTrue();
        assertThat(image.quality(MeasurementKind.VOLTAGE, 1)).isEqualTo(Quality.MISSING);
        assertThat(image.value(MeasurementKind.TEMPERATURE, 1)).isEqualTo(-2_000);
        assertThat(image.quality(MeasurementKind.TEMPERATURE, 1)).isEqualTo(Quality.SUSPECT);
        assertThat(image.value(MeasurementKind.RESISTANCE, 1)).isEqualTo(4_321);
        assertThat(image.quality(MeasurementKind.RESISTANCE, 1)).isEqualTo(Quality.STALE);
        assertThat(image.sensorValue(0)).isEqualTo(-77_000);
        assertThat(image.sensorQuality(1)).isEqualTo(Quality.MISSING);
        assertThat(kept.states()).containsExactly(3, 0);
        assertThat(kept.roster().blockId(1)).isEqualTo("b");
        assertThat(kept.roster().moduleAddress(1)).isEqualTo(roster.moduleAddress(1));
        assertThat(kept.roster().moduleType(0)).isEqualTo(roster.moduleType(0));
        assertThat(kept.roster().sensor(1)).isEqualTo(roster.sensor(1));
    }

    @Test
    void readingDoesNotDrop() throws HistoryFailure {
        spool.keepEvents(List.of(event("a")));
        spool.keepSweep(sweep(1));
        assertThat(spool.firstEvents(5)).isEqualTo(spool.firstEvents(5)).hasSize(1);
        assertThat(spool.firstSweep()).isPresent();
        assertThat(spool.waiting()).isEqualTo(2);
    }

    @Test
    void keepsEverythingOverARestart() throws HistoryFailure {
        spool.keepEvents(List.of(event("a"), event("b")));
        spool.keepSweep(sweep(1));
        spool.close();
        spool = openSpool(LARGE);
        assertThat(spool.waiting()).isEqualTo(3);
        spool.keepSweep(sweep(2));
        assertThat(drainEvents(10)).extracting(Event::text).containsExactly("a", "b");
        assertThat(drainSweeps()).containsExactly(1L, 2L);
    }

    @Test
    void givesUpTheOldestSweepsFirstAndEventsLast() throws HistoryFailure {
        spool = openSpool(20_000);
        spool.keepEvents(List.of(event("kept")));
        int lost = 0;
        for (int i = 0; i < 2_000; i++) {
            lost += spool.keepSweep(sweep(i));
        }
        assertThat(lost).isPositive();
        assertThat(spool.waiting()).isEqualTo(2_001 - lost);
        assertThat(spool.firstEvents(10)).hasSize(1);
        for (int i = 0; i < 1_000; i++) {
            lost += spool.keepEvents(List.of(event("event number " + i)));
        }
        assertThat(spool.firstSweep()).isEmpty();
        assertThat(spool.waiting()).isEqualTo(3_001 - lost);
        List<Event> left = drainEvents(50);
        assertThat(left).extracting(Event::text).doesNotContain("kept").endsWith("event number 999");
        assertThat(left).hasSizeGreaterThan(20);
    }
}
