// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.User;
import org.evenfloat.infrastructure.site.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersFirstTest {

    private static final Path SITE = Path.of("site.yaml");

    /** Keeps users in memory; none of them can be read when it is damaged. */
    private static final class InMemory implements AccessStore {

        private AccessBook book = AccessBook.EMPTY;
        private boolean damaged;

        @Override
        public AccessBook book() throws AccessFailure {
            if (damaged) {
                throw new AccessFailure("damaged", null);
            }
            return book;
        }

        @Override
        public AccessBook update(UnaryOperator<AccessBook> change) {
            book = change.apply(book);
            return book;
        }
    }

    private final InMemory store = new InMemory();

    private Optional<String> problem(boolean enabled, String address) {
        return UsersFirst.problem(
                new WebSettings(enabled, address, 8420, List.of(), false, Optional.empty(), Optional.empty()), SITE, store);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void loopbackNeedsNobody(String address) {
        assertThat(problem(true, address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "2001:db8::7"})
    void whatOthersReachNeedsAUser(String address) {
        assertThat(problem(true, address)).hasValue("web.address: " + address + ", which other machines can reach, and no"
                + " users - allowed: a first user, made by 'evenfloat user add site.yaml NAME --role admin', or a loopback"
                + " address such as 127.0.0.1");
        assertThat(problem(false, address)).as("switched off").isEmpty();
        store.update(book -> book.with(new User("eva", Grants.of(Role.ADMIN), "", "", false, false, 0, 0)));
        assertThat(problem(true, address)).isEmpty();
    }

    @Test
    void usersThatCannotBeReadAreNoUsers() {
        store.damaged = true;
        assertThat(problem(true, "0.0.0.0")).hasValue("users: damaged");
        assertThat(problem(true, "127.0.0.1")).isEmpty();
    }
}
