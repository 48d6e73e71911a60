// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.access.DirectorySignIn;
import org.evenfloat.application.access.NoProvider;
import org.evenfloat.application.access.ProviderSignIn;
import org.evenfloat.infrastructure.site.SignInSettings;
import org.evenfloat.infrastructure.site.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

    private static final String SITE = """
            evenfloat: 1
            site: { name: Test, time-zone: UTC }
            lines: [{ id: L1, serial: COM3 }]
            sign-in:
              radius:
                servers: ["127.0.0.1:9"]
                secret: "${file:secret.txt}"
                roles: [{ group: a, role: view }]
                timeout: 500 ms
              ldap:
                url: ldap://127.0.0.1:9
                user-dn: "uid={name},dc=org"
                roles: [{ group: "cn=a,dc=org", role: view }]
                timeout: 500 ms
              oidc:
                issuer: http://127.0.0.1:9/realm
                client-id: us
                return-to: http://localhost:8420
                roles: [{ group: a, role: view }]
                button: Our login
                timeout: 500 ms
            """;

    @TempDir
    Path folder;

    private SignInSettings settings() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "a secret of twenty letters");
        Files.writeString(folder.resolve("site.yaml"), SITE);
        return SiteFile.read(folder.resolve("site.yaml")).signIn();
    }

    @Test
    void asksWhatTheSiteFileNamesAndSaysWhenNobodyAnswers() throws Exception {
        DirectorySignIn signIn = Directories.signIn(settings(), "local"::equals, InstantSource.system());
        long begin = System.nanoTime();
        assertThat(signIn.check("anna", "secret").sentence()).contains("does not answer");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(10_000);
        assertThat(signIn.check("local", "secret").guest()).isEmpty();
    }

    @Test
    void makesTheProvider() throws Exception {
        assertThat(Directories.provider(settings(), null, "local"::equals, null, InstantSource.system()))
                .isInstanceOf(ProviderSignIn.class)
                .satisfies(provider -> assertThat(provider.button()).contains("Our login"));
    }

    @Test
    void makesNothingOfNothing() {
        assertThat(Directories.provider(SignInSettings.NONE, null, name -> false, null, InstantSource.system()))
                .isInstanceOf(NoProvider.class);
        assertThat(Directories.signIn(SignInSettings.NONE, name -> false, InstantSource.system())
                .check("anna", "secret").sentence()).isEqualTo(DirectorySignIn.DENIED);
    }
}
