// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPU a request and delays of the MODBUS/TCP server, beside those of libmodbus in the same run, turn by turn: 125 registers
 * of live data, 16 connections, then 16 requests in flight on each.
 */
public final class ModbusBench {

    private static final int CONNECTIONS = 16;
    private static final int IN_FLIGHT = 16;
    private static final int REGISTERS = 125;
    private static final int BLOCKS_AT = 10_000;
    private static final double CPU_LIMIT = 0.8;
    private static final double PIPELINED_GOAL = 1.5;
    private static final int PATIENCE_SECONDS = 30;
    private static final Pattern PRINTED = Pattern.compile(
            "^(\\d+) req/s.* p50_us=([\\d.]+) p99_us=([\\d.]+).* errors=(\\d+) .*srv_cpu_us_per_req=([\\d.-]+)");

    private final PrintStream out;
    private final int seconds;
    private final int rounds;

    /**
     * One measurement.
     *
     * @param rate answers a second
     * @param p99Micros delay that 1 % exceed
     * @param errors answers that are wrong
     * @param cpuMicros CPU of the server a request
     */
    record Figures(double rate, double p99Micros, long errors, double cpuMicros) {}

    /** @param seconds of each measurement; {@code rounds} of them are made of each server, in turn */
    public ModbusBench(PrintStream out, int seconds, int rounds) {
        this.out = out;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Measures, and returns whether the limits held; without a C compiler nothing is measured. */
    public boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("evenfloat-bench");
        try {
            Optional<Path> load = CPeer.compile("mbload.c", folder);
            if (load.isEmpty()) {
                out.println("SKIPPED: no C compiler for the load generator; on Debian it is in the package gcc");
                return true;
            }
            Optional<Path> peer = CPeer.compile("mblib.c", folder, "-I/usr/include/modbus", "-lmodbus");
            if (peer.isEmpty()) {
                out.println("SKIPPED: no libmodbus to compare with; on Debian it is in the package libmodbus-dev");
            }
            return measure(load.get(), peer);
        } finally {
            PeerProcess.delete(folder);
        }
    }

    private boolean measure(Path load, Optional<Path> peer) throws IOException, InterruptedException {
        List<List<Figures>> ours = List.of(new ArrayList<>(), new ArrayList<>());
        List<List<Figures>> theirs = List.of(new ArrayList<>(), new ArrayList<>());
        try (PeerProcess server = PeerProcess.ours(ModbusBenchServer.class);
                PeerProcess library = peer.isEmpty() ? null : library(peer.get())) {
            load(load, server, IN_FLIGHT, BLOCKS_AT);
            for (int round = 0; round < rounds; round++) {
                for (int kind = 0; kind < 2; kind++) {
                    int depth = kind == 0 ? 1 : IN_FLIGHT;
                    ours.get(kind).add(load(load, server, depth, BLOCKS_AT));
                    if (library != null) {
                        theirs.get(kind).add(load(load, library, depth, 0));
                    }
                }
            }
        }
        return report(ours, theirs, peer.isPresent());
    }

    private boolean report(List<List<Figures>> ours, List<List<Figures>> theirs, boolean compared) {
        out.printf(Locale.ROOT, "MODBUS/TCP, %d registers of live data, %d connections, median of %d rounds of %d s%n",
                REGISTERS, CONNECTIONS, rounds, seconds);
        out.println("server        in flight      req/s   CPU us/req   p99 us");
        Figures plain = row("evenfloat", 1, ours.get(0));
        Figures pipelined = row("evenfloat", IN_FLIGHT, ours.get(1));
        boolean sound = plain.errors() + pipelined.errors() == 0;
        if (!compared) {
            return sound;
        }
        Figures library = row("libmodbus", 1, theirs.get(0));
        Figures libraryPipelined = row("libmodbus", IN_FLIGHT, theirs.get(1));
        boolean cpu = told("CPU a request beside libmodbus", plain.cpuMicros() / library.cpuMicros(), CPU_LIMIT, true);
        boolean delay = told("p99 beside libmodbus", plain.p99Micros() / library.p99Micros(), 1, true);
        told("throughput beside libmodbus, in flight (a goal)", pipelined.rate() / libraryPipelined.rate(), PIPELINED_GOAL,
                false);
        return sound && cpu && delay;
    }

    private boolean told(String what, double ratio, double limit, boolean below) {
        boolean good = below ? ratio <= limit : ratio >= limit;
        out.printf(Locale.ROOT, "%s: %.2f, %s %.2f   %s%n", what, ratio, below ? "at most" : "at least", limit,
                good ? "PASS" : below ? "FAIL" : "not reached");
        return good;
    }

    private Figures row(String name, int depth, List<Figures> rounds) {
        Figures median = new Figures(
                PeerProcess.median(rounds.stream().mapToDouble(Figures::rate).toArray()),
                PeerProcess.median(rounds.stream().mapToDouble(Figures::p99Micros).toArray()),
                rounds.stream().mapToLong(Figures::errors).sum(),
                PeerProcess.median(rounds.stream().mapToDouble(Figures::cpuMicros).toArray()));
        out.printf(Locale.ROOT, "%-12s %10d %10.0f %12.2f %8.0f%n", name, depth * CONNECTIONS, median.rate(),
                median.cpuMicros(), median.p99Micros());
        return median;
    }

    private Figures load(Path load, PeerProcess server, int depth, int address) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(load.toString(), "127.0.0.1", Integer.toString(server.port()),
                Integer.toString(CONNECTIONS), Integer.toString(seconds), Integer.toString(REGISTERS),
                Integer.toString(depth), "1", Integer.toString(address));
        builder.environment().put("SPID", Long.toString(server.process().pid()));
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher printed = PRINTED.matcher(told);
        if (!printed.find()) {
            throw new IOException("the load generator said: " + told);
        }
        return new Figures(Double.parseDouble(printed.group(1)), Double.parseDouble(printed.group(3)),
                Long.parseLong(printed.group(4)), Double.parseDouble(printed.group(5)));
    }

    private PeerProcess library(Path program) throws IOException, InterruptedException {
        int port;
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        int most = (2 * rounds + 2) * (2 * seconds + 2) * 2 + PATIENCE_SECONDS;
        Process process = new ProcessBuilder(program.toString(), Integer.toString(port), Integer.toString(most))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IOException("libmodbus does not listen on port " + port);
            }
        }
        return new PeerProcess(process, port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
