// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = 1_000_000_000L;

    private final TokenBuckets buckets = new TokenBuckets();

    private int taken(String name, int tries, long nowNanos) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += buckets.take(name, 50, 200, nowNanos) == 0 ? 1 : 0;
        }
        return taken;
    }

    @Test
    void givesABurstAndThenSoManyASecond() {
        assertThat(taken("a", 300, 0)).isEqualTo(200);
        assertThat(buckets.take("a", 50, 200, 0)).as("ms until there is one").isEqualTo(20);
        assertThat(taken("a", 300, SECOND)).isEqualTo(50);
        assertThat(taken("b", 300, SECOND)).as("another client").isEqualTo(200);
        assertThat(taken("a", 300, 1_000 * SECOND)).as("never more than the burst").isEqualTo(200);
    }

    @Test
    void aClockThatStandsStillOrGoesBackGivesNothing() {
        taken("a", 300, 10 * SECOND);
        assertThat(taken("a", 300, 5 * SECOND)).isZero();
    }

    @Test
    void staysBounded() {
        for (int i = 0; i < 20_000; i++) {
            buckets.take("client " + i, 50, 200, i);
        }
        assertThat(buckets.size()).isEqualTo(4_096);
    }

    @Test
    void aClientIsAnAddressOrANetwork() throws Exception {
        assertThat(client("192.0.2.7")).isEqualTo(client("192.0.2.7")).isNotEqualTo(client("192.0.2.8"));
        assertThat(client("2001:db8::7")).isEqualTo(client("2001:db8::ffff:8")).isNotEqualTo(client("2001:db8:0:1::7"));
        assertThat(client("fe80::7")).isNotEqualTo(client("fe80::8"));
        assertThat(client("::ffff:192.0.2.7")).isEqualTo(client("192.0.2.7"));
        assertThat(client("127.0.0.1")).isEqualTo(client("::1")).isEqualTo(client("127.9.9.9"));
        assertThat(client("127.0.0.1").loopback()).isTrue();
        assertThat(client("192.0.2.7").share(WebLimits.NORMAL).connections()).isEqualTo(32);
    }

    private static RemoteClient client(String address) throws Exception {
        return RemoteClient.of(new InetSocketAddress(InetAddress.getByName(address), 4711));
    }
}
