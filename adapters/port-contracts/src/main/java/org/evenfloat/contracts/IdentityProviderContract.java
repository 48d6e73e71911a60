// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider;
import org.evenfloat.application.port.out.IdentityProvider.Errand;
import org.evenfloat.application.port.out.IdentityProvider.Person;
import org.junit.jupiter.api.Test;

/** What every {@link IdentityProvider} does. */
public abstract class IdentityProviderContract {

    /** An errand as it is drawn. */
    protected static final Errand ERRAND = new Errand("s".repeat(43), "n".repeat(43), "v".repeat(43));

    /** Opens a provider that knows anna, who is in {@code battery-service}. The same one each time. */
    protected abstract IdentityProvider openProvider() throws Exception;

    /** Returns a provider whose server takes what is sent and never answers, with a timeout of 400 ms. */
    protected abstract IdentityProvider openSilent() throws Exception;

    /** Signs anna in on the page at that address and returns the code that comes back. */
    protected abstract String signInAt(URI address) throws Exception;

    @Test
    void sendsTheBrowserToItsPageAndTellsWhoCameBack() throws Exception {
        IdentityProvider provider = openProvider();
        String address = provider.address(ERRAND);
        assertThat(address).contains(ERRAND.state(), ERRAND.nonce()).doesNotContain(ERRAND.verifier());
        String code = signInAt(URI.create(address));
        assertThat(provider.person(ERRAND, code)).contains(new Person("anna", Set.of("battery-service")));
    }

    @Test
    void takesACodeOnce() throws Exception {
        IdentityProvider provider = openProvider();
        String code = signInAt(URI.create(provider.address(ERRAND)));
        assertThat(provider.person(ERRAND, code)).isPresent();
        assertThat(provider.person(ERRAND, code)).isEmpty();
        assertThat(provider.person(ERRAND, "made up")).isEmpty();
    }

    @Test
    void takesACodeForItsOwnErrandOnly() throws Exception {
        IdentityProvider provider = openProvider();
        String code = signInAt(URI.create(provider.address(ERRAND)));
        Errand otherNonce = new Errand(ERRAND.state(), "m".repeat(43), ERRAND.verifier());
        assertThat(provider.person(otherNonce, code)).isEmpty();
        String another = signInAt(URI.create(provider.address(ERRAND)));
        Errand otherVerifier = new Errand(ERRAND.state(), ERRAND.nonce(), "w".repeat(43));
        assertThat(provider.person(otherVerifier, another)).isEmpty();
    }

    @Test
    void endsTheWaitForASilentServer() throws Exception {
        IdentityProvider silent = openSilent();
        long begin = System.nanoTime();
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() -> silent.address(ERRAND));
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() -> silent.person(ERRAND, "code"));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isBetween(200L, 10_000L);
    }
}
