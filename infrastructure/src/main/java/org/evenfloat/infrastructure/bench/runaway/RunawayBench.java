// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** How well the runaway guard tells a runaway from everything else, in simulated strings with equalizing on. */
public final class RunawayBench {

    private final PrintStream out;
    private final int runs;
    private final long seed;

    /**
     * @param runs how many strings, 1 or more
     * @param seed repeats the same ones
     */
    public RunawayBench(PrintStream out, int runs, long seed) {
        this.out = out;
        this.runs = runs;
        this.seed = seed;
    }

    /** Runs all strings on all cores and returns whether none tripped that should not have and none was missed. */
    public boolean run() {
        long start = System.nanoTime();
        out.println(runs + " simulated strings, seed " + seed
                + ", equalizing on, a sample a minute, the breaker stays closed");
        List<RoomOutcome> outcomes = RunawayRunList.of(runs, seed).parallelStream().map(RunawayRoom::run).toList();
        new RunawayTable(outcomes).print(out);
        out.println();
        int falseTrips = 0;
        int missed = 0;
        for (RoomOutcome outcome : outcomes) {
            falseTrips += outcome.falseTrip() ? 1 : 0;
            missed += outcome.missed() ? 1 : 0;
            if (outcome.falseTrip() || outcome.missed()) {
                out.printf(Locale.ROOT,
                        "%s: %s, seed %d, TRIP %.1f h by %s (%s), ALARM %.1f h, 60 °C %.1f h, highest %.1f °C%n",
                        outcome.falseTrip() ? "FALSE TRIP" : "MISSED", outcome.label(), outcome.seed(), outcome.tripHours(),
                        outcome.tripRule(), outcome.confirmation(), outcome.alarmHours(), outcome.sixtyHours(),
                        outcome.highestCelsius());
            }
        }
        long runaways = outcomes.stream().filter(RoomOutcome::runaway).count();
        out.printf(Locale.ROOT, "%d false trips in %d runs without a runaway, %d missed of %d with one, %.0f s   %s%n",
                falseTrips, outcomes.size() - runaways, missed, runaways, (System.nanoTime() - start) / 1e9,
                falseTrips + missed == 0 ? "PASS" : "FAIL");
        return falseTrips + missed == 0;
    }
}
