// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import java.nio.file.Path;
import java.util.Optional;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.infrastructure.site.WebSettings;

/** Nobody else reaches a server that has no users: whoever came first would be its administrator. */
public final class UsersFirst {

    private UsersFirst() {}

    /**
     * Returns why the server of a site must not be started as it is.
     *
     * @param siteFile as the person wrote it
     * @param store who may sign in
     */
    public static Optional<String> problem(WebSettings web, Path siteFile, AccessStore store) {
        if (!web.enabled() || web.isLoopback()) {
            return Optional.empty();
        }
        try {
            if (!store.book().users().isEmpty()) {
                return Optional.empty();
            }
        } catch (AccessFailure e) {
            return Optional.of("users: " + e.getMessage());
        }
        return Optional.of("web.address: " + web.address() + ", which other machines can reach, and no users - allowed:"
                + " a first user, made by 'evenfloat user add " + siteFile + " NAME --role admin', or a loopback"
                + " address such as 127.0.0.1");
    }
}
