// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "localhost"})
    void takesLoopbackAddresses(String address) {
        assertThat(new WebSettings(address, 8080).address()).isEqualTo(address);
    }

    @Test
    void namesEverythingThatIsNotAllowedAtOnce() {
        assertThatThrownBy(() -> new WebSettings("0.0.0.0", 65_536))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("web address: 0.0.0.0 without a certificate - a loopback address: 127.0.0.1, ::1 or localhost;"
                        + " web port: 65536 - 1 to 65535, or 0 for any free port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.10", "::", "0.0.0.0"})
    void refusesWhatOthersCouldReachUnlessItIsEncrypted(String address) {
        assertThatThrownBy(() -> new WebSettings(address, 0)).hasMessageContaining("a loopback address");
        WebCertificate any = new WebCertificate(null, List.of());
        assertThat(new WebSettings(address, 0, Set.of("UPS"), Optional.of(any)).names()).containsExactly("ups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "300.1.1.1"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> new WebSettings(address, 0)).hasMessageContaining("an address of this machine");
    }
}
