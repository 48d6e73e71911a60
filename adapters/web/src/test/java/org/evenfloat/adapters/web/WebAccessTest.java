// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebAccessTest {

    @Test
    void exchangesTheBrowserTokenOnceEvenWhenManyTryAtOnce() {
        WebAccess access = WebAccess.random();
        long exchanged = IntStream.range(0, 200)
                .parallel()
                .filter(i -> access.exchange(access.browserToken()).isPresent())
                .count();
        assertThat(exchanged).isEqualTo(1);
    }

    @Test
    void keepsTheThreeSecretsApart() {
        WebAccess access = WebAccess.random();
        assertThat(access.exchange(access.bearerToken())).isEmpty();
        String session = access.exchange(access.browserToken()).orElseThrow();
        assertThat(session).hasSizeGreaterThanOrEqualTo(43).isNotIn(access.browserToken(), access.bearerToken());
        assertThat(access.session(session)).isTrue();
        assertThat(access.bearer(session)).isFalse();
        assertThat(access.session(access.browserToken())).isFalse();
        assertThat(access.bearer(access.browserToken())).isFalse();
        assertThat(access.bearer(access.bearerToken())).isTrue();
        assertThat(access.session(null)).isFalse();
    }

    @Test
    void aWrongTokenDoesNotUseUpTheRightOne() {
        WebAccess access = WebAccess.random();
        assertThat(access.exchange("wrong")).isEmpty();
        assertThat(access.exchange(access.browserToken())).isPresent();
    }

    @Test
    void takesAKnownBearerTokenAndRefusesAWeakOne() {
        String given = String.join("", Collections.nCopies(4, "aB3-"));
        assertThat(WebAccess.withBearer(given).bearerToken()).isEqualTo(given);
        assertThat(Optional.of(WebAccess.withBearer(given).browserToken())).get().isNotEqualTo(given);
        assertThatThrownBy(() -> WebAccess.withBearer("short")).hasMessageContaining("5 characters");
        assertThatThrownBy(() -> WebAccess.withBearer("with a blank and long")).hasMessageContaining("16 to 256");
        assertThatThrownBy(() -> WebAccess.withBearer(null)).hasMessageContaining("none");
    }

    @Test
    void aSessionOutlivesARestartAndIsNotInTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("web-sessions");
        WebAccess before = WebAccess.random().keepingSessions(file);
        String session = before.exchange(before.browserToken()).orElseThrow();
        assertThat(Files.readString(file)).doesNotContain(session);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        WebAccess after = WebAccess.random().keepingSessions(file);
        assertThat(after.session(session)).isTrue();
        assertThat(after.session(Files.readString(file).trim())).isFalse();
        assertThat(WebAccess.random().keepingSessions(folder.resolve("other")).session(session)).isFalse();
    }

    @Test
    void theOldestSessionEndsWhenThereAreTooMany(@TempDir Path folder) {
        KeptSessions sessions = new KeptSessions(folder.resolve("web-sessions"));
        IntStream.range(0, 33).forEach(i -> sessions.add("session " + i));
        KeptSessions again = new KeptSessions(folder.resolve("web-sessions"));
        assertThat(again.has("session 0")).isFalse();
        assertThat(again.has("session 1")).isTrue();
        assertThat(again.has("session 32")).isTrue();
    }
}
