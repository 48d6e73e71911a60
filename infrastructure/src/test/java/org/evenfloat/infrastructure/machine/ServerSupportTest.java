// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.evenfloat.application.port.in.CollectSupport.Piece;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSupportTest {

    private static final String TOKEN = "c2VjcmV0LW9mLXRoZS1zaXRl-0123456789abcdef";
    private static final String BROWSER = "browser-0123456789abcdef0123456789";

    @TempDir
    private Path folder;

    private ServerSupport support;

    @BeforeEach
    void site() throws Exception {
        Files.writeString(folder.resolve("token.txt"), TOKEN + "\n");
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                evenfloat: 1
                site:
                  name: Basement
                  time-zone: UTC
                data-folder: data
                web:
                  token: ${file:token.txt}
                lines:
                  - id: L1
                    tcp: 127.0.0.1:7000
                """);
        SiteConfiguration configuration = SiteFile.read(file);
        support = new ServerSupport(configuration, List.of(BROWSER));
        Files.createDirectories(logs());
    }

    private Path logs() {
        return folder.resolve("data").resolve("log");
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (Piece piece : support.pieces(Actor.server())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            piece.content().writeTo(bytes);
            contents.put(piece.name(), bytes.toString(StandardCharsets.UTF_8));
        }
        return contents;
    }

    private void rolled(String name, String text, long day) throws IOException {
        Path file = logs().resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(day * 86_400_000));
    }

    @Test
    void holdsSiteLogsAndThreadsButNoSecret() throws Exception {
        Files.writeString(
                logs().resolve("evenfloat.log"), "asked with " + TOKEN + " in it\nopened ?token=" + BROWSER + "\n");
        rolled("evenfloat-2026-11-20.0.log.gz", "oldest", 1);
        rolled("evenfloat-2026-11-21.0.log.gz", "older " + TOKEN, 2);
        rolled("evenfloat-2026-11-21.1.log.gz", "old", 3);
        Map<String, String> contents = contents();
        assertThat(contents.keySet()).containsExactly(
                "site.yaml", "threads.txt", "log/evenfloat.log", "log/evenfloat-2026-11-21.1.log",
                "log/evenfloat-2026-11-21.0.log");
        assertThat(contents.get("site.yaml")).contains("Basement", "token.txt", "127.0.0.1:7000");
        assertThat(contents.get("threads.txt")).contains("\"" + Thread.currentThread().getName() + "\" RUNNABLE",
                "ServerSupportTest.holdsSiteLogsAndThreadsButNoSecret");
        assertThat(contents.get("log/evenfloat.log"))
                .isEqualTo("asked with [secret] in it\nopened ?token=[secret]\n");
        assertThat(contents.get("log/evenfloat-2026-11-21.0.log")).isEqualTo("older [secret]\n");
        assertThat(contents.values()).noneMatch(text -> text.contains(TOKEN) || text.contains(BROWSER));
    }

    @Test
    void aServerThatHasLoggedNothingYetHasAnEmptyLog() throws Exception {
        assertThat(contents()).containsEntry("log/evenfloat.log", "").hasSize(3);
    }

    @Test
    void aSecretWithinAnotherLeavesNothingOfTheLonger() {
        assertThat(new Redaction(List.of("abcd", "abcdefgh", " ")).apply("x abcdefgh y abcd z"))
                .isEqualTo("x [secret] y [secret] z");
    }
}
