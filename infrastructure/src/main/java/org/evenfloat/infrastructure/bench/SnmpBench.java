// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPU a row of the SNMP agent, beside one made with net-snmp's library in the same run, turn by turn: GETBULK of 12 columns
 * of 600 rows, 8 walks in flight, one community from one network that sees everything. Ours has new values every second.
 */
public final class SnmpBench {

    private static final int WALKS = 8;
    private static final int COLUMNS = 12;
    private static final int ROWS = 600;
    private static final int REPETITIONS = 6;
    private static final double CPU_LIMIT = 0.25;
    private static final double MICROS_LIMIT = 5;
    private static final double MICROS_GOAL = 2.5;
    private static final double BYTES_LIMIT = 1_472;
    private static final int PATIENCE_SECONDS = 30;
    private static final int ANSWER_MILLIS = 200;
    private static final String PEER_ENTRY = "1.3.6.1.4.1.99999.1.1.1";
    private static final int PEER_COLUMN = 2;
    /** GET of sysUpTime.0 by version 2c, community public. */
    private static final byte[] PROBE = HexFormat.of().parseHex(
            "302902010104067075626c6963a01c020400000001020100020100300e300c06082b060102010103000500");
    private static final Pattern PRINTED = Pattern.compile(
            "(\\d+) rows/s .*rows_per_answer=([\\d.]+) .*most_bytes=(\\d+) .*p99_us=([\\d.]+) rows_in_walk=(\\d+) "
                    + "lost=(\\d+) bad=(\\d+) srv_cpu_us_per_row=([\\d.-]+)");

    private final PrintStream out;
    private final int seconds;
    private final int rounds;

    /**
     * One measurement.
     *
     * @param rate rows a second
     * @param rowsAnAnswer rows of one datagram
     * @param mostBytes the largest answer
     * @param p99Micros delay that 1 % exceed
     * @param wrong answers that are wrong, and walks that did not find every row
     * @param cpuMicros CPU of the agent a row
     */
    record Figures(double rate, double rowsAnAnswer, double mostBytes, double p99Micros, long wrong, double cpuMicros) {}

    /** @param seconds of each measurement; {@code rounds} of them are made of each agent, in turn */
    public SnmpBench(PrintStream out, int seconds, int rounds) {
        this.out = out;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Measures, and returns whether the limits held; without a C compiler nothing is measured. */
    public boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("evenfloat-bench");
        try {
            Optional<Path> load = CPeer.compile("snmpload.c", folder);
            if (load.isEmpty()) {
                out.println("SKIPPED: no C compiler for the load generator; on Debian it is in the package gcc");
                return true;
            }
            Optional<Path> peer = CPeer.compile("snmptab.c", folder, "-lnetsnmpmibs", "-lnetsnmpagent", "-lnetsnmp");
            if (peer.isEmpty()) {
                out.println("SKIPPED: no net-snmp to compare with; on Debian it is in the package libsnmp-dev");
            }
            return measure(load.get(), peer, folder);
        } finally {
            PeerProcess.delete(folder);
        }
    }

    private boolean measure(Path load, Optional<Path> peer, Path folder) throws IOException, InterruptedException {
        List<Figures> ours = new ArrayList<>();
        List<Figures> theirs = new ArrayList<>();
        try (PeerProcess server = PeerProcess.ours(SnmpBenchServer.class);
                PeerProcess library = peer.isEmpty() ? null : library(peer.get(), folder)) {
            ours(load, server);
            for (int round = 0; round < rounds; round++) {
                ours.add(ours(load, server));
                if (library != null) {
                    theirs.add(load(load, library, PEER_ENTRY, PEER_COLUMN));
                }
            }
        }
        return report(ours, theirs);
    }

    private Figures ours(Path load, PeerProcess server) throws IOException, InterruptedException {
        return load(load, server, SnmpBenchServer.ENTRY.toString(), SnmpBenchServer.FIRST_COLUMN);
    }

