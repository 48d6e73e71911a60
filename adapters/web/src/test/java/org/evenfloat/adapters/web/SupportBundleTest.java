// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.evenfloat.application.port.in.CollectSupport.Piece;
import org.evenfloat.application.port.out.HistoryFailure;
import org.junit.jupiter.api.Test;

class SupportBundleTest {

    private static final String PATH = "/api/v1/system/support-bundle";

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Map<String, String> bundle(Served served) throws IOException {
        HttpResponse<byte[]> response = served.send(served.authorized(PATH), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return unpacked(response.body());
    }

    @Test
    void holdsEverythingSomebodyNeedsWhoHelps() throws Exception {
        try (Served served = new Served(new Room(1, 2))) {
            HttpResponse<byte[]> response = served.send(
                    served.authorized(PATH).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(response.headers().firstValue("Content-Encoding")).as("a zip is not packed again").isEmpty();
            assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                    .matches("attachment; filename=\"evenfloat-support-[A-Za-z0-9-]+-2025-11-22\\.zip\"");
            Map<String, String> files = unpacked(response.body());
            assertThat(files.keySet()).containsExactly(
                    "health.json", "system.json", "site.yaml", "lines/L1.json", "events.jsonl");
            assertThat(Served.json(files.get("health.json")).path("good").asBoolean()).isTrue();
            assertThat(Served.json(files.get("system.json")).at("/program/pid").asInt()).isEqualTo(4711);
            assertThat(Served.json(files.get("lines/L1.json")).at("/devices/0/answered").asInt()).isEqualTo(28);
            String[] events = files.get("events.jsonl").split("\n");
            assertThat(events).hasSize(2);
            assertThat(Served.json(events[0]).path("kind").asText()).isEqualTo("MODULE_LOST");
        }
    }

    @Test
    void whatCannotBeHadIsSaidInside() throws Exception {
        Room room = new Room(1, 1);
        room.lineBusy = true;
        room.historyFailure = new HistoryFailure("The disk is full.", null);
        room.machine.pieces.add(new Piece("log/evenfloat.log", target -> {
            target.write("half".getBytes(StandardCharsets.UTF_8));
            throw new IOException("Input/output error");
        }));
        room.machine.pieces.add(new Piece("threads.txt", target -> {
            throw new IllegalStateException("a bug");
        }));
        try (Served served = new Served(room)) {
            Map<String, String> files = bundle(served);
            assertThat(files).containsEntry("log/evenfloat.log", "half")
                    .containsEntry("log/evenfloat.log.problem.txt", "Input/output error\n")
                    .containsEntry("threads.txt.problem.txt", "a bug\n")
                    .containsEntry("lines/L1.json.problem.txt", "line L1 was not free in time\n")
                    .containsEntry("events.jsonl.problem.txt", "The disk is full.\n");
        }
    }

    @Test
    void hasALimit() throws Exception {
        Room room = new Room(1, 1);
        byte[] megabyte = new byte[1 << 20];
        for (int piece = 0; piece < 6; piece++) {
            room.machine.pieces.add(new Piece("big-" + piece, target -> {
                for (int i = 0; i < 40; i++) {
                    target.write(megabyte);
                }
            }));
        }
        try (Served served = new Served(room)) {
            Map<String, String> files = bundle(served);
            assertThat(files.get("big-0")).hasSize(16 << 20);
            assertThat(files.get("big-5")).isEmpty();
            assertThat(files.get("big-5.problem.txt")).contains("at most 16 MiB", "64 MiB");
        }
    }

    @Test
    void isMadeOneAtATime() throws Exception {
        Room room = new Room(1, 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        room.machine.pieces.add(new Piece("slow", target -> {
            begun.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }));
        try (Served served = new Served(room)) {
            HttpResponse<InputStream> first = served.send(served.authorized(PATH), BodyHandlers.ofInputStream());
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> second = served.get(PATH);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(served.get("/api/v1/strings").statusCode()).as("others are served meanwhile").isEqualTo(200);
            goOn.countDown();
            assertThat(unpacked(first.body().readAllBytes())).containsKey("events.jsonl");
            assertThat(bundle(served)).as("the next one").containsKey("slow");
        }
    }
}
