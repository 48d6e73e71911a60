// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Optional;
import java.util.Set;

/**
 * Signs people in on pages of its own and sends them back with a code that says who they are (OpenID Connect Core 1.0,
 * authorization code flow, with PKCE). Safe for several threads; an answer takes a few seconds at most.
 */
public interface IdentityProvider {

    /**
     * One way to the provider and back; each part is drawn anew, 43 characters that can stand in an address.
     *
     * @param state comes back with the code
     * @param nonce comes back inside the signed answer
     * @param verifier shows with the code that who asked is who began; never in an address
     */
    record Errand(String state, String nonce, String verifier) {

        /** Says nothing that is secret. */
        @Override
        public String toString() {
            return "errand";
        }
    }

    /**
     * Whom the provider knows.
     *
     * @param name what it calls him; not checked for odd characters
     * @param groups all values of the claim that roles hang on
     */
    record Person(String name, Set<String> groups) {

        public Person {
            groups = Set.copyOf(groups);
        }
    }

    /** Returns how it is called in messages and in the audit, such as {@code oidc}. */
    String name();

    /**
     * Returns the address to which the browser goes.
     *
     * @throws DirectoryFailure when the provider has never told its addresses and does not now
     */
    String address(Errand errand) throws DirectoryFailure;

    /**
     * Asks who came back with that code.
     *
     * @return empty when the code is not good, or the answer is not signed as it should be, for somebody else, too
     *     old, or not for this errand
     * @throws DirectoryFailure when it cannot be asked, or does not answer in time
     */
    Optional<Person> person(Errand errand, String code) throws DirectoryFailure;
}
