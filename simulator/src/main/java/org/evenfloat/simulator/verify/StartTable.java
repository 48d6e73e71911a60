// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.simulator.plant.BlockCondition;
import org.evenfloat.simulator.plant.BlockState;
import org.evenfloat.simulator.plant.CellParameters;
import org.evenfloat.simulator.plant.StringPlant;

/**
 * The string that an {@code _init} table describes.
 *
 * @param plant the string in its starting state
 * @param cells cells of each block
 * @param worstVolts largest difference between a block's voltage and that of the table, V
 */
record StartTable(StringPlant plant, int[] cells, double worstVolts) {

    // the table rounds V0 to 0.1 mV and eta to 1 uV a cell
    private static final double START_VOLTS = 0.001;

    static StartTable read(PhysicsCase expected) throws MalformedSetException {
        CsvTable table = CsvTable.read(expected.initFile());
        int blocks = expected.count("N");
        if (table.rows() != blocks) {
            throw new MalformedSetException(table.file(), table.rows() + " rows - one a block, " + blocks);
        }
        CellParameters parameters = expected.parameters();
        double nominal = expected.positive("C10");
        List<BlockCondition> conditions = new ArrayList<>();
        int[] cells = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            if (table.at(i, table.column("block")) != i) {
                throw new MalformedSetException(table.file(), "line " + (i + 2) + ": not block " + i + " - in order");
            }
            cells[i] = (int) table.at(i, table.column("cells"));
            conditions.add(condition(table, i, parameters, nominal));
        }
        StringPlant plant = new StringPlant(conditions);
        double worst = 0;
        for (int i = 0; i < blocks; i++) {
            plant.set(i, BlockState.rested(table.at(i, table.column("soc")), table.at(i, table.column("T_C")))
                    .withEta(table.at(i, table.column("eta_V"))));
            worst = Math.max(worst, Math.abs(plant.volts(i) - table.at(i, table.column("V0_V"))));
        }
        return new StartTable(plant, cells, worst);
    }

    private static BlockCondition condition(CsvTable table, int i, CellParameters parameters, double nominal)
            throws MalformedSetException {
        try {
            return BlockCondition.fresh(parameters, (int) table.at(i, table.column("cells")), nominal)
                    .withCellsOk((int) table.at(i, table.column("cells_ok")))
                    .withCapacityFactor(table.at(i, table.column("C10_Ah")) / nominal)
                    .withGasFactor(table.at(i, table.column("gas_factor")))
                    .withFullOhms(table.at(i, table.column("R0_mohm_25C")) / 1000)
                    .withSelfAmps(table.at(i, table.column("module_self_A")));
        } catch (IllegalArgumentException e) {
            throw new MalformedSetException(table.file(), "line " + (i + 2) + ": " + e.getMessage());
        }
    }

    /** Adds to a verdict whether the string starts as the table says. */
    Verdict verdict() {
        return new Verdict().atMost("start |dV|", 1000 * worstVolts, 1000 * START_VOLTS, "mV", "%.2f");
    }
}
