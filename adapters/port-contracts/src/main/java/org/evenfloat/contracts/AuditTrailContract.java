// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTrail} does. */
public abstract class AuditTrailContract {

    /** Opens the audit, at first empty; once more on what was written before, as another process does. */
    protected abstract AuditTrail open() throws AuditFailure;

    /** Reads what was written. */
    protected abstract AuditArchive archive();

    /** Sees to it that nothing can be written any more. */
    protected abstract void breakIt() throws Exception;

    /** Returns an entry with that text behind it. */
    protected static AuditEntry entry(String after) {
        return new AuditEntry(
                1_763_816_607_123L, Actor.Kind.PERSON, "anna", "web 10.0.0.7", "CALIBRATE", "block A1-7", Outcome.DONE,
                "none", after);
    }

    private List<String> texts() throws AuditFailure {
        List<String> texts = new ArrayList<>();
        archive().newest(Long.MAX_VALUE, 1_000).forEach(written -> texts.add(written.entry().after()));
        Collections.reverse(texts);
        return texts;
    }

    @Test
    void keepsEveryFieldAsItWas() throws Exception {
        AuditEntry entry = new AuditEntry(
                1_763_816_607_004L, Actor.Kind.SCRIPT, "Jürgen \"x\" \\ 😀", "web ::1", "SIGN_IN", "line L1",
                Outcome.DENIED, "a\tb\u0000\u007f\u202e\r\n", "half \ud83d, umlaut ü");
        open().append(entry);
        assertThat(archive().newest(Long.MAX_VALUE, 1)).extracting(Written::entry).containsExactly(entry);
    }

    @Test
    void goesOnWhereAnotherHasEnded() throws Exception {
        AuditTrail first = open();
        first.append(entry("1"));
        open().append(entry("2"));
        first.append(entry("3"));
        first.append(entry("4"));
        open().append(entry("5"));
        assertThat(texts()).containsExactly("1", "2", "3", "4", "5");
        assertThat(archive().check().problems()).isEmpty();
        assertThat(archive().check().entries()).isEqualTo(5);
    }

    @Test
    void manyMayWriteAtOnce() throws Exception {
        int writers = 4;
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                AuditTrail trail = open();
                String name = writer + " ";
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        trail.append(entry(name + i));
                    }
                    return null;
                }));
            }
            for (Future<Void> end : ends) {
                end.get(120, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(archive().newest(Long.MAX_VALUE, 1_000)).extracting(Written::number)
                .hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(texts().stream().filter(text -> text.startsWith("2 "))).as("each in its order")
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, each).mapToObj(i -> "2 " + i).toList());
        assertThat(archive().check().problems()).isEmpty();
    }

    @Test
    void veryLongTextsAreCutAndSaySo() throws Exception {
        open().append(entry("x".repeat(100_000)));
        assertThat(texts()).singleElement().satisfies(text -> {
            assertThat(text).hasSizeBetween(4_000, 4_096).startsWith("xxxx").endsWith("(cut, 100000 characters in all)");
        });
    }

    @Test
    void anInterruptedThreadStillWritesDownWhatItDid() throws Exception {
        Thread.currentThread().interrupt();
        open().append(entry("done"));
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(texts()).containsExactly("done");
    }

    @Test
    void probeWritesNothing() throws Exception {
        open().probe();
        assertThat(archive().newest(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void saysWhatToDoWhenNothingCanBeWritten() throws Exception {
        AuditTrail trail = open();
        trail.append(entry("1"));
        breakIt();
        assertThatThrownBy(trail::probe).isInstanceOf(AuditFailure.class).hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> trail.append(entry("2"))).isInstanceOf(AuditFailure.class)
                .hasMessageContaining("cannot be written").hasMessageContaining("check");
    }
}
