// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.application.port.out.SessionStore;
import org.evenfloat.application.port.out.SessionStore.KeptSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} does. */
public abstract class SessionStoreContract {

    private SessionStore store;

    /** Opens the store, at first empty; once more on what was kept before, as after a restart. */
    protected abstract SessionStore openStore();

    private static KeptSession session(String fingerprint) {
        return new KeptSession(fingerprint, "bob", "stamp", "web 2001:db8::7", 1, 1_900_000_000_000L, Long.MAX_VALUE);
    }

    @BeforeEach
    void openFirst() {
        store = openStore();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void keepsTheLastOnesAndOnlyThem() {
        store.keep(List.of(session("a"), session("b")));
        store.keep(List.of(session("b"), session("c")));
        assertThat(store.load()).containsExactly(session("b"), session("c"));
        assertThat(openStore().load()).containsExactly(session("b"), session("c"));
        store.keep(List.of());
        assertThat(openStore().load()).isEmpty();
    }
}
