// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the same thing again and again on several connections that stay open, one request in flight on each. */
final class RequestLoad implements Callable<Long> {

    private static final int HEX = 16;

    private final int port;
    private final byte[] request;
    private final int requests;

    private RequestLoad(int port, byte[] request, int requests) {
        this.port = port;
        this.request = request;
        this.requests = requests;
    }

    /** Returns {@code asked}, the number of answers, and the bytes of their bodies. */
    static String run(int port, String path, String token, int connections, int requests, boolean gzip)
            throws IOException {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + (gzip ? "\r\nAccept-Encoding: gzip" : "") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(new RequestLoad(port, request, requests / connections)));
            }
            long bytes = 0;
            for (Future<Long> one : all) {
                bytes += one.get();
            }
            return "asked " + requests / connections * connections + " " + bytes;
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException("asking failed: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public Long call() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            long bytes = 0;
            for (int i = 0; i < requests; i++) {
                socket.getOutputStream().write(request);
                bytes += answer(in);
            }
            return bytes;
        }
    }

    private static long answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException("the server answers " + status);
        }
        int length = -1;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            if (field.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(field.substring("content-length:".length()).trim());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return length;
        }
        long bytes = 0;
        for (int chunk = Integer.parseInt(line(in), HEX); chunk > 0; chunk = Integer.parseInt(line(in), HEX)) {
            in.skipNBytes(chunk);
            bytes += chunk;
            line(in);
        }
        line(in);
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed a connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
