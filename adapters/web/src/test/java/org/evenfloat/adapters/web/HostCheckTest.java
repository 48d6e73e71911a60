// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCheckTest {

    private final HostCheck hosts = new HostCheck(Set.of("battery.example", "ups-room"));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:8420", "127.0.0.1, localhost:8420", "127.0.0.1, [::1]:8420", "127.0.0.1, LocalHost:8420",
        "127.0.0.2, 127.0.0.2:8420", "0:0:0:0:0:0:0:1, [::1]:8420", "0:0:0:0:0:0:0:1, [0:0:0:0:0:0:0:1]:8420",
        "127.0.0.1, battery.example:8420", "192.0.2.7, 192.0.2.7:8420", "192.0.2.7, battery.example:8420",
        "192.0.2.7, BATTERY.Example:8420", "192.0.2.7, ups-room:8420", "2001:db8:0:0:0:0:0:7, [2001:db8::7]:8420",
        "2001:db8:0:0:0:0:0:7, [2001:DB8:0::7]:8420", "fe80:0:0:0:0:0:0:7%1, [fe80::7]:8420"
    })
    void answersToItsOwnNames(String local, String host) {
        assertThatCode(() -> hosts.check(host, local, 8420, true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8:8420", "192.0.2.7, localhost:8420", "192.0.2.7, 127.0.0.1:8420", "192.0.2.7, 192.0.2.7",
        "192.0.2.7, 192.0.2.7:8421", "192.0.2.7, evil.example:8420", "192.0.2.7, battery.example.evil.example:8420",
        "192.0.2.7, 192.0.2.7.evil.example:8420", "192.0.2.7, x.battery.example:8420", "192.0.2.7, battery.example.:8420",
        "192.0.2.7, 3221225991:8420", "192.0.2.7, 0xc0000207:8420", "192.0.2.7, 192.0.519:8420",
        "192.0.2.7, 0300.0.2.7:8420", "192.0.2.7, [::ffff:1]:8420", "192.0.2.7, user@192.0.2.7:8420",
        "192.0.2.7, '192.0.2.7:8420, evil'", "192.0.2.7, 192.0.2.7:8420:8420", "192.0.2.7, 192.0.2.7:99999",
        "192.0.2.7, :8420", "192.0.2.7, ''", "192.0.2.7,", "192.0.2.7, []:8420", "192.0.2.7, [battery.example]:8420",
        "2001:db8:0:0:0:0:0:7, 2001:db8::7:8420", "2001:db8:0:0:0:0:0:7, [2001:db8::8]:8420",
        "2001:db8:0:0:0:0:0:7, [2001:db8::7%eth0]:8420", "127.0.0.1, 127.0.0.2:8420", "127.0.0.1, 0.0.0.0:8420"
    })
    void refusesEveryOther(String local, String host) {
        assertThatThrownBy(() -> hosts.check(host, local, 8420, true))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(403))
                .hasMessageContaining("8420");
    }

    @Test
    void knowsThePortThatNobodyWrites() {
        assertThatCode(() -> hosts.check("battery.example", "192.0.2.7", 443, true)).doesNotThrowAnyException();
        assertThatCode(() -> hosts.check("localhost", "127.0.0.1", 80, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> hosts.check("battery.example", "192.0.2.7", 80, true)).isInstanceOf(Refused.class);
    }

    @Test
    void knowsNamesOfLoopback() {
        assertThat(HostCheck.isLoopbackName("localhost:1")).isTrue();
        assertThat(HostCheck.isLoopbackName("[::1]")).isTrue();
        assertThat(HostCheck.isLoopbackName("127.0.0.9:1")).isTrue();
        assertThat(HostCheck.isLoopbackName("battery.example:1")).isFalse();
        assertThat(HostCheck.isLoopbackName(null)).isFalse();
    }
}
