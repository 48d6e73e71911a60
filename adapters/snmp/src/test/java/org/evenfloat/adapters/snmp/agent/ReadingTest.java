// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each sort of reading finds. */
@Timeout(60)
class ReadingTest {

    private static final int BLOCKS = 60;
    private static final Oid DESCRIPTION = Oid.of(1, 3, 6, 1, 2, 1, 1, 1, 0);
    private static final Oid LONG_COUNTER = TestTree.ROOT.then(1, 3, 0);

    private final NorthboundRoom room = new NorthboundRoom(1, BLOCKS);
    private TestAgent agent;
    private SnmpClient client;
    private SnmpClient old;

    @BeforeEach
    void open() throws Exception {
        room.voltages(block -> 13_000 + block, Quality.GOOD);
        agent = TestAgent.of(room, TestAgent.nobody());
        agent.agent().show(room.image());
        client = new SnmpClient(agent.port(), Request.V2C, "public");
        old = new SnmpClient(agent.port(), Request.V1, "public");
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        old.close();
        agent.close();
    }

    private static Oid cell(int column, int block) {
        return TestTree.ENTRY.then(column, block);
    }

    @Test
    void whatIsNotThereIsToldAsSuch() throws Exception {
        SnmpClient.Answer answer = client.get(DESCRIPTION, cell(2, 1), TestTree.ROOT.then(1, 2, 0), cell(2, BLOCKS + 1),
                cell(14, 1), cell(14, 3), TestTree.ROOT.then(9, 0), TestTree.ROOT.then(1, 1, 1), LONG_COUNTER);
        assertThat(answer.status()).isZero();
        assertThat(answer.told()).extracting(SnmpClient.Told::tag).containsExactly(
                Tag.OCTETS, Tag.INTEGER, Tag.NO_SUCH_INSTANCE, Tag.NO_SUCH_INSTANCE, Tag.NO_SUCH_INSTANCE, Tag.INTEGER,
                Tag.NO_SUCH_OBJECT, Tag.NO_SUCH_INSTANCE, Tag.COUNTER64);
        assertThat((byte[]) answer.told().get(0).value()).asString().isEqualTo("Evenfloat 1.2.3 SNMP Agent");
        assertThat(answer.told().get(8).value()).isEqualTo(1L << 40);
    }

    @Test
    void version1NamesTheFirstThatIsNotThere() throws Exception {
        assertThat(old.get(DESCRIPTION, cell(2, 1)).status()).isZero();
        SnmpClient.Answer answer = old.get(DESCRIPTION, LONG_COUNTER, cell(2, 1));
        assertThat(answer.status()).isEqualTo(ErrorStatus.NO_SUCH_NAME);
        assertThat(answer.index()).isEqualTo(2);
        assertThat(answer.told()).hasSize(3);
        assertThat(old.next(TestTree.ROOT.then(1, 2, 0)).told().get(0).name()).isEqualTo(TestTree.ROOT.then(1, 4, 0));
        assertThat(old.next(Oid.of(1, 3, 6, 1, 7)).status()).isEqualTo(ErrorStatus.NO_SUCH_NAME);
    }

    @Test
    void aWalkStepsOverWhatHasNoValue() throws Exception {
        assertThat(client.next(TestTree.ROOT.then(1, 1, 0)).told().get(0).name()).isEqualTo(LONG_COUNTER);
        assertThat(client.next(cell(13, BLOCKS)).told().get(0).name()).isEqualTo(cell(14, 3));
        SnmpClient.Told last = client.next(Oid.of(1, 3, 6, 1, 7)).told().get(0);
        assertThat(last.tag()).isEqualTo(Tag.END_OF_VIEW);
        assertThat(last.name()).isEqualTo(Oid.of(1, 3, 6, 1, 7));
    }

    @Test
    void bulkWalkAndPlainWalkFindTheSame() throws Exception {
        List<Oid> plain = new ArrayList<>();
        Oid at = Oid.of(0, 0);
        for (SnmpClient.Told told = client.next(at).told().get(0); told.tag() != Tag.END_OF_VIEW;
                told = client.next(at).told().get(0)) {
            at = told.name();
            plain.add(at);
        }
        assertThat(plain).hasSizeGreaterThan(12 * BLOCKS).isSorted().doesNotHaveDuplicates();
        List<Oid> bulk = new ArrayList<>();
        boolean more = true;
        at = Oid.of(0, 0);
        while (more) {
            SnmpClient.Answer answer = client.bulk(0, 1_000, at);
            assertThat(answer.bytes()).isLessThanOrEqualTo(Desk.MOST_ANSWER);
            for (SnmpClient.Told told : answer.told()) {
                more = told.tag() != Tag.END_OF_VIEW;
                if (more) {
                    at = told.name();
                    bulk.add(at);
                } else {
                    assertThat(told.name()).isEqualTo(at);
                }
            }
        }
        assertThat(bulk).isEqualTo(plain);
    }

