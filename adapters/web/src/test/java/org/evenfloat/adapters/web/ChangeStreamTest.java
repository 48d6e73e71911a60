// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream of changes over real connections. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangeStreamTest {

    private static final String CHANGES = "/api/v1/stream?form=changes";

    static Events changes(Served served) {
        return new Events(served.send(served.authorized(CHANGES), BodyHandlers.ofInputStream()));
    }

    /** What GET image says, less what a client of the stream knows from hello. */
    private static JsonNode present(Served served) {
        ObjectNode image = (ObjectNode) Served.json(served.get("/api/v1/strings/A1/image"));
        image.remove("blocks");
        image.remove("qualityLegend");
        return image;
    }

    @Test
    void sendsAnImageAndThenWhatChanged() throws Exception {
        Room room = new Room(1, 3);
        room.measure("A1", 13_500);
        try (Served served = new Served(room); Events events = changes(served); Events images = served.stream()) {
            FoldedImage folded = new FoldedImage();
            assertThat(events.next().name()).isEqualTo("hello");
            assertThat(events.next().name()).isEqualTo("alarms");
            Events.Event first = events.next();
            assertThat(first.name()).isEqualTo("image");
            folded.take(first.name(), first.json());
            images.next("image");

            room.measure("A1", 13_502);
            room.mark("A1", MeasurementKind.DUTY, 2, Quality.MISSING);
            room.listeners.forEach(listener -> listener.accept("A1"));
            Events.Event second = events.next();
            assertThat(second.name()).isEqualTo("change");
            assertThat(second.json().path("kinds").toString()).isEqualTo(
                    "{\"voltage\":{\"change\":[2,2,2]},\"duty\":{\"change\":[0,0,null],\"quality\":[0,0,3]}}");
            assertThat(second.json().at("/status/meanMillivolts").asInt()).isEqualTo(13_502);
            folded.take(second.name(), second.json());
            assertThat(folded.image()).isEqualTo(present(served));

            Events.Event other = images.next();
            assertThat(other.name()).as("the other form goes on").isEqualTo("image");
            assertThat(other.id()).as("one number for both forms").isEqualTo(second.id());
        }
    }

    @Test
    void beginsWithAnImageForWhoeverComesInTheMiddle() throws Exception {
        Room room = new Room(1, 3);
        room.measure("A1", 13_500);
        try (Served served = new Served(room); Events before = changes(served)) {
            before.next("image");
            for (int millivolts = 13_501; millivolts < 13_510; millivolts++) {
                room.sweep("A1", millivolts);
                before.next("change");
            }
            try (Events late = changes(served)) {
                late.next("alarms");
                Events.Event first = late.next();
                assertThat(first.name()).isEqualTo("image");
                FoldedImage folded = new FoldedImage();
                folded.take(first.name(), first.json());
                room.sweep("A1", 13_600);
                Events.Event second = late.next();
                assertThat(second.name()).isEqualTo("change");
                folded.take(second.name(), second.json());
                assertThat(folded.image()).isEqualTo(present(served));
            }
        }
    }

    @Test
    void whoIsSlowSkipsAndIsRightAgain() throws Exception {
        Room room = new Room(1, 600);
        room.measure("A1", 10_000);
        int sweeps = 600;
        try (Served served = new Served(room);
                Socket slow = SlowClientTest.silent(served, CHANGES);
                Events quick = changes(served)) {
            quick.next("image");
            for (int i = 1; i <= sweeps; i++) {
                room.sweep("A1", 10_000 + i % 7);
                quick.next("change");
            }
            room.sweep("A1", 12_000);
            SlowClientTest.skipHead(slow.getInputStream());
            Events late = new Events(slow.getInputStream());
            FoldedImage folded = new FoldedImage();
            while (folded.image() == null || folded.image().at("/status/meanMillivolts").asInt() != 12_000) {
                takeNext(late, folded);
            }
            assertThat(folded.image()).isEqualTo(present(served));
            assertThat(folded.images()).as("images: the first, and one after what it missed").isGreaterThan(1);
            assertThat(folded.changes()).as("changes queued for the slow client").isLessThan(sweeps / 2);
        }
    }

    private static void takeNext(Events events, FoldedImage folded) throws IOException {
        Events.Event event = events.next();
        if (event.name().equals("image") || event.name().equals("change")) {
            folded.take(event.name(), event.json());
        }
    }

    @Test
    void packedTextIsTheSameText() throws Exception {
        Room room = new Room(1, 600);
        room.measure("A1", 13_500);
        try (Served served = new Served(room)) {
            HttpResponse<InputStream> response = served.send(
                    served.authorized(CHANGES).header("Accept-Encoding", "gzip"), BodyHandlers.ofInputStream());
            try (Events events = new Events(StreamTest.unpacked(response.body()))) {
                FoldedImage folded = new FoldedImage();
                events.next("alarms");
                takeNext(events, folded);
                room.sweep("A1", 13_510);
                takeNext(events, folded);
                assertThat(folded.changes()).isEqualTo(1);
                assertThat(folded.image()).isEqualTo(present(served));
            }
        }
    }

    @Test
    void refusesFormsThatThereAreNot() throws Exception {
        try (Served served = new Served(new Room(1, 2))) {
            HttpResponse<String> response = served.get("/api/v1/stream?form=deltas&since=1");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body())
                    .contains("since: unknown parameter - form", "form: deltas - images, changes");
        }
    }

    @Test
    void encodesNoFormThatNobodyTakes() {
        int[] asked = new int[1];
        SseFrame frame = SseFrame.event("image", 1, () -> {
            asked[0]++;
            return new byte[] {'{', '}'};
        });
        assertThat(asked[0]).isZero();
        byte[] first = frame.plain();
        frame.compressed();
        assertThat(frame.plain()).isSameAs(first);
        assertThat(asked[0]).isEqualTo(1);
    }
}
