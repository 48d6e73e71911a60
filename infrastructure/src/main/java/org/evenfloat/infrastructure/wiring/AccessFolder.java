// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.domain.access.AccessBook;

/** Where the commands of the console find out who may sign in at the server of a data folder. */
public final class AccessFolder {

    private AccessFolder() {}

    /** Returns the store of a data folder; makes nothing. */
    public static AccessStore store(Path dataFolder) {
        Path book = dataFolder.resolve("access").resolve("book.json");
        return new AccessStore() {
            @Override
            public AccessBook book() throws AccessFailure {
                if (Files.exists(book)) {
                    throw new AccessFailure(book + " cannot be read by this version - allowed: no such file", null);
                }
                return AccessBook.EMPTY;
            }

            @Override
            public AccessBook update(UnaryOperator<AccessBook> change) throws AccessFailure {
                throw new AccessFailure(book + " cannot be written by this version", null);
            }
        };
    }
}
