// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

/**
 * Every limit of the web API in one place. Sizes in bytes; a stream is an answer to GET stream.
 *
 * @param threads threads of the HTTP server; each request but a stream occupies one while it is answered
 * @param connections open connections; further ones wait in the operating system until one closes
 * @param streams streams at a time
 * @param bodyBytes largest request body
 * @param uriBytes longest path with its query
 * @param headerBytes largest request head, request line included
 * @param exchangeMillis a connection on which no request began and no answer began for so long is closed: the time
 *     for a body and for the reading of an answer, however many bytes trickle meanwhile
 * @param blockedMillis a stream whose client took nothing for so long is closed
 * @param heartbeatMillis distance of the comments that keep a stream alive
 * @param tickMillis how often the times above are looked at
 * @param sendBufferBytes what the operating system buffers for a connection: bounds how old the values are that a
 *     slow client reads
 * @param headMillis a new connection whose first request head is not there so long after its beginning is closed,
 *     whatever arrived of it; the handshake of TLS counts
 * @param halfOpen connections at a time on which no request head ever arrived; beyond them the oldest ones are closed
 *     when they have had a tenth of {@code headMillis}
 * @param others what one client elsewhere may take: an address of IPv4, 64 bits of IPv6
 * @param loopback what all programs of this machine together may take
 */
record WebLimits(
        int threads,
        int connections,
        int streams,
        int bodyBytes,
        int uriBytes,
        int headerBytes,
        long exchangeMillis,
        long blockedMillis,
        long heartbeatMillis,
        long tickMillis,
        int sendBufferBytes,
        long headMillis,
        int halfOpen,
        Share others,
        Share loopback) {

    /**
     * What one client may take. Rates are token buckets: they fill up so fast and hold so much at most.
     *
     * @param connections open connections; further ones are closed at once
     * @param connectionsPerSecond new connections a second; further ones are closed at once
     * @param connectionBurst new connections after a pause
     * @param requestsPerSecond requests a second, also of one session from wherever; further ones get 429
     * @param requestBurst requests after a pause
     * @param requestsAtATime requests being answered, streams not counted; further ones get 429
     */
    record Share(
            int connections, int connectionsPerSecond, int connectionBurst, int requestsPerSecond, int requestBurst,
            int requestsAtATime) {}

    /** Room beside the streams for ordinary requests: a browser opens six connections. */
    private static final int BESIDE_STREAMS = 56;

    private static final int STREAMS = 200;

    private static final int THREADS = 24;

    /** A browser with four windows takes 10 connections and loads the page with 20 requests. */
    private static final Share OTHERS = new Share(32, 20, 64, 50, 200, THREADS / 2);

    /** Far beyond every program that works, so that one that runs wild leaves something to others. */
    private static final Share LOOPBACK =
            new Share(STREAMS + BESIDE_STREAMS - 16, 2_000, 4_000, 20_000, 40_000, THREADS - 4);

    static final WebLimits NORMAL = new WebLimits(
            THREADS, STREAMS + BESIDE_STREAMS, STREAMS, 64 * 1024, 4 * 1024, 8 * 1024, 30_000, 30_000, 15_000, 1_000,
            64 * 1024, 10_000, 64, OTHERS, LOOPBACK);
}
