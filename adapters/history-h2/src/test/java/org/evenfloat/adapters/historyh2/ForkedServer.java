// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.in.Health.HistoryHealth;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;

/** A process that records sweeps, one a second of made-up time, and says which ones the store has acknowledged. */
final class ForkedServer implements AutoCloseable {

    static final int MODULES = 64;
    static final int NO_FILE_LIMIT = 0;
    private static final long SPOOL_BYTES = 2 << 20;
    private static final String ACKNOWLEDGED = "acknowledged ";

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private ForkedServer(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process whose files can become no larger than {@code fileKilobytes}. */
    static ForkedServer start(Path folder, long sweeps, int fileKilobytes) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String limit = fileKilobytes == NO_FILE_LIMIT ? "" : "ulimit -f " + fileKilobytes + "; ";
        return new ForkedServer(new ProcessBuilder(
                        "bash", "-c", limit + "exec \"$@\"", "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", classPath,
                        ForkedServer.class.getName(), folder.toString(), String.valueOf(sweeps))
                .redirectErrorStream(true)
                .start());
    }

    void awaitAcknowledged(int count) throws IOException {
        while (acknowledged(said).size() < count) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the process ended early: " + said);
            }
            said.add(line);
        }
    }

    /** Kills the process without warning and returns every instant that it has said was acknowledged. */
    List<Long> kill() throws IOException {
        // not process.destroyForcibly(), which closes its output too
        process.toHandle().destroyForcibly();
        return acknowledged(awaitEnd());
    }

    List<String> awaitEnd() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
        }
        return said;
    }

    static List<Long> acknowledged(List<String> said) {
        return said.stream()
                // a line that the kill has cut off lacks the full stop
                .filter(line -> line.startsWith(ACKNOWLEDGED) && line.endsWith("."))
                .map(line -> Long.parseLong(line.substring(ACKNOWLEDGED.length(), line.length() - 1)))
                .toList();
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Returns the instants of all sweeps of the process in the store, in s. */
    static List<Long> readBack(HistoryStore store) throws HistoryFailure {
        HistorySeries series = store.block("m" + (MODULES - 1), 0, Long.MAX_VALUE, 10_000);
        return LongStream.of(series.fromMillis()).map(millis -> millis / 1_000).boxed().toList();
    }

    /** Does what the server does when it starts with an old spool. */
    static void writeSpoolBack(Path folder, HistoryStore store) throws HistoryFailure {
        try (FileSpool spool = new FileSpool(folder.resolve("spool"), SPOOL_BYTES)) {
            HistoryRecorder recorder =
                    new HistoryRecorder(store, spool, HistoryRecorder.Limits.USUAL, event -> {}, () -> {});
            while (recorder.runOnce(2_000_000)) {
                if (!recorder.health().working()) {
                    throw new HistoryFailure(recorder.health().problem(), null);
                }
            }
        }
    }

    static LineRoster roster(int modules) {
        List<Block> blocks = new ArrayList<>();
        List<ModuleType> types = new ArrayList<>();
        for (int i = 0; i < modules; i++) {
            blocks.add(new Block("m" + i, i + 1, new ModuleAddress("L1", i + 1)));
            types.add(ModuleType.C20);
        }
        return LineRoster.of("L1", blocks, types, List.of(
                new Sensor("amps", Sensor.Kind.CURRENT, new ModuleAddress("L1", 901)),
                new Sensor("air", Sensor.Kind.TEMPERATURE, new ModuleAddress("L1", 902))));
    }

    /** The process: arguments are the data folder and the number of sweeps. */
    public static void main(String[] arguments) throws HistoryFailure {
        Path folder = Path.of(arguments[0]);
        long sweeps = Long.parseLong(arguments[1]);
        LineRoster roster = roster(MODULES);
        NoisySweeps noise = new NoisySweeps(roster, 7);
        HistorySettings settings = new HistorySettings(folder, HistorySettings.USUAL_BYTES, 1_000);
        // a clock that stands still, so that a database that failed stays closed
        HistoryStore store = new Talking(new H2History(new H2Database(settings, () -> 0)));
        Spool spool = new FileSpool(folder.resolve("spool"), SPOOL_BYTES);
        HistoryRecorder recorder = new HistoryRecorder(
                store, spool, HistoryRecorder.Limits.USUAL, event -> System.out.println("told " + event.kind()),
                () -> {});
        for (long i = 0; i < sweeps; i++) {
            recorder.offerSweep(roster, noise.next(i * 1_000), new byte[MODULES]);
            long nowMillis = i * 1_000;
            while (recorder.runOnce(nowMillis)) {
                Thread.onSpinWait();
            }
        }
        HistoryHealth health = recorder.health();
        System.out.println(
                "end working=" + health.working() + " waiting=" + health.waiting() + " lost=" + health.lost());
    }

    private record Talking(HistoryStore store) implements HistoryStore {

        @Override
        public void appendEvents(List<Event> events) throws HistoryFailure {
            store.appendEvents(events);
        }

        @Override
        public void appendSweep(LineRoster roster, SweepImage image, byte[] states) throws HistoryFailure {
            try {
                store.appendSweep(roster, image, states);
                System.out.println(ACKNOWLEDGED + image.sampledAtMillis() / 1_000 + ".");
            } catch (HistoryFailure failure) {
                System.out.println("failed " + failure.getMessage());
                throw failure;
            }
        }

        @Override
        public HistorySeries block(String blockId, long fromMillis, long toMillis, int points) throws HistoryFailure {
            return store.block(blockId, fromMillis, toMillis, points);
        }

        @Override
        public HistorySeries sensor(String sensorId, long fromMillis, long toMillis, int points) throws HistoryFailure {
            return store.sensor(sensorId, fromMillis, toMillis, points);
        }

        @Override
        public HistoryRanges ranges(RangeQuestion question) throws HistoryFailure {
            return store.ranges(question);
        }

        @Override
        public List<Event> events(long fromMillis, long toMillis, int limit) throws HistoryFailure {
            return store.events(fromMillis, toMillis, limit);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
