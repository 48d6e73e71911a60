// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.junit.jupiter.api.Test;

/** Keys of the password of RFC 3414 section A.3, "maplesyrup", for its engine. */
class KeysTest {

    private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");

    private static String key(Authentication hash) {
        return HexFormat.of().formatHex(Keys.ofPassword(hash, "maplesyrup"));
    }

    private static String localized(Authentication hash) {
        return HexFormat.of().formatHex(Keys.localize(hash, Keys.ofPassword(hash, "maplesyrup"), ENGINE));
    }

    @Test
    void sha1AsInTheRfc() {
        assertThat(key(Authentication.SHA1)).isEqualTo("9fb5cc0381497b3793528939ff788d5d79145211");
        assertThat(localized(Authentication.SHA1)).isEqualTo("6695febc9288e36282235fc7151f128497b38f3f");
    }

    /** Computed apart from this program, with the algorithm of the RFC and hashlib of Python. */
    @Test
    void sha2ByTheSameAlgorithm() {
        assertThat(localized(Authentication.SHA224)).isEqualTo(
                "0bd8827c6e29f8065e08e09237f177e410f69b90e1782be682075674");
        assertThat(localized(Authentication.SHA256)).isEqualTo(
                "8982e0e549e866db361a6b625d84cccc11162d453ee8ce3a6445c2d6776f0f8b");
        assertThat(localized(Authentication.SHA384)).isEqualTo(
                "3b298f16164a11184279d5432bf169e2d2a48307de02b3d3f7e2b4f36eb6f045"
                        + "5a53689a3937eea07319a633d2ccba78");
        assertThat(localized(Authentication.SHA512)).isEqualTo(
                "22a5a36cedfcc085807a128d7bc6c2382167ad6c0dbc5fdff856740f3d84c099"
                        + "ad1ea87a8db096714d9788bd544047c9021e4229ce27e4c0a69250adfcffbb0b");
    }

    @Test
    void longKeysAreExtendedByDigestsOfThemselves() {
        byte[] localized = HexFormat.of().parseHex(localized(Authentication.SHA1));
        assertThat(HexFormat.of().formatHex(Keys.ofLength(Authentication.SHA1, localized, 24)))
                .isEqualTo("6695febc9288e36282235fc7151f128497b38f3f505e07eb");
        assertThat(HexFormat.of().formatHex(Keys.ofLength(Authentication.SHA1, localized, 32)))
                .isEqualTo("6695febc9288e36282235fc7151f128497b38f3f505e07eb9af25568fa1f5dbe");
        assertThat(Keys.ofLength(Authentication.SHA1, localized, 16)).isEqualTo(Arrays.copyOf(localized, 16));
    }
}
