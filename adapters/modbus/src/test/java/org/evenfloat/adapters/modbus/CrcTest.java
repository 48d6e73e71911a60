// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrcTest {

    /** The frames of the manual of a manager card of the field. */
    @ParameterizedTest
    @ValueSource(strings = {"010400630001C1D4", "0104021234B447"})
    void framesOfTheFieldAreSound(String frame) {
        byte[] bytes = HexFormat.of().parseHex(frame);
        assertThat(Crc.right(bytes, 0, bytes.length)).isTrue();
        bytes[2] ^= 1;
        assertThat(Crc.right(bytes, 0, bytes.length)).isFalse();
    }
}
