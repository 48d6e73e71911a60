// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireSensorTest {

    private final TestRoom room = TestRoom.unpaced(0);
    private final TestMaster master = room.master;
    private double amps = -12.345;
    private double celsius = 21.07;
    private double humidityPercent = 48.26;

    @Test
    void reportsTheCurrentWithItsSignAndSaturatesAtItsRange() {
        add(new WireCurrentSensor(1, 42, 200, () -> amps, room.clock));
        assertThat((int) sampled(WireType.MEASURED_CURRENT).u32At(0)).isEqualTo(-12_345);
        amps = 80;
        assertThat((int) sampled(WireType.MEASURED_CURRENT).u32At(0)).isEqualTo(50_000);
        amps = Double.NaN;
        assertThat(sampled(WireType.MEASURED_CURRENT).u32At(0)).isEqualTo(0x8000_0000L);
    }

    @Test
    void reportsTemperatureAndHumidity() {
        add(new WireTemperatureSensor(11, 42, 200, probe(), room.clock));
        WireFrame measured = sampled(WireType.MEASURED_TEMPERATURE);
        assertThat(measured.i16At(0)).isEqualTo(211);
        assertThat(measured.u16At(2)).isEqualTo(483);
        celsius = Double.NaN;
        humidityPercent = Double.NaN;
        measured = sampled(WireType.MEASURED_TEMPERATURE);
        assertThat(measured.u16At(0)).isEqualTo(0x8000);
        assertThat(measured.u16At(2)).isEqualTo(0xFFFF);
        assertThat(measured.u8At(4) & 0x10).isEqualTo(0x10);
    }

    @Test
    void aSensorWithoutHumidityReportsNone() {
        add(new WireTemperatureSensor(10, 42, 200, probe(), room.clock));
        assertThat(sampled(WireType.MEASURED_TEMPERATURE).u16At(2)).isEqualTo(0xFFFF);
    }

    @Test
    void saysWhatItDoesNotSupport() {
        add(new WireTemperatureSensor(10, 42, 200, probe(), room.clock));
        int[] unsupported = {
            WireType.START_RESISTANCE, WireType.RESISTANCE, WireType.RELAY_SET, WireType.RELAY_READ,
            WireType.INPUT_READ, WireType.RELAY_SILENCE
        };
        for (int type : unsupported) {
            int[] payload = type == WireType.RELAY_SET ? new int[] {1, 1, 0, 0, 7}
                    : type == WireType.RELAY_SILENCE ? new int[] {15, 60} : new int[0];
            WireFrame answer = master.askOne(type, 1, payload);
            assertThat(answer.type()).as("type %02X", type).isEqualTo(WireType.ACK);
            assertThat(answer.u8At(0)).as("type %02X", type).isEqualTo(2);
        }
    }

    @Test
    void refusesTypeCodesOfOtherDevices() {
        assertThatThrownBy(() -> new WireCurrentSensor(6, 1, 100, () -> 0, room.clock)).hasMessageContaining("1 to 5");
        assertThatThrownBy(() -> new WireTemperatureSensor(12, 1, 100, probe(), room.clock))
                .hasMessageContaining("10 or 11");
    }

    private void add(WireDevice sensor) {
        sensor.readdress(1);
        room.line.add(sensor);
        master.ask(WireType.STATUS, 1, 0, 1);
    }

    private WireFrame sampled(int type) {
        master.ask(WireType.SAMPLE, 0, 4);
        WireFrame measured = master.askOne(WireType.COLLECT, 1, 1);
        assertThat(measured.type()).isEqualTo(type);
        assertThat(measured.u8At(4) & 0x8F).isEqualTo(4);
        return measured;
    }

    private TemperatureProbe probe() {
        return new TemperatureProbe() {
            @Override
            public double celsius() {
                return celsius;
            }

            @Override
            public double humidityPercent() {
                return humidityPercent;
            }
        };
    }
}
