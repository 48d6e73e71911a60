// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.simulator.plant.BlockCondition;
import org.evenfloat.simulator.plant.BlockState;
import org.evenfloat.simulator.plant.Drive;
import org.evenfloat.simulator.plant.StringPlant;

/**
 * Kind {@code block}: one block, without a battery module. With {@code V_end} a discharge from float; with
 * {@code Vset} a recharge; else a current from the state in which another case ends.
 */
final class BlockCheck implements CaseCheck {

    // The accept rule of the kind
    private static final double VOLTS = 0.030;
    private static final double CURRENT_SHARE = 0.02;
    private static final double KELVIN = 0.5;
    private static final double SOC = 0.01;
    private static final double END_SHARE = 0.03;
    private static final double COMPARED_SHARE = 0.9;

    private static final double FLOAT_CELL_VOLTS = 2.27;
    private static final double ROOM_CELSIUS = 25;
    private static final Pattern AFTER = Pattern.compile("after (\\d+(?:\\.\\d+)?) s(teps)?\\b");
    private static final double[] NO_BYPASS = {0};

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        if (expected.has("V_end")) {
            return discharge(expected);
        }
        return expected.has("Vset") ? recharge(expected) : afterwards(expected);
    }

    private static StringPlant block(PhysicsCase expected) throws MalformedSetException {
        return new StringPlant(List.of(BlockCondition.fresh(
                expected.parameters(), expected.count("cells"), expected.positive("C10"))));
    }

    private static Verdict discharge(PhysicsCase expected) throws MalformedSetException {
        StringPlant plant = block(expected);
        plant.settleFloat(FLOAT_CELL_VOLTS);
        double dt = expected.positive("dt_s");
        double endVolts = expected.number("V_end");
        double endSeconds = expected.positive("t_end_s");
        Drive load = new Drive.SignedCurrent(expected.number("I_A"));
        CsvTable table = expected.table();
        int time = table.column("t_s");
        int volts = table.column("V");
        int row = 0;
        double worst = 0;
        double ownEnd = Double.NaN;
        // rows carry the end of their step; twice the reference time is far outside the 3 %
        for (long step = 1; step * dt <= 2 * endSeconds && Double.isNaN(ownEnd); step++) {
            plant.step(dt, load, ROOM_CELSIUS, NO_BYPASS);
            while (row < table.rows() && Math.round(table.at(row, time) / dt) <= step) {
                if (table.at(row, time) <= COMPARED_SHARE * endSeconds) {
                    worst = Math.max(worst, Math.abs(plant.volts(0) - table.at(row, volts)));
                }
                row++;
            }
            ownEnd = plant.volts(0) < endVolts ? step * dt : Double.NaN;
        }
        boolean early = row < table.rows() && table.at(row, time) <= COMPARED_SHARE * endSeconds;
        return new Verdict()
                .atMost("|dV|", early ? Double.NaN : 1000 * worst, 1000 * VOLTS, "mV", "%.2f")
                .add(Math.abs(ownEnd - endSeconds) <= END_SHARE * endSeconds,
                        "end %.0f s in %.0f s +-3 %%", ownEnd, endSeconds);
    }

    private static Verdict recharge(PhysicsCase expected) throws MalformedSetException {
        StringPlant plant = recharging(expected);
        CsvTable table = expected.table();
        double[] worst = follow(expected, plant, charger(expected), table);
        double limit = CURRENT_SHARE * expected.positive("C10");
        return voltsAndHeat(worst).atMost("|dI|", worst[3], limit, "A", "%.4f");
    }

    private static StringPlant recharging(PhysicsCase expected) throws MalformedSetException {
        StringPlant plant = block(expected);
        plant.set(0, BlockState.rested(expected.number("soc_start"), ROOM_CELSIUS));
        return plant;
    }

    private static Drive charger(PhysicsCase expected) throws MalformedSetException {
        return new Drive.Charger(expected.number("Vset"), expected.chargerLimitAmps(), 0);
    }

    private static Verdict afterwards(PhysicsCase expected) throws MalformedSetException {
        String init = expected.text("init");
        Matcher after = AFTER.matcher(init);
        PhysicsCase before = expected.set().namedIn(init).orElse(null);
        if (before == null || !before.has("Vset") || !after.find()) {
            throw expected.bad("init", init, "a recharge of the set and \"after ... s\" or \"steps\"");
        }
        StringPlant plant = recharging(before);
        double dt = before.positive("dt_s");
        Drive charger = charger(before);
        double amount = Double.parseDouble(after.group(1));
        for (long step = Math.round(after.group(2) == null ? amount / dt : amount); step > 0; step--) {
            plant.step(dt, charger, ROOM_CELSIUS, NO_BYPASS);
        }
        Drive load = new Drive.SignedCurrent(expected.number("I_A"));
        return voltsAndHeat(follow(expected, plant, load, expected.table()));
    }

    private static Verdict voltsAndHeat(double[] worst) {
        return new Verdict()
                .atMost("|dV|", 1000 * worst[0], 1000 * VOLTS, "mV", "%.2f")
                .atMost("|dT|", worst[1], KELVIN, "K", "%.3f")
                .atMost("|dsoc|", worst[2], SOC, "", "%.5f");
    }

    /** Steps to the end of a table whose rows carry the start of their step; returns worst V, K, soc and A. */
    private static double[] follow(PhysicsCase expected, StringPlant plant, Drive drive, CsvTable table)
            throws MalformedSetException {
        double dt = expected.positive("dt_s");
        int time = table.column("t_s");
        int volts = table.column("V");
        int celsius = table.column("T_C");
        int soc = table.column("soc");
        int amps = table.column("I_A");
        double[] worst = new double[4];
        long steps = 0;
        for (int row = 0; row < table.rows(); row++) {
            long label = Math.round(table.at(row, time) / dt);
            while (steps <= label) {
                plant.step(dt, drive, ROOM_CELSIUS, NO_BYPASS);
                steps++;
            }
            worst[0] = Math.max(worst[0], Math.abs(plant.volts(0) - table.at(row, volts)));
            worst[1] = Math.max(worst[1], Math.abs(plant.celsius(0) - table.at(row, celsius)));
            worst[2] = Math.max(worst[2], Math.abs(plant.soc(0) - table.at(row, soc)));
            worst[3] = Math.max(worst[3], Math.abs(plant.currentAmps() - table.at(row, amps)));
        }
        return worst;
    }
}
