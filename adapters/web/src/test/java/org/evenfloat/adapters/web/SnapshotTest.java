// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final String IMAGE = "/api/v1/strings/A1/image";

    private static String packed(Served served) throws IOException {
        HttpResponse<byte[]> response =
                served.send(served.authorized(IMAGE).header("Accept-Encoding", "br, gzip"), BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        byte[] text = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        return new String(text, StandardCharsets.UTF_8);
    }

    @Test
    void isTheSameTextPackedOrNotAndAlwaysTheNewest() throws Exception {
        Room room = new Room(2, 600);
        try (Served served = new Served(room)) {
            for (int millivolts : new int[] {13_500, 13_501, 13_500}) {
                room.measure("A1", millivolts);
                for (int again = 0; again < 2; again++) {
                    HttpResponse<String> plain = served.get(IMAGE);
                    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
                    assertThat(Served.json(plain).at("/kinds/voltage/values/0").asInt()).isEqualTo(millivolts);
                    assertThat(packed(served)).isEqualTo(plain.body());
                }
            }
        }
    }

    @Test
    void showsOnlyWhatSaysNothingElse() {
        StringImage image = new DrawnImages(SeededCases.one(), "A1", 3).next();
        Room room = new Room(1, 3);
        Snapshot snapshot = new Snapshot(room.site().string("A1").orElseThrow(), image, Room.ZONE);
        assertThat(snapshot.shows(copy(image))).isTrue();
        StringImage otherValue = copy(image);
        otherValue.values()[2][1]++;
        assertThat(snapshot.shows(otherValue)).isFalse();
        StringImage otherQuality = copy(image);
        otherQuality.qualities()[3][2] ^= 1;
        assertThat(snapshot.shows(otherQuality)).isFalse();
        StringImage another = new DrawnImages(SeededCases.one(), "A1", 3).next();
        StringImage otherStatus = new StringImage(another.status(), image.values(), image.qualities());
        assertThat(snapshot.shows(otherStatus)).isFalse();
    }

    private static StringImage copy(StringImage image) {
        int[][] values = image.values().clone();
        byte[][] qualities = image.qualities().clone();
        for (int kind = 0; kind < values.length; kind++) {
            values[kind] = values[kind].clone();
            qualities[kind] = qualities[kind].clone();
        }
        return new StringImage(image.status(), values, qualities);
    }
}
