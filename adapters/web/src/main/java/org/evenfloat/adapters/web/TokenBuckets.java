// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets by name. Bounded: the one that was used longest ago is forgotten first, and begins full again. Safe for
 * any number of threads.
 */
final class TokenBuckets {

    private static final double NANOS = 1e9;
    private static final int MOST = 4_096;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    private static final class Bucket {
        private double tokens;
        private long filledNanos;
    }

    /**
     * Takes a token.
     *
     * @param perSecond how many tokens a second go in
     * @param most how many it holds; a new one is full
     * @param nowNanos monotonic time
     * @return 0 when there was one; otherwise how long it takes until there is one, in ms, at least 1
     */
    synchronized long take(String name, int perSecond, int most, long nowNanos) {
        Bucket bucket = buckets.computeIfAbsent(name, first -> {
            Bucket full = new Bucket();
            full.tokens = most;
            full.filledNanos = nowNanos;
            return full;
        });
        double more = Math.max(0, nowNanos - bucket.filledNanos) / NANOS * perSecond;
        bucket.tokens = Math.min(most, bucket.tokens + more);
        bucket.filledNanos = nowNanos;
        if (bucket.tokens >= 1) {
            bucket.tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - bucket.tokens) * 1_000 / perSecond));
    }

    synchronized int size() {
        return buckets.size();
    }
}
