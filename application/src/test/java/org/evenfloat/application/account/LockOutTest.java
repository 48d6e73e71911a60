// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockOutTest {

    private long nowMillis;
    private final LockOut lockOut = new LockOut(() -> nowMillis);

    private LockOut.Turn fail(String name, String address) {
        return lockOut.begin(name, address);
    }

    @Test
    void theFifthFailureOfANameLetsTheNextWaitASecondAndThenTwiceAsLongEachTime() {
        for (int i = 0; i < 4; i++) {
            assertThat(fail("bob", "a" + i)).isEqualTo(new LockOut.Turn(0, 0));
        }
        long wait = 1_000;
        for (int i = 0; i < 15; i++) {
            assertThat(fail("bob", "b" + i)).isEqualTo(new LockOut.Turn(0, wait));
            assertThat(fail("bob", "other").waitMillis()).isEqualTo(wait);
            nowMillis += wait - 1;
            assertThat(fail("bob", "other").allowed()).isFalse();
            nowMillis++;
            wait = Math.min(15 * 60_000, wait * 2);
        }
        assertThat(wait).isEqualTo(15 * 60_000);
    }

    @Test
    void whoOnlyWaitsIsNotCounted() {
        for (int i = 0; i < 5; i++) {
            fail("bob", "a");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(fail("bob", "a").waitMillis()).isEqualTo(1_000);
        }
    }

    @Test
    void anAddressMayFailTwentyTimesWhateverNamesItTries() {
        for (int i = 0; i < 19; i++) {
            assertThat(fail("user" + i, "a").lockedMillis()).isZero();
        }
        assertThat(fail("user19", "a").lockedMillis()).isEqualTo(1_000);
        assertThat(fail("bob", "a").allowed()).isFalse();
        assertThat(fail("bob", "b").allowed()).isTrue();
    }

    @Test
    void failuresAreForgottenAQuarterOfAnHourAfterTheLastWait() {
        for (int i = 0; i < 4; i++) {
            fail("bob", "a");
        }
        nowMillis += LockOut.WINDOW_MILLIS - 1;
        assertThat(fail("bob", "a").lockedMillis()).isEqualTo(1_000);
        nowMillis += 1_000 + LockOut.WINDOW_MILLIS - 1;
        assertThat(fail("bob", "a").lockedMillis()).isEqualTo(2_000);
        nowMillis += 2_000 + LockOut.WINDOW_MILLIS;
        assertThat(fail("bob", "a").lockedMillis()).isZero();
    }

    @Test
    void successBeginsTheNameAnewAndTakesOneFromTheAddress() {
        for (int i = 0; i < 4; i++) {
            fail("bob", "a");
        }
        lockOut.begin("bob", "a");
        lockOut.succeeded("bob", "a");
        for (int i = 0; i < 4; i++) {
            assertThat(fail("bob", "b").lockedMillis()).isZero();
        }
        for (int i = 0; i < 15; i++) {
            assertThat(fail("user" + i, "a").lockedMillis()).as("failure %d of the address", i + 5).isZero();
        }
        assertThat(fail("eve", "a").lockedMillis()).isEqualTo(1_000);
    }

    @Test
    void manyAttemptsAtOnceDoNotGetPastTheCount() {
        int allowed = 0;
        for (int i = 0; i < 100; i++) {
            allowed += lockOut.begin("bob", "a" + i).allowed() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(LockOut.MOST_OF_NAME);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 3 * LockOut.MOST_REMEMBERED; i++) {
            fail("user" + i, "address" + i);
        }
        assertThat(lockOut.remembered()).isEqualTo(2 * LockOut.MOST_REMEMBERED);
    }

    @Test
    void anIpv6NetworkIsOneOrigin() {
        assertThat(Origins.key("web 10.0.0.7")).isEqualTo("10.0.0.7");
        assertThat(Origins.key("web 2001:db8:1:2::7")).isEqualTo(Origins.key("web 2001:db8:1:2:ffff::1"))
                .isNotEqualTo(Origins.key("web 2001:db8:1:3::7"));
        assertThat(Origins.key("web ::ffff:10.0.0.7")).isEqualTo("10.0.0.7");
        assertThat(Origins.key("web ::::")).isEqualTo("::::");
        assertThat(Origins.key("console")).isEqualTo("console");
    }
}
