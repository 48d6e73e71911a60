// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void showsSerialNumbersAndCounters() throws Exception {
        try (Served served = new Served(new Room(1, 1))) {
            JsonNode devices = Served.json(served.get("/api/v1/lines/L1/modules")).path("devices");
            assertThat(devices).hasSize(2);
            assertThat(devices.get(0).path("serial").asText()).isEqualTo("0000BEEF");
            assertThat(devices.get(0).path("corrupt").asInt()).isEqualTo(1);
            assertThat(devices.get(1).path("serial").isNull()).as("a sensor has no known serial number").isTrue();
        }
    }

    @Test
    void unknownLineIsToldAndABusyOneToo() throws Exception {
        Room room = new Room(1, 1);
        try (Served served = new Served(room)) {
            assertThat(served.get("/api/v1/lines/L9/modules").statusCode()).isEqualTo(404);
            room.lineBusy = true;
            assertThat(served.get("/api/v1/lines/L1/modules").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void showsRelaysInputsAndBreakers() throws Exception {
        try (Served served = new Served(new Room(1, 1))) {
            JsonNode switchgear = Served.json(served.get("/api/v1/switchgear"));
            JsonNode module = switchgear.path("relayModules").get(0);
            assertThat(module.path("quality").asText()).isEqualTo("GOOD");
            assertThat(module.path("relays").get(0).path("use").asText()).isEqualTo("breaker Q1");
            assertThat(module.path("relays").get(0).path("energised").asBoolean()).isTrue();
            assertThat(module.path("inputs").get(0).path("on").asBoolean()).isTrue();
            assertThat(switchgear.path("relayModules").get(1).path("seenAtMillis").isNull()).as("never seen").isTrue();
            assertThat(switchgear.path("breakers").get(0).path("position").asText()).isEqualTo("OPEN");
            assertThat(switchgear.path("breakers").get(1).path("strings")).hasSize(2);
        }
    }
}
