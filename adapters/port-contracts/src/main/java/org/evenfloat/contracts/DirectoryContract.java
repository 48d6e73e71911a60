// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.junit.jupiter.api.Test;

/** What every {@link Directory} does. */
public abstract class DirectoryContract {

    /** Password of everybody in the directory of the test. */
    protected static final String PASSWORD = "correct horse battery";

    /**
     * Opens a directory that knows {@code anna}, who is in {@link #group()}, and {@code bert}, who is in none, both
     * with {@link #PASSWORD}. The same one each time.
     */
    protected abstract Directory openDirectory() throws Exception;

    /** Returns the group of anna as the site file spells it. */
    protected abstract String group();

    /** Returns a directory whose server takes what is sent and never answers, with a timeout of 400 ms. */
    protected abstract Directory openSilent() throws Exception;

    @Test
    void knowsWhoHasTheRightPasswordAndHisGroups() throws Exception {
        assertThat(openDirectory().check("anna", PASSWORD)).contains(Set.of(group()));
        assertThat(openDirectory().check("bert", PASSWORD)).contains(Set.of());
    }

    @Test
    void knowsNobodyElse() throws Exception {
        Directory directory = openDirectory();
        for (String wrong : List.of("", " ", PASSWORD + " ", "Correct horse battery", "x".repeat(256), "\0", "*")) {
            assertThat(directory.check("anna", wrong)).as("password \"" + wrong + "\"").isEmpty();
        }
        assertThat(directory.check("nobody", PASSWORD)).isEmpty();
        assertThat(directory.check("nobody", "")).isEmpty();
        assertThat(directory.check("anna+bert", PASSWORD)).isEmpty();
    }

    @Test
    void hasANameForTheAudit() throws Exception {
        assertThat(openDirectory().name()).matches("[a-z]+");
    }

    @Test
    void endsTheWaitForASilentServer() throws Exception {
        Directory silent = openSilent();
        long begin = System.nanoTime();
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() -> silent.check("anna", PASSWORD))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain(PASSWORD));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isBetween(200L, 5_000L);
    }

    @Test
    void servesSeveralThreadsAtOnce() throws Exception {
        Directory directory = openDirectory();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Optional<Set<String>>>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String password = i % 2 == 0 ? PASSWORD : "wrong";
                answers.add(threads.submit(() -> directory.check("anna", password)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(60, TimeUnit.SECONDS).isPresent()).isEqualTo(i % 2 == 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