    private boolean report(List<Figures> ours, List<Figures> theirs) {
        out.printf(Locale.ROOT, "SNMP v2c, GETBULK %d x %d, %d columns of live data, %d walks in flight, median of %d rounds"
                + " of %d s%n", COLUMNS, REPETITIONS, COLUMNS, WALKS, rounds, seconds);
        out.println("agent          rows/s   CPU us/row   p99 us   rows/answer   most bytes");
        Figures own = row("evenfloat", ours);
        boolean sound = own.wrong() == 0;
        if (!sound) {
            out.printf(Locale.ROOT, "answers that are wrong: %d   FAIL%n", own.wrong());
        }
        boolean micros = told("CPU a row, us", own.cpuMicros(), MICROS_LIMIT, true);
        told("CPU a row, us (a goal)", own.cpuMicros(), MICROS_GOAL, false);
        boolean bytes = told("largest answer, bytes", own.mostBytes(), BYTES_LIMIT, true);
        if (theirs.isEmpty()) {
            return sound && micros && bytes;
        }
        Figures library = row("net-snmp", theirs);
        return told("CPU a row beside net-snmp", own.cpuMicros() / library.cpuMicros(), CPU_LIMIT, true)
                && sound && micros && bytes;
    }

    private boolean told(String what, double value, double limit, boolean counts) {
        boolean good = value <= limit;
        out.printf(Locale.ROOT, "%s: %.2f, at most %.2f   %s%n", what, value, limit,
                good ? counts ? "PASS" : "reached" : counts ? "FAIL" : "not reached");
        return good;
    }

    private Figures row(String name, List<Figures> rounds) {
        Figures median = new Figures(
                median(rounds, Figures::rate), median(rounds, Figures::rowsAnAnswer),
                rounds.stream().mapToDouble(Figures::mostBytes).max().orElseThrow(), median(rounds, Figures::p99Micros),
                rounds.stream().mapToLong(Figures::wrong).sum(), median(rounds, Figures::cpuMicros));
        out.printf(Locale.ROOT, "%-10s %10.0f %12.2f %8.0f %13.1f %12.0f%n", name, median.rate(), median.cpuMicros(),
                median.p99Micros(), median.rowsAnAnswer(), median.mostBytes());
        return median;
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> what) {
        return PeerProcess.median(rounds.stream().mapToDouble(what).toArray());
    }

    private Figures load(Path load, PeerProcess agent, String entry, int column) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(load.toString(), "127.0.0.1", Integer.toString(agent.port()), entry,
                Integer.toString(column), Integer.toString(COLUMNS), Integer.toString(REPETITIONS),
                Integer.toString(WALKS), Integer.toString(seconds));
        builder.environment().put("SPID", Long.toString(agent.process().pid()));
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher printed = PRINTED.matcher(told);
        if (!printed.find()) {
            throw new IOException("the load generator said: " + told);
        }
        long wrong = Long.parseLong(printed.group(7)) + (Integer.parseInt(printed.group(5)) == ROWS ? 0 : 1);
        return new Figures(Double.parseDouble(printed.group(1)), Double.parseDouble(printed.group(2)),
                Double.parseDouble(printed.group(3)), Double.parseDouble(printed.group(4)), wrong,
                Double.parseDouble(printed.group(8)));
    }

    /** Starts the agent made with net-snmp, which lets one community of this machine see everything, as ours does. */
    private PeerProcess library(Path program, Path folder) throws IOException, InterruptedException {
        int port;
        try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        Files.writeString(folder.resolve("snmptab.conf"), "view all included .1\nrocommunity public 127.0.0.1 -V all\n");
        int most = 2 * (rounds + 2) * 2 * (seconds + 2) + PATIENCE_SECONDS;
        ProcessBuilder builder = new ProcessBuilder(program.toString(), Integer.toString(port), Integer.toString(most))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SNMPCONFPATH", folder.toString());
        builder.environment().put("SNMP_PERSISTENT_DIR", folder.toString());
        builder.environment().put("MIBS", "");
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.destroy();
                throw new IOException("net-snmp does not answer on port " + port);
            }
        }
        return new PeerProcess(process, port);
    }

    private static boolean answers(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.send(new DatagramPacket(PROBE, PROBE.length,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            socket.receive(new DatagramPacket(new byte[1_500], 1_500));
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }
}
