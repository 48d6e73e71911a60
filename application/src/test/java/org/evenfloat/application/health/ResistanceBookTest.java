// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.evenfloat.application.port.out.KeptResistances;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.junit.jupiter.api.Test;

class ResistanceBookTest {

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;

    /** A Thursday 00:00 UTC, when a week begins. */
    private static final long BEGIN = 2_900 * WEEK;

    private static final int WEEKS_TO_REFERENCE = 17;

    private final ResistanceBook book = new ResistanceBook();

    /** Measures a block twice a day; ratio is asked with the time in weeks. */
    private void run(String block, long serial, double fromWeek, double toWeek, DoubleUnaryOperator ratio) {
        for (long at = BEGIN + Math.round(fromWeek * WEEK); at < BEGIN + Math.round(toWeek * WEEK); at += 12 * HOUR) {
            book.measured(block, serial, at, microohms(ratio.applyAsDouble((at - BEGIN) / (double) WEEK)), 2_500);
        }
    }

    private static int microohms(double ratio) {
        return (int) Math.round(4_000 * ratio);
    }

    @Test
    void knowsNothingBeforeItHasAReference() {
        assertThat(book.risePermille("A1-1")).isEqualTo(AlarmSignal.UNKNOWN);
        assertThat(book.replaceBy("A1-1")).isEmpty();
        run("A1-1", 7, 0, WEEKS_TO_REFERENCE, week -> 1.4 - 0.02 * week);
        assertThat(book.risePermille("A1-1")).isEqualTo(AlarmSignal.UNKNOWN);
        run("A1-1", 7, WEEKS_TO_REFERENCE, WEEKS_TO_REFERENCE + 0.1, week -> 1.4 - 0.02 * week);
        assertThat(book.risePermille("A1-1")).isNotEqualTo(AlarmSignal.UNKNOWN);
        assertThat(book.risePermille("A1-2")).isEqualTo(AlarmSignal.UNKNOWN);
    }

    @Test
    void comparesWithTheMedianOfTheWeeksAfterSettling() {
        run("A1-1", 7, 0, 4, week -> 3);
        run("A1-1", 7, 4, WEEKS_TO_REFERENCE, week -> week < 9 ? 0.9 : week < 12 ? 1 : 1.1);
        run("A1-1", 7, WEEKS_TO_REFERENCE, 40, week -> 1.2);
        assertThat(book.risePermille("A1-1")).isEqualTo(200);
        assertThat(book.kept().get(0).referenceNanoohms()).isEqualTo(4_000_000);
    }

    @Test
    void seesALastingStepWithinWeeksAndNotBefore() {
        run("A1-1", 7, 0, 30, week -> 1);
        run("A1-1", 7, 30, 34, week -> 1.4);
        assertThat(book.risePermille("A1-1")).isLessThan(250);
        run("A1-1", 7, 34, 37, week -> 1.4);
        assertThat(book.risePermille("A1-1")).isEqualTo(400);
        run("A1-1", 7, 37, 45, week -> 0.7);
        assertThat(book.risePermille("A1-1")).as("a shorted cell").isEqualTo(-300);
    }

