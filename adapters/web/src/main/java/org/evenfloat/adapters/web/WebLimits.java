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
 * @param exchangeMillis a connection on which no request began and no answer began for so long is closed
 * @param blockedMillis a stream whose client took nothing for so long is closed
 * @param heartbeatMillis distance of the comments that keep a stream alive
 * @param tickMillis how often the times above are looked at
 * @param sendBufferBytes what the operating system buffers for a connection: bounds how old the values are that a
 *     slow client reads
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
        int sendBufferBytes) {

    /** Room beside the streams for ordinary requests: a browser opens six connections. */
    private static final int BESIDE_STREAMS = 56;

    private static final int STREAMS = 200;

    static final WebLimits NORMAL = new WebLimits(
            24, STREAMS + BESIDE_STREAMS, STREAMS, 64 * 1024, 4 * 1024, 8 * 1024, 30_000, 30_000, 15_000, 1_000,
            64 * 1024);
}
