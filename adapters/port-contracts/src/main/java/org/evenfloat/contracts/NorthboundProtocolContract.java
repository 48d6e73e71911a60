// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoint;
import org.evenfloat.application.northbound.SeenPoints;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.application.port.out.NorthboundProtocol;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link NorthboundProtocol} tells of itself. */
@Timeout(60)
public abstract class NorthboundProtocolContract {

    private static final int PAGE = 37;
    private static final int REQUESTS = 5;

    private NorthboundRoom room;
    private Rig rig;

    /** A protocol that is served on this machine. */
    protected interface Rig extends AutoCloseable {

        /** Returns what tells. */
        NorthboundProtocol protocol();

        /** Returns what is shown the images. */
        Northbound northbound();

        /** Lets one client of this machine ask once and take the answer. */
        void ask() throws Exception;

        /** Lets a client of this machine ask for something that is answered with an error, or not at all. */
        void askAmiss() throws Exception;

        /** Returns the name of the point that is the voltage of a block, as the map has it. */
        String voltageName();
    }

    /** Serves the points of a room. */
    protected abstract Rig rig(NorthboundRoom of) throws Exception;

    @BeforeEach
    final void putUp() throws Exception {
        room = new NorthboundRoom(2, NorthboundContract.BLOCKS);
        rig = rig(room);
    }

    @AfterEach
    final void takeDown() throws Exception {
        rig.close();
    }

    private SeenPoints points(String search, int from, int count) {
        return rig.protocol().points(new PointQuestion(search, false, from, count));
    }

    private SeenPoints all() {
        return points("", 0, Integer.MAX_VALUE);
    }

    private List<SeenPoint> voltages(String search) {
        return points(search, 0, 1_000).points().stream()
                .filter(point -> point.name().equals(rig.voltageName())).toList();
    }

    @Test
    void itSaysWhereItIsServedAndHowToReadIt() {
        ProtocolStatus status = rig.protocol().status();
        assertThat(rig.protocol().id()).matches("[a-z]+");
        assertThat(status.places()).isNotEmpty().allSatisfy(place -> {
            assertThat(place.where()).isNotEmpty();
            assertThat(place.problem()).isEmpty();
        });
        assertThat(status.commands()).isNotEmpty();
        assertThat(status.clients()).isEmpty();
        assertThat(status.trouble()).isEmpty();
    }

    @Test
    void requestsAreCountedAndSoIsWhoAsked() throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            rig.ask();
        }
        Eventually.within(10, "all are counted", () -> rig.protocol().status().requests() == REQUESTS);
        ProtocolStatus status = rig.protocol().status();
        assertThat(status.refused().orElse(0)).isZero();
        assertThat(status.clients()).singleElement().satisfies(client -> {
            assertThat(client.address()).isEqualTo("127.0.0.1");
            assertThat(client.requests()).isEqualTo(REQUESTS);
            assertThat(client.agoMillis()).isBetween(0L, 60_000L);
        });
        rig.askAmiss();
        Eventually.within(10, "the error is counted", () -> {
            ProtocolStatus now = rig.protocol().status();
            return now.refused().orElse(0) + now.turnedAway() == 1;
        });
    }

    @Test
    void everyRowOfTheMapIsSeenAndPagesMissNone() {
        rig.northbound().show(room.image());
        PublishedPoints map = rig.protocol().map();
        SeenPoints whole = all();
        assertThat(whole.points()).hasSize(whole.matching());
        // The map has rows of the list of alarms, too, which come and go.
        assertThat(whole.matching()).isBetween(room.table().rows(PointSubject.BLOCK), map.rows().size());
        assertThat(map.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(map.head()));
        assertThat(map.head()).containsAll(map.numbers());
        List<String> paged = new ArrayList<>();
        for (int from = 0; from < whole.matching(); from += PAGE) {
            SeenPoints page = points("", from, PAGE);
            assertThat(page.matching()).isEqualTo(whole.matching());
            assertThat(page.points()).hasSizeLessThanOrEqualTo(PAGE);
            page.points().forEach(point -> paged.add(point.address()));
        }
        assertThat(paged).doesNotHaveDuplicates()
                .isEqualTo(whole.points().stream().map(SeenPoint::address).collect(Collectors.toList()));
        assertThat(points("", whole.matching(), PAGE).points()).isEmpty();
    }

    @Test
    void theNewestImageIsSeen() {
        assertThat(all().image()).isZero();
        assertThat(voltages("S2-3")).singleElement().satisfies(point -> {
            assertThat(point.quality()).isEqualTo(Quality.MISSING);
            assertThat(point.value()).isEmpty();
        });
        room.voltages(block -> 13_000 + block, Quality.GOOD);
        rig.northbound().show(room.image());
        assertThat(voltages("S2-3")).singleElement().satisfies(point -> {
            assertThat(point.subject()).isEqualTo("S2-3");
            assertThat(point.raw()).isEqualTo("13012");
            assertThat(point.value()).isEqualTo("13012 mV");
            assertThat(point.quality()).isEqualTo(Quality.GOOD);
        });
        room.voltages(block -> 12_000, Quality.STALE);
        rig.northbound().show(room.image());
        assertThat(voltages("S2-3")).singleElement().satisfies(point -> {
            assertThat(point.value()).isEqualTo("12000 mV");
            assertThat(point.quality()).isEqualTo(Quality.STALE);
        });
        assertThat(all().image()).isEqualTo(2);
        assertThat(all().atMillis()).isEqualTo(NorthboundRoom.NOW);
    }

    @Test
    void whatIsNotKnownCanBeLeftOut() {
        assertThat(rig.protocol().points(new PointQuestion("S1-1 " + rig.voltageName(), true, 0, 10)).points())
                .noneMatch(point -> point.name().equals(rig.voltageName()));
        rig.northbound().show(room.image());
        SeenPoints known = rig.protocol().points(new PointQuestion("", true, 0, Integer.MAX_VALUE));
        assertThat(known.points()).hasSize(known.matching())
                .noneMatch(point -> point.quality() == Quality.MISSING)
                .anyMatch(point -> point.subject().equals("S1-1") && point.name().equals(rig.voltageName()))
                .isEqualTo(all().points().stream().filter(point -> point.quality() != Quality.MISSING).toList());
    }

    @Test
    void allWordsOfASearchHaveToBeThere() {
        rig.northbound().show(room.image());
        SeenPoints found = points("  s1-7  " + rig.voltageName().toUpperCase(java.util.Locale.ROOT), 0, 10);
        assertThat(found.matching()).isEqualTo(found.points().size());
        assertThat(found.points()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.subject()).isEqualTo("S1-7");
            assertThat(point.name()).startsWith(rig.voltageName());
        });
        String address = found.points().get(0).address();
        assertThat(points(address, 0, 10).points()).anyMatch(point -> point.address().equals(address));
        assertThat(points("no-such-thing", 0, 10).matching()).isZero();
    }
}
