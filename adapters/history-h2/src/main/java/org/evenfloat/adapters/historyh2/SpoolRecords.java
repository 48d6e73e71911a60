// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Resistance;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;

/** Events, sweeps and rosters as records of the spool; for the same version of the program only. */
final class SpoolRecords {

    private SpoolRecords() {}

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] record) {
        return new DataInputStream(new ByteArrayInputStream(record));
    }

    static byte[] event(Event event) throws IOException {
        return bytes(out -> {
            out.writeLong(event.atMillis());
            text(out, event.kind().name());
            text(out, event.subject());
            text(out, event.text());
        });
    }

    static Event event(byte[] record) throws IOException {
        DataInputStream in = in(record);
        return new Event(in.readLong(), EventKind.valueOf(text(in)), text(in), text(in));
    }

    /** Returns a sweep as the name of its roster and the payload of the history. */
    static byte[] sweep(String rosterName, KeptSweep sweep) throws IOException {
        return bytes(out -> {
            text(out, rosterName);
            out.write(SweepCodec.encode(SweepCells.of(sweep.image(), sweep.states())));
        });
    }

    static String rosterName(byte[] sweepRecord) throws IOException {
        return text(in(sweepRecord));
    }

    static KeptSweep sweep(byte[] record, LineRoster roster) throws IOException {
        DataInputStream in = in(record);
        text(in);
        try {
            SweepCells cells = SweepCodec.decode(in.readAllBytes());
            SweepFill fill = SweepFill.first(roster);
            fill.sampledAt(cells.atMillis()[0], 0);
            for (MeasurementKind kind : MeasurementKind.values()) {
                for (int row = 0; row < cells.rows(); row++) {
                    Quality quality = Quality.of(cells.qualities()[kind.ordinal()][row]);
                    fill.set(kind, row, cells.values()[kind.ordinal()][row], quality);
                }
            }
            for (int sensor = 0; sensor < cells.sensors(); sensor++) {
                fill.setSensor(sensor, cells.sensorValues()[sensor], Quality.of(cells.sensorQualities()[sensor]));
            }
            return new KeptSweep(roster, fill.freeze(), cells.states());
        } catch (DataFormatException damaged) {
            throw new IOException(damaged);
        }
    }

    static byte[] roster(LineRoster roster) throws IOException {
        return bytes(out -> {
            text(out, roster.line());
            out.writeInt(roster.moduleCount());
            for (int row = 0; row < roster.moduleCount(); row++) {
                text(out, roster.blockId(row));
                out.writeInt(roster.moduleAddress(row));
                type(out, roster.moduleType(row));
            }
            out.writeInt(roster.sensorCount());
            for (int row = 0; row < roster.sensorCount(); row++) {
                text(out, roster.sensor(row).id());
                text(out, roster.sensor(row).kind().name());
                out.writeInt(roster.sensorAddress(row));
            }
        });
    }

    static LineRoster roster(byte[] record) throws IOException {
        DataInputStream in = in(record);
        String line = text(in);
        List<Block> blocks = new ArrayList<>();
        List<ModuleType> types = new ArrayList<>();
        int modules = in.readInt();
        for (int row = 0; row < modules; row++) {
            blocks.add(new Block(text(in), row + 1, new ModuleAddress(line, in.readInt())));
            types.add(type(in));
        }
        List<Sensor> sensors = new ArrayList<>();
        int sensorCount = in.readInt();
        for (int row = 0; row < sensorCount; row++) {
            sensors.add(new Sensor(text(in), Sensor.Kind.valueOf(text(in)), new ModuleAddress(line, in.readInt())));
        }
        return LineRoster.of(line, blocks, types, sensors);
    }

    private static void type(DataOutputStream out, ModuleType type) throws IOException {
        text(out, type.name());
        out.writeInt(type.code());
        out.writeInt(type.minVoltage().millivolts());
        out.writeInt(type.maxVoltage().millivolts());
        out.writeInt(type.minResistance().microohms());
        out.writeInt(type.maxResistance().microohms());
        out.writeInt(type.equalizeCurrent().milliamps());
        out.writeInt(type.selfCurrentMicroamps());
        text(out, type.control().name());
    }

    private static ModuleType type(DataInputStream in) throws IOException {
        return new ModuleType(
                text(in), in.readInt(), new Voltage(in.readInt()), new Voltage(in.readInt()),
                new Resistance(in.readInt()), new Resistance(in.readInt()), new Current(in.readInt()), in.readInt(),
                ModuleType.Control.valueOf(text(in)));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("text of " + length + " bytes in a record of less");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
