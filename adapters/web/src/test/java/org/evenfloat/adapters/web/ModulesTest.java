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
}
