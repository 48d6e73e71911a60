// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;
import org.junit.jupiter.api.Test;

class LineCareTest {

    private static final long HOUR = 3_600_000;

    @Test
    void asksModulesForTheirIdentityWhenTheyAppearAndNotAgain() {
        SweptLine line = new SweptLine(3, 0);
        line.module(2).silent = true;
        line.sweeps(5);
        assertThat(line.bus.count("identify")).isEqualTo(2);
        line.module(2).silent = false;
        line.sweeps(5);
        assertThat(line.bus.exchanges).containsOnlyOnce("identify 2");
        assertThat(line.register.knows(line.roster, 1)).isTrue();
        assertThat(line.events.heads()).isEmpty();
    }

    @Test
    void asksOnceWhatWasReplacedWhenARestartedModuleHasAnotherSerial() {
        SweptLine line = new SweptLine(3, 0);
        line.sweeps(2);
        for (int i = 0; i < 3; i++) {
            line.module(2).serial = 0x99;
            line.module(2).restarted = true;
            line.sweeps(3);
        }
        assertThat(line.bus.exchanges.stream().filter("identify 2"::equals).count()).isEqualTo(4);
        assertThat(line.events.heads()).containsExactly("MODULE_CHANGED S1-2");
        assertThat(line.register.questions()).hasSize(1);
    }

    @Test
    void findsAModuleThatWasSwappedWhileTheLineWasDown() {
        SweptLine line = new SweptLine(3, 0);
        line.sweeps(2);
        line.bus.down = true;
        line.sweep();
        line.module(3).serial = 0x99;
        line.bus.down = false;
        line.sweeps(2);
        assertThat(line.events.heads()).containsExactly("MODULE_CHANGED S1-3");
    }

    @Test
    void looksAgainAtAModuleWhoseTurnEndedInAFailureOfTheLine() {
        SweptLine line = new SweptLine(3, 0);
        line.sweeps(2);
        line.module(2).serial = 0x99;
        line.module(2).restarted = true;
        line.bus.exchangesUntilDown = 1;
        line.sweep();
        assertThat(line.module(2).restarted).as("the reason was cleared").isFalse();
        assertThat(line.sweeper.problem()).isEqualTo("port gone");
        line.bus.exchangesUntilDown = Integer.MAX_VALUE;
        line.bus.down = false;
        line.sweep();
        assertThat(line.events.heads()).containsExactly("MODULE_CHANGED S1-2");
    }

    @Test
    void doesABoundedNumberOfExchangesACall() {
        SweptLine line = new SweptLine(100, HOUR);
        int before = 0;
        for (int sweep = 0; sweep < 40; sweep++) {
            line.sweep();
            assertThat(line.bus.exchanges.size() - before).isLessThanOrEqualTo(8 * 3);
            before = line.bus.exchanges.size();
        }
        assertThat(line.bus.count("identify")).as("everybody had a turn").isEqualTo(100);
    }

    @Test
    void measuresAtMostASixteenthOfTheModulesAtATimeAndAllInTurn() {
        SweptLine line = new SweptLine(64, HOUR);
        line.sweeps(8);
        int started = 0;
        for (int sweep = 0; sweep < 60 && line.bus.count("start") < 64; sweep++) {
            line.sweep();
            int now = (int) line.bus.count("start");
            assertThat(now - started).isLessThanOrEqualTo(4);
            finish(line, started, now);
            started = now;
        }
        assertThat(starts(line)).hasSize(64).doesNotHaveDuplicates();
        long sinceFirst = line.bus.count("start");
        line.sweeps(100);
        assertThat(line.bus.count("start")).as("nothing due within the period").isEqualTo(sinceFirst);
        line.sweeps(360);
        assertThat(line.bus.count("start")).as("again after the period").isGreaterThan(sinceFirst);
    }

    private static List<String> starts(SweptLine line) {
        return line.bus.exchanges.stream().filter(exchange -> exchange.startsWith("start ")).toList();
    }

    private static void finish(SweptLine line, int from, int to) {
        starts(line).subList(from, to).forEach(start -> {
            line.module(Integer.parseInt(start.substring(6))).measured = true;
        });
    }

