// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Follows a server's stream as a browser does, and counts. */
final class StreamFollower {

    private final HttpURLConnection connection;
    private volatile int events;
    private volatile boolean open = true;

    StreamFollower(String url, String token) throws IOException {
        connection = (HttpURLConnection) URI.create(url + "/api/v1/stream").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept-Encoding", "gzip");
        InputStream in = connection.getInputStream();
        InputStream plain = "gzip".equals(connection.getContentEncoding()) ? new GZIPInputStream(in) : in;
        Thread thread = new Thread(() -> follow(plain), "follower");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(InputStream in) {
        int count = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    count++;
                    events = count;
                }
            }
        } catch (IOException closed) {
            // said by isOpen
        } finally {
            open = false;
        }
    }

    int events() {
        return events;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        connection.disconnect();
    }
}
