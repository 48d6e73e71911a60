// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is set is carried out in the name of the client, once, and answered when it is done. */
@Timeout(60)
class SettingTest {

    private static final Oid ACKNOWLEDGE = TestTree.ROOT.then(1, 4, 0);
    private static final Oid DESCRIPTION = Oid.of(1, 3, 6, 1, 2, 1, 1, 1, 0);

    private final NorthboundRoom room = new NorthboundRoom(1, 10);
    private final Alarms alarms = new Alarms();
    private TestAgent agent;
    private SnmpClient writer;

    /** Takes down what is asked for, as long as it takes. */
    private static final class Alarms implements HandleAlarms {

        private final LinkedBlockingQueue<String> done = new LinkedBlockingQueue<>();
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean slow;
        private volatile boolean forbidden;

        @Override
        public List<String> acknowledge(Actor who, List<String> ids, String comment) {
            done.add(who.name() + " (" + who.from() + ", " + who.grants().site() + "): " + ids);
            if (forbidden) {
                throw new NotAllowed(who.name() + " may not", Role.OPERATE);
            }
            if (slow) {
                try {
                    open.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }
            return List.of();
        }

        @Override
        public List<String> mute(Actor who) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> reset(Actor who, List<String> ids, String comment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> shelve(Actor who, List<String> ids, long millis, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> unshelve(Actor who, List<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> takeOutOfService(Actor who, List<String> ids, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> returnToService(Actor who, List<String> ids) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void open() throws Exception {
        room.alarms(true, "block-voltage-low-alarm/S1-3");
        agent = TestAgent.of(room, new NorthboundOrders(room, alarms, null));
        agent.agent().show(room.image());
        writer = new SnmpClient(agent.port(), Request.V2C, "private");
    }

    @AfterEach
    void close() throws Exception {
        alarms.open.countDown();
        writer.close();
        agent.close();
    }

    @Test
    void whatIsAllowedIsDoneInTheNameOfTheClient() throws Exception {
        SnmpClient.Answer answer = writer.set(ACKNOWLEDGE, 1);
        assertThat(answer.status()).isZero();
        assertThat(answer.told()).containsExactly(new SnmpClient.Told(ACKNOWLEDGE, Tag.INTEGER, 1L));
        assertThat(alarms.done).containsExactly("writer (snmp 127.0.0.1, SERVICE): [block-voltage-low-alarm/S1-3]");
        assertThat(agent.agent().tally().sets()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedChangesNothing() throws Exception {
        try (SnmpClient reader = new SnmpClient(agent.port(), Request.V2C, "public");
                SnmpClient old = new SnmpClient(agent.port(), Request.V1, "private")) {
            assertThat(reader.set(ACKNOWLEDGE, 1).status()).isEqualTo(ErrorStatus.NO_ACCESS);
            assertThat(writer.set(ACKNOWLEDGE, 2).status()).isEqualTo(ErrorStatus.WRONG_VALUE);
            assertThat(old.set(ACKNOWLEDGE, 2).status()).isEqualTo(ErrorStatus.BAD_VALUE);
            assertThat(writer.ask(Tag.SET, 0, 0, SnmpClient.binding(ACKNOWLEDGE, new byte[] {5, 0})).status())
                    .isEqualTo(ErrorStatus.WRONG_TYPE);
            SnmpClient.Answer second = writer.ask(Tag.SET, 0, 0,
                    SnmpClient.binding(ACKNOWLEDGE, SnmpClient.integer(1)),
                    SnmpClient.binding(ACKNOWLEDGE, SnmpClient.integer(7)));
            assertThat(second.status()).isEqualTo(ErrorStatus.WRONG_VALUE);
            assertThat(second.index()).isEqualTo(2);
        }
        assertThat(alarms.done).isEmpty();
        alarms.forbidden = true;
        assertThat(writer.set(ACKNOWLEDGE, 1).status()).isEqualTo(ErrorStatus.NO_ACCESS);
    }

    @Test
    void theSameAgainIsNotDoneTwiceAndHoldsUpNobody() throws Exception {
        alarms.slow = true;
        byte[] set = writer.message(Tag.SET, 1_000, 0, 0, SnmpClient.binding(ACKNOWLEDGE, SnmpClient.integer(1)));
        for (int i = 0; i < 5; i++) {
            writer.send(set);
        }
        assertThat(alarms.done.poll(30, TimeUnit.SECONDS)).startsWith("writer");
        try (SnmpClient reader = new SnmpClient(agent.port(), Request.V2C, "public")) {
            assertThat(reader.get(DESCRIPTION).status()).isZero();
            // all five have been taken in before that answer
            alarms.open.countDown();
            SnmpClient.Answer answer = null;
            for (int i = 0; answer == null && i < 100; i++) {
                answer = writer.receive();
            }
            assertThat(answer.status()).isZero();
            assertThat(alarms.done).isEmpty();
        }
    }

    @Test
    void moreThanCanWaitAreTurnedAway() throws Exception {
        alarms.slow = true;
        for (int i = 0; i < 40; i++) {
            writer.send(writer.message(Tag.SET, 2_000 + i, 0, 0,
                    SnmpClient.binding(ACKNOWLEDGE, SnmpClient.integer(1))));
        }
        assertThat(writer.set(ACKNOWLEDGE, 1).status()).isEqualTo(ErrorStatus.RESOURCE_UNAVAILABLE);
    }
}
