// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.ProtocolStatus.Client;
import org.junit.jupiter.api.Test;

class ClientTableTest {

    private final ClientTable table = new ClientTable();

    private ClientTally client(int number) {
        return table.of("10.0.0." + number, "client " + number, "TCP");
    }

    @Test
    void theOneThatHasBeenSilentLongestIsForgotten() {
        for (int i = 0; i < 10 * ProtocolStatus.MOST_CLIENTS; i++) {
            client(i).answered(1, 0, System.nanoTime());
        }
        List<Client> told = table.told();
        assertThat(told).hasSize(ProtocolStatus.MOST_CLIENTS);
        assertThat(told.get(0).address()).as("the latest first")
                .isEqualTo("10.0.0." + (10 * ProtocolStatus.MOST_CLIENTS - 1));
        assertThat(told.stream().map(Client::address)).doesNotContain("10.0.0.0");
    }

    @Test
    void whoIsConnectedIsNotForgottenAndTheRestShareATally() {
        for (int i = 0; i < ProtocolStatus.MOST_CLIENTS; i++) {
            client(i).connected(1);
        }
        client(100).answered(2, 1, System.nanoTime());
        client(101).answered(3, 0, System.nanoTime());
        List<Client> told = table.told();
        assertThat(told).hasSize(ProtocolStatus.MOST_CLIENTS + 1);
        Client others = told.get(told.size() - 1);
        assertThat(others.address()).isEmpty();
        assertThat(others.requests()).isEqualTo(5);
        assertThat(others.refused()).isEqualTo(1);
        client(7).connected(-1);
        client(102).answered(1, 0, System.nanoTime());
        assertThat(table.told().stream().map(Client::address)).contains("10.0.0.102").doesNotContain("10.0.0.7");
    }

    @Test
    void whoHasNeverAskedSaysSo() {
        client(1).connected(1);
        assertThat(table.told()).singleElement().satisfies(client -> {
            assertThat(client.requests()).isZero();
            assertThat(client.agoMillis()).isNegative();
        });
    }
}
