// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
        private final Map<Long, Long> sweptAtMicros = new HashMap<>();
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
                    access);
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
            pause();
            others.count();
            sweptAtMicros.clear();
            long before = serverNanos();
            for (int sweep = 0; sweep < seconds; sweep++) {
                sweep(NoisyFloat.PERIOD_MILLIS);
            }
            pause();
            long nanos = serverNanos() - before;
            ClientsProcess.Report report = others.report();
            others.closeStreams();
            return print(form, limited, nanos, report);
        }

        private boolean print(String form, boolean limited, long nanos, ClientsProcess.Report report) {
            double bytes = (double) report.bytes() / clients / seconds;
            double percent = 100.0 * nanos / 1e9 / seconds;
            double[] delays = delays(report);
            boolean good = bytes <= BYTES_LIMIT && percent <= CPU_LIMIT_PERCENT;
            out.printf(Locale.ROOT, "%-7s   %7d   %16.0f   %5s   %15.2f   %5s   %21.0f   %27.1f   %4.1f   %s%n",
                    form, strings, bytes, limited ? (int) BYTES_LIMIT : "", percent, limited ? (int) CPU_LIMIT_PERCENT : "",
                    nanos / 1e3 / clients / seconds, delays[(delays.length - 1) / 2],
                    delays[(int) Math.ceil(delays.length * 0.99) - 1], !limited ? "" : good ? "PASS" : "FAIL");
            out.flush();
            return good;
        }

        /** Returns ms from each sweep to the last client, in order; a client without one of them ends the bench. */
        private double[] delays(ClientsProcess.Report report) {
            double[] delays = new double[seconds];
            int sweep = 0;
            for (Map.Entry<Long, Long> swept : sweptAtMicros.entrySet()) {
                long[] seen = report.arrivals().getOrDefault(swept.getKey(), new long[2]);
                if (seen[0] != (long) clients * strings) {
                    throw new IllegalStateException("a sweep arrived " + seen[0] + " times at " + clients + " clients");
                }
                delays[sweep++] = (seen[1] - swept.getValue()) / 1e3;
            }
            Arrays.sort(delays);
            return delays;
        }

        void snapshots() throws IOException {
            out.printf("GET strings/{id}/image of %d blocks, %d connections, CPU µs a request after a warm-up%n",
                    MODULES, CONNECTIONS);
            snapshot("plain", false, "nginx, static 40 kB JSON: 17.6-18.4; ready bytes in Javalin: 46-155");
            snapshot("gzip", true, "ready gzip in Javalin: 22-57; serialising 600 modules in Javalin, plain: 141-220");
        }

        private void snapshot(String name, boolean gzip, String reference) throws IOException {
            String path = "/api/v1/strings/" + site.view().strings().get(0).id() + "/image";
            others.ask(port, path, CONNECTIONS, REQUESTS, gzip);
            long before = serverNanos();
            long bytes = others.ask(port, path, CONNECTIONS, REQUESTS, gzip);
            double micros = (serverNanos() - before) / 1e3 / REQUESTS;
            out.printf(Locale.ROOT, "  %-5s   %6.0f µs   %6d bytes   (%s)%n", name, micros, bytes, reference);
            out.flush();
        }

        private static void pause() {
            long until = System.nanoTime() + 500_000_000;
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