    @Test
    void isNotMisledByNoiseOutliersOrSeasons() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            String block = "A1-" + seed;
            for (long at = BEGIN; at < BEGIN + 150 * WEEK; at += 12 * HOUR) {
                double celsius = 22 + 8 * Math.sin((at - BEGIN) * 2 * Math.PI / (365 * DAY));
                double wrong = random.nextInt(20) == 0 ? 2 : 1;
                double ratio = Math.exp(-0.007 * (celsius - 25)) * (1 + 0.02 * random.nextGaussian()) * wrong;
                book.measured(block, 7, at, microohms(ratio), (int) Math.round(celsius * 100));
                if (book.risePermille(block) != AlarmSignal.UNKNOWN) {
                    assertThat(book.risePermille(block)).as("seed " + seed).isBetween(-30, 30);
                }
            }
            assertThat(book.replaceBy(block).map(ReplaceBy::likelyMillis).orElse(Long.MAX_VALUE)).as("seed " + seed)
                    .isGreaterThan(BEGIN + 150 * WEEK + 3_650 * DAY);
        }
    }

    @Test
    void tellsWhenABlockIsToBeReplaced() {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            String block = "A1-" + seed;
            // 20 % a year from the middle of the reference on: 50 % after 2.5 years.
            run(block, 7, 0, 104, week -> 1 + 0.2 * (week - 10.5) / 52.2 + 0.02 * random.nextGaussian());
            ReplaceBy replace = book.replaceBy(block).orElseThrow();
            double truth = 10.5 + 2.5 * 52.2;
            assertThat((replace.likelyMillis() - BEGIN) / (double) WEEK).as("seed " + seed)
                    .isBetween(truth - 12, truth + 12);
            assertThat(replace.soonestMillis()).isLessThanOrEqualTo(replace.likelyMillis());
            assertThat(replace.latestMillis()).isGreaterThanOrEqualTo(replace.likelyMillis());
            assertThat(book.risePermille(block)).as("seed " + seed).isBetween(310, 360);
        }
    }

    @Test
    void beginsAnewWithAnotherModule() {
        run("A1-1", 7, 0, 20, week -> 1);
        book.measured("A1-1", 0, BEGIN + 20 * WEEK, 4_000, 2_500);
        assertThat(book.risePermille("A1-1")).as("nobody knows which module that is").isZero();
        run("A1-1", 8, 20, 36, week -> 2);
        assertThat(book.risePermille("A1-1")).isEqualTo(AlarmSignal.UNKNOWN);
        run("A1-1", 8, 36, 38, week -> 2);
        assertThat(book.risePermille("A1-1")).isZero();
        book.forget("A1-1");
        assertThat(book.risePermille("A1-1")).isEqualTo(AlarmSignal.UNKNOWN);
    }

    @Test
    void leavesOutWhatCannotBeCompared() {
        long before = book.version();
        book.measured("A1-1", 7, BEGIN, 4_000, AlarmSignal.UNKNOWN);
        book.measured("A1-1", 7, BEGIN, 0, 2_500);
        book.measured("A1-1", 7, BEGIN, AlarmSignal.UNKNOWN, 2_500);
        book.measured("A1-1", 7, BEGIN, Integer.MAX_VALUE, 2_500);
        book.measured("A1-1", 7, Long.MIN_VALUE, 4_000, 2_500);
        book.measured("A1-1", 7, Long.MAX_VALUE, 4_000, 2_500);
        assertThat(book.version()).isEqualTo(before);
    }

    @Test
    void letsNoHourOutvoteAWeek() {
        run("A1-1", 7, 0, 30, week -> 1);
        for (long at = BEGIN + 30 * WEEK; at < BEGIN + 30 * WEEK + DAY; at += 10_000) {
            book.measured("A1-1", 7, at, 8_000, 2_500);
        }
        run("A1-1", 7, 30 + 1 / 7.0, 32, week -> 1);
        KeptResistances kept = book.kept().get(0);
        assertThat(kept.nanoohms()).endsWith(4_000_000).doesNotContain(8_000_000);
    }

    @Test
    void staysSmall() {
        run("A1-1", 7, 0, 1_000, week -> 1 + week / 1_000);
        KeptResistances kept = book.kept().get(0);
        assertThat(kept.weeks()).hasSize(KeptResistances.MOST_WEEKS).isSorted();
        assertThat(kept.openNanoohms().length).isLessThanOrEqualTo(KeptResistances.MOST_OPEN);
        assertThat(book.risePermille("A1-1")).isBetween(960, 990);
    }

    @Test
    void goesOnAfterRestartsAsIfThereHadBeenNone() {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            ResistanceBook steady = new ResistanceBook();
            ResistanceBook restarted = new ResistanceBook();
            for (long at = BEGIN; at < BEGIN + 120 * WEEK; at += 1 + random.nextInt((int) (2 * DAY))) {
                int microohms = microohms(1 + (at - BEGIN) / (300.0 * WEEK) + 0.02 * random.nextGaussian());
                steady.measured("A1-1", 7, at, microohms, 2_000);
                restarted.measured("A1-1", 7, at, microohms, 2_000);
                if (random.nextInt(10) == 0) {
                    List<KeptResistances> kept = restarted.kept();
                    restarted = new ResistanceBook();
                    restarted.restore(kept);
                }
                assertThat(restarted.risePermille("A1-1")).as("seed " + seed).isEqualTo(steady.risePermille("A1-1"));
            }
            assertThat(restarted.kept()).as("seed " + seed).isEqualTo(steady.kept());
            assertThat(restarted.replaceBy("A1-1")).isEqualTo(steady.replaceBy("A1-1")).isPresent();
        }
    }

    @Test
    void forgetsNothingWhenTheMachineHasLostItsClock() {
        run("A1-1", 7, 0, 30, week -> week < 20 ? 1 : 1.3);
        List<KeptResistances> before = book.kept();
        for (long at = 0; at < 6 * DAY; at += HOUR) {
            book.measured("A1-1", 7, at, 9_000, 2_500);
        }
        assertThat(book.kept()).isEqualTo(before);
        run("A1-1", 7, 30, 31, week -> 1.3);
        assertThat(book.risePermille("A1-1")).isEqualTo(300);
    }

    @Test
    void goesOnWithAClockThatStaysBehind() {
        run("A1-1", 7, 0, 30, week -> week < 20 ? 1 : 1.3);
        for (long at = 100 * WEEK; at < 130 * WEEK; at += 12 * HOUR) {
            book.measured("A1-1", 7, at, microohms(1.5), 2_500);
        }
        assertThat(book.risePermille("A1-1")).as("reference is that of before").isEqualTo(500);
        assertThat(book.kept().get(0).weeks()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatAClockMeasuredThatWasAhead() {
        run("A1-1", 7, 0, 30, week -> 1);
        run("A1-1", 7, 3_000, 3_002.5, week -> 1.1);
        run("A1-1", 7, 31, 50, week -> 1.2);
        KeptResistances kept = book.kept().get(0);
        assertThat(book.risePermille("A1-1")).isEqualTo(200);
        assertThat(kept.weeks()).isSorted().doesNotHaveDuplicates();
        assertThat(kept.weeks()[kept.weeks().length - 1]).isEqualTo(2_900 + 48);
    }
}
