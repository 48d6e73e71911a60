// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;

/** Reads the file with the scales by which an OEM numbers the strings of the BACS block. */
final class ModbusMapReader {

    private static final KeySet MAP =
            new KeySet("modbus-map", List.of("string-current", "string-voltage", "mean-voltage"));
    private static final QuantityRange CURRENT = QuantityRange.of(Dimension.CURRENT, "1 mA", "100 A", "100 mA");
    private static final QuantityRange VOLTAGE = QuantityRange.of(Dimension.VOLTAGE, "1 mV", "100 V", "100 mV");

    private ModbusMapReader() {}

    /** Returns the scales in a file; what is wrong in it is a problem with its name and line. */
    static BacsScales read(Path file, ProblemList problems) {
        BacsScales standard = BacsScales.STANDARD;
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            problems.add(new SiteFileProblem(0, 0, file.toString(), "cannot be read", "a readable text file in UTF-8"));
            return standard;
        }
        ProblemList own = new ProblemList();
        BacsScales scales = new YamlText(own).compose(text)
                .flatMap(root -> new Entry("", root, own).section(MAP))
                .map(map -> new BacsScales(
                        (int) map.quantity("string-current", CURRENT, standard.currentMilliamps()),
                        (int) map.quantity("string-voltage", VOLTAGE, standard.sumMillivolts()),
                        (int) map.quantity("mean-voltage", VOLTAGE, standard.meanMillivolts())))
                .orElse(standard);
        try {
            own.throwIfAny();
        } catch (SiteFileProblems wrong) {
            wrong.problems().forEach(problem -> problems.add(new SiteFileProblem(0, 0, file + ", line " + problem.line()
                    + (problem.where().isEmpty() ? "" : ", " + problem.where()), problem.given(), problem.allowed())));
        }
        return scales;
    }
}
