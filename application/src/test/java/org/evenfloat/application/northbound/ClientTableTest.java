// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.application.northbound.ProtocolStatus.Client;
import org.junit.jupiter.api.Test;

class ClientTableTest {

    private final ClientTable table = new ClientTable();
    private long nanos;

    private ClientTally client(int number) {
        return table.of("10.0.0." + number, "client " + number, "TCP", ++nanos);
    }

    @Test
    void theOneThatHasBeenSilentLongestIsForgotten() {
        for (int i = 0; i < 10 * ProtocolStatus.MOST_CLIENTS; i++) {
            client(i).answered(1, 0, ++nanos);
        }
        List<Client> told = table.told(nanos);
        assertThat(told).hasSize(ProtocolStatus.MOST_CLIENTS);
        assertThat(told.get(0).address()).as("the latest first")
                .isEqualTo("10.0.0." + (10 * ProtocolStatus.MOST_CLIENTS - 1));
        assertThat(told.stream().map(Client::address)).doesNotContain("10.0.0.0");
    }

    @Test
    void whoIsConnectedIsNotForgottenAndTheRestShareATally() {
        for (int i = 0; i < ProtocolStatus.MOST_CLIENTS; i++) {
            client(i).connected();
        }
        client(100).answered(2, 1, ++nanos);
        client(101).answered(3, 0, ++nanos);
        List<Client> told = table.told(nanos);
        assertThat(told).hasSize(ProtocolStatus.MOST_CLIENTS + 1);
        Client others = told.get(told.size() - 1);
        assertThat(others.address()).isEmpty();
        assertThat(others.requests()).isEqualTo(5);
        assertThat(others.refused()).isEqualTo(1);
        client(7).disconnected();
        client(102).answered(1, 0, ++nanos);
        assertThat(table.told(nanos).stream().map(Client::address)).contains("10.0.0.102").doesNotContain("10.0.0.7");
    }

    @Test
    void whoHasNeverAskedSaysSo() {
        client(1).connected();
        assertThat(table.told(nanos)).singleElement().satisfies(client -> {
            assertThat(client.requests()).isZero();
            assertThat(client.agoMillis()).isNegative();
        });
    }
}
