// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An OpenID Connect provider and what this server is to it.
 *
 * @param issuer address of the provider, exactly as it calls itself
 * @param clientId how the provider calls this server
 * @param clientSecret what this server shows; empty when the provider wants none
 * @param redirect address of this server to which the provider sends people back; from the site file, never from a
 *     request
 * @param scopes what is asked for, separated by spaces
 * @param nameClaim claim with the name of a person
 * @param groupsClaim claim with his groups: a text or a list of texts; a dot leads into an object
 * @param caFile authorities in PEM that the provider's certificate may come from; empty for those that Java trusts
 * @param timeoutMillis for everything together
 */
public record OidcClient(
        String issuer, String clientId, String clientSecret, String redirect, String scopes, String nameClaim,
        String groupsClaim, Optional<Path> caFile, int timeoutMillis) {

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return issuer;
    }
}
