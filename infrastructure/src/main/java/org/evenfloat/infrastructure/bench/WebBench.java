// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.adapters.web.WebNotStarted;
import org.evenfloat.adapters.web.WebServer;
import org.evenfloat.adapters.web.WebSettings;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.Site;

/**
 * What the web server costs with 600 modules in float swept every second and many clients of its stream, who live in
 * a process of their own. The server's CPU is all of this process but the thread that makes the sweeps and decides on
 * them: garbage collection and compiler count.
 */
public final class WebBench {

    private static final int MODULES = 600;
    private static final int WARM_UP_SWEEPS = 1_500;
    private static final int WARM_UP_MILLIS = 10;
    private static final int SETTLING_SWEEPS = 3;
    private static final double BYTES_LIMIT = 4_000;
    private static final double CPU_LIMIT_PERCENT = 2;
    private static final int REQUESTS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final int MOST_LOOKS = 40;

    private final PrintStream out;
    private final int clients;
    private final int seconds;

    /**
     * @param clients clients of the stream, 1 to 200
     * @param seconds sweeps that are measured
     */
    public WebBench(PrintStream out, int clients, int seconds) {
        this.out = out;
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Measures everything and returns whether all limits are kept. */
    public boolean run() throws IOException, WebNotStarted {
        out.printf("%d modules in float, a sweep every second; %d clients of GET stream with gzip, %d s after a warm-up%n",
                MODULES, clients, seconds);
        out.println("form      strings   bytes/s a client   limit   CPU % of a core   limit   µs a client and sweep"
                + "   ms to the last client: 50 %   99 %");
        boolean good;
        try (Served one = new Served(1)) {
            good = one.stream("changes", true);
            one.stream("images", false);
            one.snapshots();
        }
        try (Served ten = new Served(10)) {
            good &= ten.stream("changes", true);
        }
        return good;
    }

    /** A server with its clients. */
    private final class Served implements AutoCloseable {

        private final int strings;
        private final DecidingSite site;
        private final NoisyFloat sweeps;
        private final SortedMap<Long, Long> sweptAtMicros = new TreeMap<>();
        private final WebServer server;
        private final ClientsProcess others;
        private final int port;
        private long nextNanos = System.nanoTime();

        Served(int strings) throws IOException, WebNotStarted {
            this.strings = strings;
            Site synthetic = SyntheticSite.of(1, strings, MODULES / strings);
            site = DecidingSite.of(synthetic, NoisyFloat.PERIOD_MILLIS);
            sweeps = new NoisyFloat(site.rosters().get(0), System.currentTimeMillis());
            NothingBehind nothing = new NothingBehind();
            WebAccess access = WebAccess.random();
            server = new WebServer(
                    new WebSettings("127.0.0.1", 0), site.view(), site.view(), nothing, nothing, site.register(), nothing,
                    NoLines.commissioning(), new NoMachine(), who -> List.of(), NoSettings.desk(),
                    NoAlarms.of(synthetic), NoAlarms.tuning(synthetic), NoProtection.access(), NoUsers.admission(),
                    new NoAudit(), access);
            port = server.start();
            others = ClientsProcess.start(access.bearerToken());
            sweep(0);
        }

        private void sweep(long pauseMillis) {
            nextNanos = Math.max(nextNanos + pauseMillis * 1_000_000, System.nanoTime());
            for (long left = nextNanos - System.nanoTime(); left > 0; left = nextNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            SweepImage image = sweeps.next();
            sweptAtMicros.put(image.sampledAtMillis(), StreamConnection.nowMicros());
            site.conductor().decide(image);
        }

        boolean stream(String form, boolean limited) throws IOException {
            others.open(port, "/api/v1/stream?form=" + form, clients);
            for (int sweep = 0; sweep < WARM_UP_SWEEPS; sweep++) {
                sweep(WARM_UP_MILLIS);
            }
            for (int sweep = 0; sweep < SETTLING_SWEEPS; sweep++) {
                sweep(NoisyFloat.PERIOD_MILLIS);
            }
            awaitLast();
            others.count();
            sweptAtMicros.clear();
            long before = serverNanos();
            for (int sweep = 0; sweep < seconds; sweep++) {
                sweep(NoisyFloat.PERIOD_MILLIS);
            }
            awaitLast();
            long nanos = serverNanos() - before;
            ClientsProcess.Report report = others.report();
            others.closeStreams();
            return print(form, limited, nanos, report);
        }

        private boolean print(String form, boolean limited, long nanos, ClientsProcess.Report report) {
            double bytes = (double) report.bytes() / clients / seconds;
            double percent = 100.0 * nanos / 1e9 / seconds;
            double[] delays = delays(report);
            double half = delays[(delays.length - 1) / 2];
            double most = delays[(int) Math.ceil(delays.length * 0.99) - 1];
            boolean good = bytes <= BYTES_LIMIT && percent <= CPU_LIMIT_PERCENT;
            out.printf(
                    Locale.ROOT, "%-7s   %7d   %16.0f   %5s   %15.2f   %5s   %21.0f   %27.1f   %4.1f   %s%n", form, strings,
                    bytes, limited ? (int) BYTES_LIMIT : "", percent, limited ? (int) CPU_LIMIT_PERCENT : "",
                    nanos / 1e3 / clients / seconds, half, most, !limited ? "" : good ? "PASS" : "FAIL");
            out.flush();
            return good;
        }

        /** Returns ms from each sweep to the last client, ascending; endless when a client skipped it. */
        private double[] delays(ClientsProcess.Report report) {
            double[] delays = new double[seconds];
            int sweep = 0;
            for (Map.Entry<Long, Long> swept : sweptAtMicros.entrySet()) {
                long arrivedAtMicros = arrivedAtMicros(report, swept.getKey());
                delays[sweep++] =
                        arrivedAtMicros == 0 ? Double.POSITIVE_INFINITY : (arrivedAtMicros - swept.getValue()) / 1e3;
            }
            Arrays.sort(delays);
            return delays;
        }

        /** Returns when the last client had a sweep with all its strings, epoch µs; 0 when not all have. */
        private long arrivedAtMicros(ClientsProcess.Report report, long sampledAtMillis) {
            long[] seen = report.arrivals().getOrDefault(sampledAtMillis, new long[2]);
            return seen[0] == (long) clients * strings ? seen[1] : 0;
        }

        /** Waits until every client has the newest sweep, on a busy machine after a while, but not for ever. */
        private void awaitLast() throws IOException {
            for (int look = 0; look < MOST_LOOKS; look++) {
                pause();
                if (arrivedAtMicros(others.report(), sweptAtMicros.lastKey()) > 0) {
                    return;
                }
            }
            throw new IOException("the last sweep does not reach every client; this machine is too busy");
        }

        void snapshots() throws IOException {
            out.printf("GET strings/{id}/image of %d blocks, %d connections, CPU µs a request after a warm-up%n",
                    MODULES, CONNECTIONS);
            snapshot("plain", false, "nginx, static 40 kB JSON: 17.6-18.4; ready bytes in Javalin: 46-155");
            snapshot("gzip", true, "ready gzip in Javalin: 22-57; serialising 600 modules in Javalin, plain: 141-220");
        }

        private void snapshot(String name, boolean gzip, String reference) throws IOException {
            String path = "/api/v1/strings/" + site.view().strings().get(0).id() + "/image";
            ask(path, gzip);
            long before = serverNanos();
            long bytes = ask(path, gzip);
            double micros = (serverNanos() - before) / 1e3 / REQUESTS;
            out.printf(Locale.ROOT, "  %-5s   %6.0f µs   %6d bytes   (%s)%n", name, micros, bytes, reference);
            out.flush();
        }

        /** Asks while the sweeps go on; returns the bytes of an answer. */
        private long ask(String path, boolean gzip) throws IOException {
            FutureTask<Long> asking = new FutureTask<>(() -> others.ask(port, path, CONNECTIONS, REQUESTS, gzip));
            new Thread(asking, "bench-asking").start();
            while (!asking.isDone()) {
                sweep(NoisyFloat.PERIOD_MILLIS);
            }
            try {
                return asking.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IOException("asking failed: " + e.getMessage(), e);
            }
        }

        private static void pause() {
            long until = System.nanoTime() + 250_000_000;
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        /** Returns the CPU time of this process without the thread that calls. */
        private static long serverNanos() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return system.getProcessCpuTime() - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        @Override
        public void close() {
            others.close();
            server.close();
        }
    }
}
