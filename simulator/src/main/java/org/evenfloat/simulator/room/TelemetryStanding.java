// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.evenfloat.simulator.wire.CurrentProbe;

/**
 * A real battery played back: voltage, current and temperature as they were recorded, each value held until the next
 * one. What the server does has no effect on it. The recording counts a discharge as positive, the room a charge.
 */
final class TelemetryStanding implements RoomStanding {

    private static final String RESOURCE = "/telemetry/bboxx_861508033133471.csv.gz";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    /** A temperature row comes every few minutes; before the first one this stands. */
    private static final double FIRST_CELSIUS = 25;

    /** Typical of a 12 V 17 Ah block; the recording has no resistance. */
    private static final double MICROOHMS = 12_600;

    private final long[] atMillis;
    private final double[] volts;
    private final double[] amps;
    private final double[] celsius;
    private int row;

    TelemetryStanding() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(TelemetryStanding.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            // by their stamps, because a few rows of the recording stand after later ones
            String[] lines = in.lines().skip(1).sorted().toArray(String[]::new);
            atMillis = new long[lines.length];
            volts = new double[lines.length];
            amps = new double[lines.length];
            celsius = new double[lines.length];
            for (int i = 0; i < lines.length; i++) {
                parse(i, lines[i].split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private void parse(int i, String[] fields) {
        atMillis[i] = LocalDateTime.parse(fields[0], STAMP).toInstant(ZoneOffset.UTC).toEpochMilli();
        volts[i] = fields[1].isEmpty() ? (i == 0 ? Double.NaN : volts[i - 1]) : Double.parseDouble(fields[1]);
        amps[i] = fields[2].isEmpty() ? (i == 0 ? Double.NaN : amps[i - 1]) : -Double.parseDouble(fields[2]);
        celsius[i] = fields[3].isEmpty() ? (i == 0 ? FIRST_CELSIUS : celsius[i - 1]) : Double.parseDouble(fields[3]);
    }

    @Override
    public synchronized void advance(long toMillis, double dtSeconds, Phase phase) {
        int found = Arrays.binarySearch(atMillis, atMillis[0] + toMillis);
        row = Math.min(atMillis.length - 1, found >= 0 ? found : -found - 2);
        while (row + 1 < atMillis.length && atMillis[row + 1] == atMillis[row]) {
            row++;
        }
    }

    @Override
    public double largestDeviationVolts() {
        return 0;
    }

    @Override
    public synchronized double hottestCelsius() {
        return celsius[row];
    }

    @Override
    public CurrentProbe current() {
        return () -> {
            synchronized (this) {
                return amps[row];
            }
        };
    }

    @Override
    public BlockTerminals block(int index) {
        return new BlockTerminals() {
            @Override
            public double volts() {
                synchronized (TelemetryStanding.this) {
                    return volts[row];
                }
            }

            @Override
            public double celsius() {
                synchronized (TelemetryStanding.this) {
                    return celsius[row];
                }
            }

            @Override
            public double microohms() {
                return MICROOHMS;
            }

            @Override
            public void bypass(double duty) {
                // A recording cannot be changed.
            }
        };
    }
}
