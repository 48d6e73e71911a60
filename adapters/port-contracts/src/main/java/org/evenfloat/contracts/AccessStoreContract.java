// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AccessStore} does. */
public abstract class AccessStoreContract {

    private AccessStore store;

    /** Opens the store, at first empty; once more on what was kept before, as another process does. */
    protected abstract AccessStore openStore();

    /** Returns a user of that name. */
    protected static User user(String name) {
        return new User(name, new Grants(Role.VIEW, Map.of("A1", Role.SERVICE)), "$hash$" + name, "ABC", true, false, 7,
                1_900_000_000_000L);
    }

    @BeforeEach
    void openFirst() {
        store = openStore();
    }

    @Test
    void isEmptyAtFirst() throws AccessFailure {
        assertThat(store.book()).isEqualTo(AccessBook.EMPTY);
    }

    @Test
    void keepsEverythingOverARestart() throws AccessFailure {
        ScriptToken token = new ScriptToken("grafana", "ab12", Grants.of(Role.OPERATE), "bob", 1, 2);
        AccessBook book = AccessBook.EMPTY.with(user("bob")).with(token).withSecondPerson(Set.of(Verb.RESET_ADDRESSES));
        assertThat(store.update(old -> book)).isEqualTo(book);
        assertThat(store.book()).isEqualTo(book);
        assertThat(openStore().book()).isEqualTo(book);
    }

    @Test
    void changesNothingWhenTheChangeFails() throws AccessFailure {
        store.update(book -> book.with(user("bob")));
        assertThatThrownBy(() -> store.update(book -> {
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class).hasMessage("no");
        assertThat(store.book().users()).containsExactly(user("bob"));
        assertThat(openStore().book().users()).containsExactly(user("bob"));
    }

    @Test
    void losesNoChangeOfTwoStoresThatChangeAtTheSameTime() throws Exception {
        AccessStore other = openStore();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                AccessStore own = thread % 2 == 0 ? store : other;
                String start = "user" + thread + "-";
                jobs.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        String name = start + i;
                        assertThat(own.update(book -> book.with(user(name))).user(name)).isPresent();
                    }
                    return null;
                }));
            }
            for (Future<?> job : jobs) {
                job.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(openStore().book().users()).hasSize(40);
    }

    @Test
    void seesWithinASecondWhatAnotherStoreHasChanged() throws Exception {
        assertThat(store.book().users()).isEmpty();
        openStore().update(book -> book.with(user("bob")));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (store.book().users().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(store.book().users()).as("after a second").hasSize(1);
    }
}