    @Test
    void bulkFillsAnAnswerWithWholeRepetitions() throws Exception {
        Oid[] columns = IntStream.rangeClosed(2, 13).mapToObj(TestTree.ENTRY::then).toArray(Oid[]::new);
        SnmpClient.Answer answer = client.bulk(0, 50, columns);
        assertThat(answer.status()).isZero();
        assertThat(answer.bytes()).isBetween(1_472 - 12 * 30, 1_472);
        assertThat(answer.told().size() % 12).isZero();
        assertThat(answer.told().get(13).name()).isEqualTo(cell(3, 2));
        assertThat(client.bulk(1, 2, DESCRIPTION, cell(2, 0), cell(3, 0)).told()).extracting(SnmpClient.Told::name)
                .containsExactly(Oid.of(1, 3, 6, 1, 2, 1, 1, 2, 0), cell(2, 1), cell(3, 1), cell(2, 2), cell(3, 2));
        assertThat(client.bulk(0, 0, DESCRIPTION).told()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsTooBig() throws Exception {
        Oid[] cells = IntStream.rangeClosed(1, 60).mapToObj(block -> cell(2, block)).toArray(Oid[]::new);
        assertThat(client.get(cells).status()).isZero();
        Oid[] twice = IntStream.rangeClosed(0, 119).mapToObj(block -> cell(2, block % 60 + 1)).toArray(Oid[]::new);
        SnmpClient.Answer answer = client.get(twice);
        assertThat(answer.status()).isEqualTo(ErrorStatus.TOO_BIG);
        assertThat(answer.told()).isEmpty();
        // As many columns as do not even fit once: those that do are told.
        assertThat(client.bulk(0, 3, twice).told()).hasSizeBetween(50, 119);
    }

    @Test
    void aNarrowViewHidesTheRest() throws Exception {
        try (SnmpClient narrow = new SnmpClient(agent.port(), Request.V2C, "narrow")) {
            assertThat(narrow.get(cell(2, 4), cell(2, 5), cell(3, 4), cell(3, 7), cell(4, 1), DESCRIPTION,
                            Oid.of(1, 3, 6, 1, 6, 3, 10, 2, 1, 2, 0)).told())
                    .extracting(SnmpClient.Told::tag).containsExactly(Tag.INTEGER, Tag.NO_SUCH_INSTANCE,
                            Tag.NO_SUCH_INSTANCE, Tag.NO_SUCH_INSTANCE, Tag.NO_SUCH_OBJECT, Tag.OCTETS, Tag.NO_SUCH_OBJECT);
            assertThat(narrow.bulk(0, 3, cell(2, 3)).told()).extracting(SnmpClient.Told::name)
                    .containsExactly(cell(2, 4), cell(2, 6), cell(2, 7));
            assertThat(narrow.next(cell(3, 6)).told().get(0).name()).isEqualTo(cell(3, 8));
            assertThat(narrow.next(cell(3, BLOCKS)).told().get(0).tag()).isEqualTo(Tag.END_OF_VIEW);
        }
    }

    @Test
    void strangersAreNotAnswered() throws Exception {
        long before = agent.agent().tally().badCommunities();
        try (SnmpClient stranger = new SnmpClient(agent.port(), Request.V2C, "Public");
                SnmpClient far = new SnmpClient(agent.port(), Request.V2C, "far")) {
            stranger.send(stranger.message(Tag.GET, 1, 0, 0));
            far.send(far.message(Tag.GET, 1, 0, 0));
            assertThat(stranger.receive()).isNull();
            assertThat(far.receive()).isNull();
        }
        client.get(DESCRIPTION);
        assertThat(agent.agent().tally().badCommunities()).isEqualTo(before + 2);
        assertThat(agent.agent().tally().lastError()).contains("127.0.0.1", "community");
        assertThat(client.get(Counter.BAD_COMMUNITY_NAMES.oid()).told().get(0).value()).isEqualTo(before + 2);
    }

    @Test
    void clientsAreKnownByWhatTheSiteFileCallsThem() throws Exception {
        client.get(DESCRIPTION);
        client.get(DESCRIPTION);
        old.get(DESCRIPTION);
        assertThat(agent.agent().tally().clients()).hasSize(2);
        ProtocolStatus.Client last = agent.agent().tally().clients().get(0);
        assertThat(last.how() + " " + last.who() + " " + last.address()).isEqualTo("v1 reader 127.0.0.1");
        assertThat(agent.agent().tally().clients().get(1).requests()).isEqualTo(2);
    }
}
