// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.contracts.PasswordHashContract;
import org.junit.jupiter.api.Test;

class Argon2HashTest extends PasswordHashContract {

    @Override
    protected PasswordHash passwordHash() {
        return new Argon2Hash(new StrongSecrets());
    }

    @Test
    void saysItsParametersInThePhcFormat() throws HashBusy {
        assertThat(passwordHash().hash("a long password"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Test vectors of the reference implementation, phc-winner-argon2, src/test.c: version 19, argon2id. */
    @Test
    void isTheArgon2OfOthers() throws HashBusy {
        PasswordHash hash = passwordHash();
        assertThat(hash.matches("password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")).isTrue();
        assertThat(hash.matches("differentpassword", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94")).isTrue();
        assertThat(hash.matches("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94")).isFalse();
    }

    @Test
    void aHashThatWouldTakeTheWholeMemoryMatchesNothing() throws HashBusy {
        assertThat(passwordHash().matches("password", "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")).isFalse();
    }

    @Test
    void isFastEnoughToSignIn() throws HashBusy {
        PasswordHash hash = passwordHash();
        String kept = hash.hash("a long password");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime(); // others may use this machine too
        for (int i = 0; i < 10; i++) {
            assertThat(hash.matches("a long password", kept)).isTrue();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis((threads.getCurrentThreadCpuTime() - begun) / 10);
        System.out.println("argon2id: " + millis + " ms of CPU");
        assertThat(millis).isLessThan(300);
    }

    @Test
    void tooManyAtOnceAreToldSoAndNotKeptWaiting() throws Exception {
        PasswordHash hash = passwordHash();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Future<String>> jobs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            jobs.add(threads.submit(() -> {
                try {
                    return hash.hash("a long password");
                } catch (HashBusy busy) {
                    return "busy";
                }
            }));
        }
        List<String> told = new ArrayList<>();
        for (Future<String> job : jobs) {
            told.add(job.get(60, TimeUnit.SECONDS));
        }
        threads.shutdownNow();
        assertThat(told).contains("busy").anyMatch(one -> one.startsWith("$argon2id$"));
        assertThat(hash.hash("a long password")).startsWith("$argon2id$");
    }
}
