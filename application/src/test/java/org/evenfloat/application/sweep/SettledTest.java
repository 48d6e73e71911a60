// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

/** What is shown to other protocols belongs together: both strings, their blocks and what is said of them. */
class SettledTest {

    private static final int SWEEPS = 500;

    private final DecidingSite site = new DecidingSite(TestSite.site(List.of("L1"),
            TestSite.string("A1", ModuleType.C20, TestSite.at("L1", 1, 8)),
            TestSite.string("A2", ModuleType.C20, TestSite.at("L1", 9, 8))));

    private static void isOfOneSweep(List<StringImage> strings) {
        int first = strings.get(0).values()[MeasurementKind.VOLTAGE.ordinal()][0];
        for (StringImage string : strings) {
            assertThat(string.values()[MeasurementKind.VOLTAGE.ordinal()]).containsOnly(first);
            assertThat(string.status().meanMillivolts()).isEqualTo(first);
            assertThat(string.status().highestMillivolts()).isEqualTo(first);
        }
    }

    @Test
    void allOfItIsOfTheSweepThatWasDecidedOnLast() {
        List<Integer> told = new ArrayList<>();
        Runnable end = site.view.onSettled(() -> told.add(
                site.view.settled().get(1).values()[MeasurementKind.VOLTAGE.ordinal()][7]));
        for (int millivolts : new int[] {13_600, 13_610, 13_620}) {
            site.allAt(0, millivolts);
            site.sweep();
            isOfOneSweep(site.view.settled());
        }
        end.run();
        site.sweep();
        assertThat(told).containsExactly(13_600, 13_610, 13_620);
    }

    @Test
    void whoeverLooksAtAnyTimeSeesOneSweepOnly() throws Exception {
        site.allAt(0, 13_600);
        site.sweep();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> looked = CompletableFuture.supplyAsync(() -> {
            int looks = 0;
            while (!over.get()) {
                isOfOneSweep(site.view.settled());
                looks++;
            }
            return looks;
        });
        for (int i = 0; i < SWEEPS; i++) {
            site.allAt(0, 13_600 + i % 40);
            site.sweep();
        }
        over.set(true);
        assertThat(looked.get(20, TimeUnit.SECONDS)).as("looks").isGreaterThan(10);
    }
}
