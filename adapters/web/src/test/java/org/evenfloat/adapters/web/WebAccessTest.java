// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
}
