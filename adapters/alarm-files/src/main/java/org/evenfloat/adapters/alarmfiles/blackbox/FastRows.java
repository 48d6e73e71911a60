// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.evenfloat.adapters.alarmfiles.PrivateFiles;
import org.evenfloat.application.port.in.FullRate;
import org.evenfloat.domain.measure.MeasurementKind;

/** Full-rate values of a string as lines of {@code fast.csv}; until the box is sealed they are packed in a file. */
final class FastRows {

    private FastRows() {}

    static List<String> names(List<String> blocks) {
        List<String> names = new ArrayList<>(List.of("time", "at_millis", "mA", "air 0.01C"));
        for (String block : blocks) {
            names.addAll(List.of(block + " 0.01C", block + " mV", block + " uOhm", block + " permille"));
        }
        return names;
    }

    /** Writes what is in memory and later than that into a packed file, instead of what was in it. */
    static void write(Path packed, FullRate source, TapedString string, long afterMillis) throws IOException {
        PrivateFiles.makeFolder(packed.getParent());
        PrivateFiles.makeFile(packed);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(packed, StandardOpenOption.TRUNCATE_EXISTING)), UTF_8))) {
            source.sweeps(string.string().id(), afterMillis, sweep -> {
                out.write(row(sweep, string.blocks().size()));
                out.write('\n');
            });
        }
    }

    private static String row(FullRate.Sweep sweep, int blocks) {
        List<String> cells = new ArrayList<>(List.of(
                TapeRows.time(sweep.atMillis()), Long.toString(sweep.atMillis()),
                SampleCells.cell(sweep.milliamps(), sweep.currentQuality().code()),
                SampleCells.cell(sweep.ambientHundredthsCelsius(), sweep.ambientQuality().code())));
        for (int i = 0; i < blocks; i++) {
            cells.add(cell(sweep, MeasurementKind.TEMPERATURE, i));
            cells.add(cell(sweep, MeasurementKind.VOLTAGE, i));
            cells.add(cell(sweep, MeasurementKind.RESISTANCE, i));
            cells.add(cell(sweep, MeasurementKind.DUTY, i));
        }
        return Csv.line(cells);
    }

    private static String cell(FullRate.Sweep sweep, MeasurementKind kind, int block) {
        return SampleCells.cell(sweep.value(kind, block), sweep.quality(kind, block).code());
    }
}
