// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench.runaway;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The outcomes of all runs as tables: by story, and beside the naive rules. */
final class RunawayTable {

    private static final RunawayStory[] COMPARED =
            {RunawayStory.OVER_VOLTAGE, RunawayStory.HVAC_LOSS, RunawayStory.SHORTED_CELLS};

    private final List<RoomOutcome> outcomes;

    RunawayTable(List<RoomOutcome> outcomes) {
        this.outcomes = outcomes;
    }

    void print(PrintStream out) {
        Map<String, List<RoomOutcome>> stories = new LinkedHashMap<>();
        for (RoomOutcome outcome : outcomes) {
            stories.computeIfAbsent(outcome.label(), label -> new ArrayList<>()).add(outcome);
        }
        out.printf("%-26s %4s %5s %6s  %-15s %-15s %9s  %-12s %4s%n", "story", "runs", "TRIP", "60 °C", "lead to 60 °C h",
                "lead to 80 °C h", "T at TRIP", "ALARM lead h", "WARN");
        stories.forEach((label, runs) -> out.printf(Locale.ROOT, "%-26s %4d %5d %6d  %-15s %-15s %9s  %-12s %4d%n",
                label, runs.size(), count(runs, RoomOutcome::tripped),
                count(runs, run -> !Double.isNaN(run.sixtyHours())),
                leads(runs, run -> run.sixtyHours() - run.tripHours()),
                leads(runs, run -> run.eightyHours() - run.tripHours()),
                highest(runs), count(runs, run -> !Double.isNaN(run.alarmHours())) + " ("
                        + least(runs, run -> run.sixtyHours() - run.alarmHours()) + ")",
                count(runs, run -> !Double.isNaN(run.warnHours()))));
        out.println("lead: least / median over the runs that got there");
        out.println();
        compare(out);
    }

    private void compare(PrintStream out) {
        out.printf("%-30s %-34s %s%n", "rule, trips at once", "false trips normal/faults/stress",
                "lead to 60 °C h, least / median: r_overvolt, r_hvac, r_short");
        for (int rule = 0; rule < NaiveRules.NAMES.size(); rule++) {
            int one = rule;
            row(out, NaiveRules.NAMES.get(rule), run -> run.naiveHours()[one]);
        }
        row(out, "this guard", RoomOutcome::tripHours);
    }

    private void row(PrintStream out, String name, ToDoubleFunction<RoomOutcome> trip) {
        StringBuilder leads = new StringBuilder();
        for (RunawayStory story : COMPARED) {
            List<RoomOutcome> runs = outcomes.stream()
                    .filter(run -> run.story() == story && run.fault() == SensorFault.NONE).toList();
            leads.append(leads.isEmpty() ? "" : ", ")
                    .append(leads(runs, run -> run.sixtyHours() - trip.applyAsDouble(run)));
        }
        Predicate<RoomOutcome> normal = run -> run.story().kind == RunawayStory.Kind.NORMAL;
        Predicate<RoomOutcome> sound = run -> run.fault() == SensorFault.NONE;
        String falseOnes = share(normal.and(sound), trip) + ", " + share(normal.and(sound.negate()), trip) + ", "
                + share(run -> run.story().kind == RunawayStory.Kind.STRESS, trip);
        out.printf("%-30s %-34s %s%n", name, falseOnes, leads);
    }

    private String share(Predicate<RoomOutcome> which, ToDoubleFunction<RoomOutcome> trip) {
        List<RoomOutcome> runs = outcomes.stream().filter(which).toList();
        return count(runs, run -> !Double.isNaN(trip.applyAsDouble(run))) + "/" + runs.size();
    }

    private static int count(List<RoomOutcome> runs, Predicate<RoomOutcome> what) {
        return (int) runs.stream().filter(what).count();
    }

    private static double[] known(List<RoomOutcome> runs, ToDoubleFunction<RoomOutcome> what) {
        return runs.stream().mapToDouble(what).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    private static String leads(List<RoomOutcome> runs, ToDoubleFunction<RoomOutcome> what) {
        double[] sorted = known(runs, what);
        return sorted.length == 0 ? "-" : String.format(Locale.ROOT, "%.1f / %.1f", sorted[0], sorted[sorted.length / 2]);
    }

    private static String least(List<RoomOutcome> runs, ToDoubleFunction<RoomOutcome> what) {
        double[] sorted = known(runs, what);
        return sorted.length == 0 ? "-" : String.format(Locale.ROOT, "%.1f", sorted[0]);
    }

    private static String highest(List<RoomOutcome> runs) {
        double most = Arrays.stream(known(runs, RoomOutcome::celsiusAtTrip)).max().orElse(Double.NaN);
        return Double.isNaN(most) ? "-" : String.format(Locale.ROOT, "%.1f", most);
    }
}
