// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Clients of the web API in a process of their own, so that nothing they cost counts as the server's: told what to do
 * on standard input, a line an order, and answering on standard output.
 */
public final class BenchClients {

    private final PrintStream out;
    private final Selector selector;
    private final List<StreamConnection> streams = new ArrayList<>();
    private final TreeMap<Long, long[]> arrivals = new TreeMap<>();
    private long events;

    private BenchClients(PrintStream out) throws IOException {
        this.out = out;
        this.selector = Selector.open();
    }

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        BenchClients clients = new BenchClients(System.out);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String token = in.readLine();
        Object lock = new Object();
        Thread reading = new Thread(() -> clients.readStreams(lock), "streams");
        reading.setDaemon(true);
        reading.start();
        for (String order = in.readLine(); order != null; order = in.readLine()) {
            synchronized (lock) {
                clients.obey(order.split(" "), token);
            }
            System.out.flush();
        }
        System.exit(0);
    }

    /**
     * Orders: {@code open port path count}, {@code count} from zero, {@code report}, {@code close}, and
     * {@code ask port path connections requests gzip|plain}.
     */
    private void obey(String[] order, String token) throws IOException {
        switch (order[0]) {
            case "open" -> {
                for (int i = 0; i < Integer.parseInt(order[3]); i++) {
                    streams.add(StreamConnection.open(selector, Integer.parseInt(order[1]), order[2], token, this::note));
                }
                out.println("opened");
            }
            case "count" -> {
                arrivals.clear();
                events = 0;
                streams.forEach(StreamConnection::forget);
                out.println("counting");
            }
            case "report" -> report();
            case "close" -> {
                for (StreamConnection stream : streams) {
                    stream.close();
                }
                streams.clear();
                selector.selectNow();
                out.println("closed");
            }
            case "ask" -> out.println(RequestLoad.run(
                    Integer.parseInt(order[1]), order[2], token, Integer.parseInt(order[3]), Integer.parseInt(order[4]),
                    order[5].equals("gzip")));
            default -> throw new IOException("no such order: " + order[0]);
        }
    }

    /** Reads everything that is there first and looks into it afterwards, so that its own work is not in the times. */
    private void readStreams(Object lock) {
        try {
            while (true) {
                selector.select(5);
                synchronized (lock) {
                    List<StreamConnection> read = new ArrayList<>();
                    selector.selectedKeys().forEach(key -> read.add((StreamConnection) key.attachment()));
                    read.retainAll(streams);
                    selector.selectedKeys().clear();
                    for (StreamConnection stream : read) {
                        stream.read();
                    }
                    for (StreamConnection stream : read) {
                        stream.look();
                    }
                }
            }
        } catch (IOException e) {
            System.err.println("bench clients: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Notes how many clients have what was sampled at an instant, and when the last of them had it. */
    private void note(long sampledAtMillis, long atMicros) {
        events++;
        long[] seen = arrivals.computeIfAbsent(sampledAtMillis, at -> new long[2]);
        seen[0]++;
        seen[1] = Math.max(seen[1], atMicros);
    }

    private void report() {
        arrivals.forEach((sampledAt, seen) -> out.println("seen " + sampledAt + " " + seen[0] + " " + seen[1]));
        out.println("total " + events + " " + streams.stream().mapToLong(StreamConnection::bytes).sum());
    }
}
