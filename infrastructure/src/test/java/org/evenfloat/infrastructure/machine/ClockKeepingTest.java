// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClockKeepingTest {

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();

    private ClockKeeping asking(String... command) {
        return new ClockKeeping(folder.resolve("synchronized"), List.of(command), nanos::get);
    }

    @Test
    void theMarkerSaysYes() throws Exception {
        ClockKeeping keeping = asking("/does/not/exist");
        assertThat(keeping.synchronised()).as("neither marker nor program").isNull();
        Files.createFile(folder.resolve("synchronized"));
        assertThat(keeping.synchronised()).isTrue();
    }

    @Test
    void theProgramSaysYesOrNoOrNothing() {
        assertThat(asking("echo", "yes").synchronised()).isTrue();
        assertThat(asking("echo", "no").synchronised()).isFalse();
        assertThat(asking("echo", "maybe").synchronised()).isNull();
        assertThat(asking("false").synchronised()).isNull();
    }

    @Test
    void isAskedOnceAMinute() throws Exception {
        Path answer = Files.writeString(folder.resolve("answer"), "no\n");
        ClockKeeping keeping = asking("cat", answer.toString());
        assertThat(keeping.synchronised()).isFalse();
        Files.writeString(answer, "yes\n");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertThat(keeping.synchronised()).as("within the minute").isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(keeping.synchronised()).isTrue();
    }

    @Test
    @Timeout(20)
    void aProgramThatHangsIsGivenUp() {
        long start = System.nanoTime();
        assertThat(asking("sleep", "600").synchronised()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
