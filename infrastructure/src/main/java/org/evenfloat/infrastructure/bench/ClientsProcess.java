// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The process with the clients: {@link BenchClients}. For one thread. */
final class ClientsProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    /**
     * What the clients saw since they began to count.
     *
     * @param events images and changes
     * @param bytes everything that arrived, heads and chunk sizes included
     * @param arrivals by instant of sampling: how many clients had it, and when the last of them had, epoch µs
     */
    record Report(long events, long bytes, Map<Long, long[]> arrivals) {}

    private ClientsProcess(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ClientsProcess start(String token) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        BenchClients.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ClientsProcess clients = new ClientsProcess(process);
        clients.orders.println(token);
        return clients;
    }

    private String answer(String order, String expected) throws IOException {
        orders.println(order);
        return next(expected);
    }

    private String next(String expected) throws IOException {
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith(expected)) {
            throw new IOException("the clients answered " + answer + " instead of " + expected);
        }
        return answer;
    }

    void open(int port, String path, int clients) throws IOException {
        answer("open " + port + " " + path + " " + clients, "opened");
    }

    void count() throws IOException {
        answer("count", "counting");
    }

    void closeStreams() throws IOException {
        answer("close", "closed");
    }

    Report report() throws IOException {
        Map<Long, long[]> arrivals = new TreeMap<>();
        String[] words = answer("report", "").split(" ");
        while (words[0].equals("seen")) {
            arrivals.put(Long.parseLong(words[1]), new long[] {Long.parseLong(words[2]), Long.parseLong(words[3])});
            words = next("").split(" ");
        }
        return new Report(Long.parseLong(words[1]), Long.parseLong(words[2]), arrivals);
    }

    /** Asks so many times on so many connections and returns the bytes of one answer's body. */
    long ask(int port, String path, int connections, int requests, boolean gzip) throws IOException {
        String[] words = answer(
                "ask " + port + " " + path + " " + connections + " " + requests + (gzip ? " gzip" : " plain"), "asked")
                .split(" ");
        return Long.parseLong(words[2]) / Long.parseLong(words[1]);
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
