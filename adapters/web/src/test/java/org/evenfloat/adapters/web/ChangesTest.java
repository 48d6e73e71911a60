// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.contracts.SeededCases.Draw;
import org.junit.jupiter.api.Test;

/** Whoever adds up what the stream of changes says holds the server's present image, whatever he missed. */
class ChangesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A client with as many strings as there are, which may read seldom. */
    private static final class Reader {

        private final UnreadImages unread;
        private final List<FoldedImage> strings = new ArrayList<>();
        private final int permilleOfReading;
        private int frames;

        Reader(NewestImages newest, int permilleOfReading) {
            this.unread = new UnreadImages(newest, StreamForm.CHANGES);
            this.permilleOfReading = permilleOfReading;
            for (int string = 0; string < newest.strings(); string++) {
                strings.add(new FoldedImage());
                unread.news(string);
            }
        }

        void read() throws IOException {
            for (SseFrame frame = unread.next(); frame != null; frame = unread.next()) {
                frames++;
                Events events = new Events(new ByteArrayInputStream(frame.plain()));
                try {
                    while (true) {
                        Events.Event event = events.next();
                        String string = event.json().path("string").asText();
                        strings.get(Integer.parseInt(string.substring(1))).take(event.name(), event.json());
                    }
                } catch (EOFException end) {
                    continue; // with the next
                }
            }
        }

        int events() {
            return strings.stream().mapToInt(string -> string.changes() + string.images()).sum();
        }
    }

    private static JsonNode shown(StringImage image) {
        return Served.json(new String(
                Json.bytes(json -> ImageJson.update(json, image, ZONE)), StandardCharsets.UTF_8));
    }

    @Test
    void addUpToThePresentImageForEverybody() {
        int[] changes = new int[1];
        int[] wholes = new int[1];
        int[] grouped = new int[1];
        SeededCases.check("changes add up to the present image", 200, draw -> {
            int strings = draw.between(1, 4);
            NewestImages newest = new NewestImages(strings);
            StringImage[] present = new StringImage[strings];
            DrawnImages[] source = new DrawnImages[strings];
            for (int i = 0; i < strings; i++) {
                source[i] = new DrawnImages(draw, "S" + i, draw.between(1, 12));
            }
            List<Reader> readers = new ArrayList<>();
            for (int round = 0; round < 40; round++) {
                if (round == 0 || draw.permille(100)) {
                    readers.add(new Reader(newest, draw.pick(List.of(1_000, 500, 50))));
                }
                SortedMap<Integer, StringImage> fresh = new TreeMap<>();
                for (int string = 0; string < strings; string++) {
                    if (draw.permille(700)) {
                        present[string] = source[string].next();
                        fresh.put(string, present[string]);
                    }
                }
                newest.put(fresh, ZONE);
                for (Reader reader : readers) {
                    fresh.keySet().forEach(reader.unread::news);
                    if (draw.permille(reader.permilleOfReading)) {
                        reader.read();
                        check(draw, reader, present);
                    }
                }
            }
            for (Reader reader : readers) {
                reader.read();
                check(draw, reader, present);
                changes[0] += reader.strings.stream().mapToInt(FoldedImage::changes).sum();
                grouped[0] += reader.events() - reader.frames;
                wholes[0] += reader.strings.stream().mapToInt(FoldedImage::images).sum();
            }
        });
        assertThat(changes[0]).as("changes read").isGreaterThan(1_000);
        assertThat(wholes[0]).as("images read").isGreaterThan(1_000);
        assertThat(grouped[0]).as("changes read in the piece of another string").isGreaterThan(1_000);
    }

    private static void check(Draw draw, Reader reader, StringImage[] present) {
        for (int string = 0; string < present.length; string++) {
            if (present[string] != null) {
                assertThat(reader.strings.get(string).image()).as("seed %d", draw.seed()).isEqualTo(shown(present[string]));
            }
        }
    }

    @Test
    void whoReadsEverythingGetsOneImageAndThenChanges() throws IOException {
        NewestImages newest = new NewestImages(1);
        Reader reader = new Reader(newest, 1_000);
        DrawnImages source = new DrawnImages(SeededCases.one(), "S0", 5);
        for (int round = 0; round < 10; round++) {
            newest.put(new TreeMap<>(Map.of(0, source.next())), ZONE);
            reader.unread.news(0);
            reader.read();
            reader.unread.news(0); // told twice of the same
            reader.read();
        }
        assertThat(reader.strings.get(0).images()).isEqualTo(1);
        assertThat(reader.strings.get(0).changes()).isEqualTo(9);
    }

    @Test
    void whoSkipsGetsOneWholeImageAndThenChangesAgain() throws IOException {
        NewestImages newest = new NewestImages(1);
        Reader reader = new Reader(newest, 1_000);
        DrawnImages source = new DrawnImages(SeededCases.one(), "S0", 5);
        for (int round = 0; round < 10; round++) {
            newest.put(new TreeMap<>(Map.of(0, source.next())), ZONE);
            reader.unread.news(0);
            if (round != 5) {
                reader.read();
            }
        }
        assertThat(reader.strings.get(0).images()).isEqualTo(2);
        assertThat(reader.strings.get(0).changes()).isEqualTo(7);
    }

    @Test
    void saysNothingOfAKindThatRests() {
        StringImage first = image(new int[] {13_600, 13_610, 0}, new byte[] {0, 1, 3});
        StringImage second = image(new int[] {13_601, 99, 13_590}, new byte[] {0, 3, 0});
        StringImage third = image(new int[] {13_601, 7, 13_590}, new byte[] {0, 3, 1});
        assertThat(kinds(first, first)).isEqualTo("{}");
        assertThat(kinds(first, second))
                .isEqualTo("{\"voltage\":{\"change\":[1,null,13590],\"quality\":[0,3,0]}}");
        assertThat(kinds(second, third)).isEqualTo("{\"voltage\":{\"quality\":[0,3,1]}}");
    }

    private static StringImage image(int[] millivolts, byte[] quality) {
        int[] nothing = new int[millivolts.length];
        byte[] good = new byte[millivolts.length];
        return new StringImage(
                new DrawnImages(SeededCases.one(), "S0", 1).next().status(),
                new int[][] {millivolts, nothing, nothing, nothing}, new byte[][] {quality, good, good, good});
    }

    private static String kinds(StringImage former, StringImage image) {
        byte[] json = Json.bytes(to -> ChangeJson.write(to, former, image, ZONE));
        return Served.json(new String(json, StandardCharsets.UTF_8)).path("kinds").toString();
    }
}
