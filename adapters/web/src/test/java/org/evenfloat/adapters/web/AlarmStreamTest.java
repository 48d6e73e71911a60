// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands, in the stream. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlarmStreamTest {

    private final Room room = new Room(1, 4);

    @Test
    void isToldToEachWhoComesAndWhenItHasChanged() throws Exception {
        room.alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        try (Served served = new Served(room, StreamTest.limits(5, 30_000, 30_000)); Events events = served.stream()) {
            assertThat(events.next().name()).isEqualTo("hello");
            Events.Event first = events.next("alarms");
            assertThat(first.json().path("version").asLong()).isEqualTo(room.alarms.version());
            assertThat(first.json().path("general").asBoolean()).isTrue();
            assertThat(first.json().at("/counts/HIGH/unacknowledged").asInt()).isEqualTo(1);
            assertThat(first.json().at("/worst/sentence").asText())
                    .isEqualTo("Voltage of block A1-1 is low in float: 12.210 V, limit 12.6 V.");
            try (Events late = served.stream()) {
                assertThat(late.next("alarms").data()).isEqualTo(first.data());
            }
            room.alarms.gone(AlarmRoom.LOW, 12_700, 12_600);
            served.post("/api/v1/alarms/acknowledge", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"]}");
            Events.Event over = events.next("alarms");
            while (over.json().path("version").asLong() < room.alarms.version()) {
                over = events.next("alarms");
            }
            assertThat(over.json().path("worst").isNull()).isTrue();
            assertThat(over.json().at("/counts/HIGH/standing").asInt()).isZero();
        }
    }

    @Test
    void isToldToWhoeverComesAsItIsThenAndToTheOthersWithTheNextTick() throws Exception {
        try (Served served = new Served(room); Events before = served.stream()) {
            assertThat(before.next("alarms").json().path("worst").isNull()).isTrue();
            room.alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
            try (Events late = served.stream()) {
                String now = late.next("alarms").data();
                assertThat(Served.json(now).path("version").asLong()).isEqualTo(room.alarms.version());
                assertThat(before.next("alarms").data()).isEqualTo(now);
                late.next("image");
                room.sweep("A1", 13_500);
                assertThat(late.next().name()).as("not told twice").isEqualTo("image");
            }
        }
    }

    @Test
    void isToldAtMostOnceATickHoweverMuchChanges() throws Exception {
        try (Served served = new Served(room); Events events = served.stream()) {
            events.next("alarms");
            long begunNanos = System.nanoTime();
            int told = 0;
            int changes = 0;
            int millivolts = 13_000;
            while (System.nanoTime() - begunNanos < 3_200_000_000L) {
                room.alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
                room.alarms.gone(AlarmRoom.LOW, 12_700, 12_600);
                changes += 2;
                room.sweep("A1", ++millivolts);
                Events.Event event = events.next();
                while (!(event.name().equals("image") && event.firstMillivolts() == millivolts)) {
                    told += event.name().equals("alarms") ? 1 : 0;
                    event = events.next();
                }
            }
            assertThat(changes).as("enough happened").isGreaterThan(20);
            assertThat(told).as("of " + changes + " changes").isBetween(2, 4);
        }
    }

    @Test
    void namesWhatItIsAboutAsItIsCalledNow() throws Exception {
        Site site = room.site;
        try (Served served = new Served(room, StreamTest.limits(5, 30_000, 30_000)); Events events = served.stream()) {
            events.next("alarms");
            room.site = new Site(site.name(), site.timeZone(), site.lines(), site.batteries(), site.sensors());
            room.alarms.raise("string-voltage-high-alarm/A1", 14_700, 14_580);
            assertThat(events.next("alarms").json().at("/worst/sentence").asText())
                    .isEqualTo("Voltage of string A1 (String 1) is high: 14.700 V per block, limit 14.58 V.");
        }
    }
}
