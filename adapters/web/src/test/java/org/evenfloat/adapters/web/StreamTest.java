// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamTest {

    static WebLimits limits(int streams, long blockedMillis, long heartbeatMillis) {
        WebLimits normal = WebLimits.NORMAL;
        return new WebLimits(
                normal.threads(), normal.connections(), streams, normal.bodyBytes(), normal.uriBytes(),
                normal.headerBytes(), normal.exchangeMillis(), blockedMillis, heartbeatMillis, 20,
                normal.sendBufferBytes(), normal.headMillis(), normal.halfOpen(), normal.others(),
                normal.loopback());
    }

    @Test
    void greetsAndThenSendsEveryStringAndEveryUpdate() throws Exception {
        Room room = new Room(2, 3);
        room.measure("A2", 13_500);
        room.mark("A2", MeasurementKind.VOLTAGE, 1, Quality.MISSING);
        try (Served served = new Served(room); Events events = served.stream()) {
            Events.Event hello = events.next();
            assertThat(hello.name()).isEqualTo("hello");
            assertThat(hello.id()).isNull();
            assertThat(hello.json().at("/strings/1").toString())
                    .isEqualTo("{\"id\":\"A2\",\"name\":\"String 2\",\"blocks\":[\"A2-1\",\"A2-2\",\"A2-3\"]}");
            assertThat(hello.json().at("/qualityLegend/3").asText()).isEqualTo("MISSING");

            assertThat(events.next().name()).isEqualTo("alarms");
            Events.Event first = events.next();
            assertThat(first.name()).isEqualTo("image");
            assertThat(first.json().path("string").asText()).isEqualTo("A1");
            assertThat(first.json().path("sampledAt").isNull()).isTrue();
            Events.Event second = events.next();
            assertThat(second.json().path("string").asText()).isEqualTo("A2");
            assertThat(second.json().at("/kinds/voltage/values").toString()).isEqualTo("[13500,null,13502]");
            assertThat(second.json().at("/kinds/voltage/quality").toString()).isEqualTo("[0,3,0]");
            assertThat(second.json().has("blocks")).isFalse();

            room.sweep("A1", 13_600);
            Events.Event update = events.next();
            assertThat(update.json().path("string").asText()).isEqualTo("A1");
            assertThat(update.json().at("/status/meanMillivolts").asInt()).isEqualTo(13_600);
            assertThat(update.json().path("sampledAtMillis").asLong()).isEqualTo(Room.NOW);
            assertThat(Long.parseLong(update.id())).isGreaterThan(Long.parseLong(second.id()));
        }
    }

    @Test
    void givesTheNewestToWhoeverComesBack() throws Exception {
        Room room = new Room(1, 2);
        try (Served served = new Served(room)) {
            try (Events before = served.stream()) {
                room.sweep("A1", 13_000);
                before.image(13_000);
            }
            for (int millivolts = 13_001; millivolts < 13_100; millivolts++) {
                room.sweep("A1", millivolts);
            }
            HttpResponse<InputStream> response = served.send(
                    served.authorized("/api/v1/stream").header("Last-Event-ID", "2"), BodyHandlers.ofInputStream());
            try (Events again = new Events(response)) {
                assertThat(again.next("image").firstMillivolts()).isEqualTo(13_099);
            }
        }
    }

    @Test
    void ignoresStringsItDoesNotKnow() throws Exception {
        Room room = new Room(1, 2);
        try (Served served = new Served(room); Events events = served.stream()) {
            room.listeners.forEach(listener -> listener.accept("no such string"));
            room.sweep("A1", 13_600);
            assertThat(events.image(13_600).name()).isEqualTo("image");
        }
    }

    @Test
    void packsForThoseWhoWantItAndEndsTheArchiveProperly() throws Exception {
        Room room = new Room(1, 600);
        room.measure("A1", 13_500);
        Served served = new Served(room);
        HttpResponse<InputStream> response = served.send(
                served.authorized("/api/v1/stream").header("Accept-Encoding", "gzip"), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (Events events = new Events(unpacked(response.body()))) {
            assertThat(events.next().name()).isEqualTo("hello");
            assertThat(events.next().name()).isEqualTo("alarms");
            assertThat(events.next().firstMillivolts()).isEqualTo(13_500);
            room.sweep("A1", 13_700);
            assertThat(events.next().firstMillivolts()).isEqualTo(13_700);
            served.close();
            assertThatThrownBy(events::next).isExactlyInstanceOf(EOFException.class).hasMessage(null);
        }
    }

    /** Says that nothing is available, where the JDK's stream always says one byte and makes readers wait for it. */
    static InputStream unpacked(InputStream packed) throws IOException {
        return new FilterInputStream(new GZIPInputStream(packed)) {
            @Override
            public int available() {
                return 0;
            }
        };
    }

    @Test
    void endsProperlyWhenTheServerCloses() throws Exception {
        Room room = new Room(1, 2);
        Served served = new Served(room);
        List<Events> all = List.of(served.stream(), served.stream(), served.stream());
        for (Events events : all) {
            events.next("image");
        }
        served.close();
        for (Events events : all) {
            assertThatThrownBy(events::next).isExactlyInstanceOf(EOFException.class).hasMessage(null);
        }
        assertThat(room.listeners).isEmpty();
    }

    @Test
    void sendsAHeartbeatWhileNothingIsNew() throws Exception {
        try (Served served = new Served(new Room(1, 2), limits(10, 30_000, 50)); Events events = served.stream()) {
            events.next("image");
            assertThat(events.next().name()).isEqualTo(":");
            assertThat(events.next().name()).isEqualTo(":");
        }
    }

    @Test
    void outlivesTheTimeOfOrdinaryRequests() throws Exception {
        WebLimits normal = WebLimits.NORMAL;
        WebLimits quick = new WebLimits(
                normal.threads(), normal.connections(), normal.streams(), normal.bodyBytes(), normal.uriBytes(),
                normal.headerBytes(), 150, 30_000, 50, 20, normal.sendBufferBytes(), normal.headMillis(),
                normal.halfOpen(), normal.others(), normal.loopback());
        try (Served served = new Served(new Room(1, 2), quick); Events events = served.stream()) {
            events.next("image");
            for (int heartbeats = 0; heartbeats < 12; heartbeats++) { // four times as long
                assertThat(events.next().name()).isEqualTo(":");
            }
        }
    }

    @Test
    void refusesOneStreamTooManyAndGivesItsPlaceToTheNext() throws Exception {
        Room room = new Room(1, 2);
        try (Served served = new Served(room, limits(2, 30_000, 20))) {
            Events first = served.stream();
            Events second = served.stream();
            first.next("image");
            second.next("image");
            HttpResponse<String> third = served.get("/api/v1/stream");
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(Served.json(third).path("detail").asText()).startsWith("All 2 streams are taken.");
            first.close();
            HttpResponse<InputStream> fourth = open(served);
            while (fourth.statusCode() == 503) { // until a heartbeat finds out that the first is gone
                fourth.body().close();
                second.next(":");
                fourth = open(served);
            }
            assertThat(new Events(fourth).next().name()).isEqualTo("hello");
        }
    }

    private static HttpResponse<InputStream> open(Served served) {
        return served.send(served.authorized("/api/v1/stream"), BodyHandlers.ofInputStream());
    }

    @Test
    void aHundredClientsGetAnUpdateFromAFewThreads() throws Exception {
        Room room = new Room(1, 64);
        try (Served served = new Served(room)) {
            List<Events> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(served.stream());
            }
            for (Events events : all) {
                events.next("image");
            }
            room.sweep("A1", 13_650);
            String id = null;
            for (Events events : all) {
                Events.Event update = events.next();
                assertThat(update.firstMillivolts()).isEqualTo(13_650);
                id = id == null ? update.id() : id;
                assertThat(update.id()).as("one encoding for all").isEqualTo(id);
            }
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("web"))
                    .count();
            assertThat(threads).isLessThanOrEqualTo(WebLimits.NORMAL.threads() + 1L);
            assertThat(served.get("/api/v1/strings").statusCode()).isEqualTo(200);
        }
    }
}