    @Test
    void startsNoMeasurementWhileForbidden() {
        SweptLine line = new SweptLine(2, HOUR);
        line.care.allowResistances(false);
        line.sweeps(10);
        assertThat(line.bus.count("start")).isZero();
        line.care.allowResistances(true);
        line.sweep();
        assertThat(line.bus.count("start")).isEqualTo(1);
    }

    @Test
    void givesAMeasurementUpAfterAMinute() {
        SweptLine line = new SweptLine(2, HOUR);
        line.sweep();
        line.sweeps(6);
        assertThat(starts(line)).as("the second waits for the first").containsExactly("start 1");
        line.sweeps(3);
        assertThat(starts(line)).containsExactly("start 1", "start 2");
    }

    @Test
    void asksAModuleThatRefusedAgainAfterAMinute() {
        SweptLine line = new SweptLine(1, HOUR);
        line.module(1).answersMeasuring = false;
        line.sweeps(6);
        assertThat(starts(line)).hasSize(1);
        line.sweeps(2);
        assertThat(starts(line)).hasSize(2);
    }

    @Test
    void measuresAtAnotherPeriodFromTheNextSweepOn() {
        SweptLine line = new SweptLine(2, 20 * HOUR);
        line.sweeps(30);
        long first = line.bus.count("start");
        assertThat(first).as("measured once each").isEqualTo(2);
        line.nowMillis += 2 * HOUR;
        line.sweeps(30);
        assertThat(line.bus.count("start")).isEqualTo(first);
        line.care.measureResistancesEvery(HOUR);
        line.sweeps(30);
        assertThat(line.bus.count("start")).as("due by the new period").isEqualTo(2 * first);
        line.care.measureResistancesEvery(0);
        line.nowMillis += 100 * HOUR;
        line.sweeps(30);
        assertThat(line.bus.count("start")).as("switched off").isEqualTo(2 * first);
    }

    @Test
    void showsAResistanceAsGoodForTwoPeriodsAndThenAsStale() {
        SweptLine line = new SweptLine(1, 100_000);
        line.sweep();
        assertThat(line.sweep().quality(MeasurementKind.RESISTANCE, 0)).isEqualTo(Quality.MISSING);
        line.module(1).measured = true;
        line.sweep();
        line.care.allowResistances(false);
        SweepImage image = line.sweeps(20);
        assertThat(image.good(MeasurementKind.RESISTANCE, 0)).isTrue();
        assertThat(image.value(MeasurementKind.RESISTANCE, 0)).isEqualTo(5_000);
        assertThat(line.sweep().quality(MeasurementKind.RESISTANCE, 0)).isEqualTo(Quality.STALE);
    }

    @Test
    void forgetsTheResistanceOfAModuleThatWasReplaced() {
        SweptLine line = new SweptLine(1, HOUR);
        line.module(1).measured = true;
        assertThat(line.sweeps(2).good(MeasurementKind.RESISTANCE, 0)).isTrue();
        line.module(1).serial = 0x99;
        line.module(1).restarted = true;
        assertThat(line.sweeps(2).quality(MeasurementKind.RESISTANCE, 0)).isEqualTo(Quality.STALE);
    }

    @Test
    void tellsOfADuplicateAddressOnceAndAgainAfterTheModuleWasAlone() {
        SweptLine line = new SweptLine(3, 0);
        line.sweep();
        line.module(2).twinSerial = 0x77;
        SweepImage image = line.sweeps(4);
        assertThat(line.events.heads()).containsExactly("DUPLICATE_ADDRESS S1-2");
        assertThat(line.events.text(EventKind.DUPLICATE_ADDRESS)).contains("00001001", "00000077", "L1:2");
        assertThat(image.quality(MeasurementKind.VOLTAGE, 1)).isEqualTo(Quality.SUSPECT);
        line.module(2).twinSerial = 0;
        line.module(2).restarted = true;
        assertThat(line.sweeps(2).good(MeasurementKind.VOLTAGE, 1)).isTrue();
        line.module(2).twinSerial = 0x77;
        line.sweeps(2);
        assertThat(line.events.heads()).containsExactly("DUPLICATE_ADDRESS S1-2", "DUPLICATE_ADDRESS S1-2");
    }
}
