// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

/** Limits that a test can reach: the normal ones with some of them changed. */
final class Limits {

    int threads = WebLimits.NORMAL.threads();
    long exchangeMillis = WebLimits.NORMAL.exchangeMillis();
    long blockedMillis = WebLimits.NORMAL.blockedMillis();
    long headMillis = WebLimits.NORMAL.headMillis();
    int halfOpen = WebLimits.NORMAL.halfOpen();
    WebLimits.Share loopback = WebLimits.NORMAL.loopback();

    WebLimits limits() {
        WebLimits normal = WebLimits.NORMAL;
        return new WebLimits(
                threads, normal.connections(), normal.streams(), normal.bodyBytes(), normal.uriBytes(),
                normal.headerBytes(), exchangeMillis, blockedMillis, normal.heartbeatMillis(), 20,
                normal.sendBufferBytes(), headMillis, halfOpen, normal.others(), loopback);
    }

    /** Limits one client to so many connections and requests; everything else is plenty. */
    static WebLimits.Share share(int connections, int requestsPerSecond, int requestBurst, int requestsAtATime) {
        return new WebLimits.Share(connections, 10_000, 10_000, requestsPerSecond, requestBurst, requestsAtATime);
    }
}
