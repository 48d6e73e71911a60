// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is checked of two equal builds without a second build; docs/reproduce.sh makes the second one. */
class ReproducibleJarsTest {

    private final Map<String, byte[]> jars = new LinkedHashMap<>();

    @BeforeEach
    void findOurs() throws IOException {
        PackedRelease.jars().forEach((name, bytes) -> {
            if (name.startsWith("evenfloat-")) {
                jars.put(name, bytes);
            }
        });
        assertThat(jars).hasSizeGreaterThanOrEqualTo(7);
    }

    private static LocalDateTime timeOfEveryBuild() throws IOException {
        Matcher stamp = Pattern.compile("<project.build.outputTimestamp>(.*?)</")
                .matcher(Files.readString(PackedRelease.sources().resolve("pom.xml")));
        assertThat(stamp.find()).isTrue();
        return OffsetDateTime.parse(stamp.group(1)).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** Returns the names so that they compare folder by folder, as they are packed: {@code a/b} before {@code a.b}. */
    private static List<String> names(byte[] jar, Predicate<ZipEntry> which) throws IOException {
        return PackedRelease.entries(jar).keySet().stream()
                .filter(which).map(entry -> entry.getName().replace('/', '\0')).toList();
    }

    @Test
    void everyEntryHasTheTimeOfThePom() throws IOException {
        LocalDateTime time = timeOfEveryBuild();
        Map<String, byte[]> archives = new LinkedHashMap<>(jars);
        archives.put("release", Files.readAllBytes(Release.zip()));
        for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            assertThat(PackedRelease.entries(archive.getValue()).keySet()).as(archive.getKey()).isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(time));
        }
    }

    @Test
    void entriesAreSorted() throws IOException {
        for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
            assertThat(names(jar.getValue(), ZipEntry::isDirectory)).as(jar.getKey()).isNotEmpty().isSorted();
            assertThat(names(jar.getValue(), entry -> !entry.isDirectory())).as(jar.getKey()).isNotEmpty().isSorted();
        }
    }

    @Test
    void nothingTellsWhereAndByWhomItWasBuilt() throws IOException {
        String folder = PackedRelease.sources().toString();
        String home = System.getProperty("user.home") + "/";
        for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
            for (Map.Entry<ZipEntry, byte[]> entry : PackedRelease.entries(jar.getValue()).entrySet()) {
                String text = new String(entry.getValue(), StandardCharsets.ISO_8859_1);
                boolean told = text.contains(folder) || text.contains(home);
                assertThat(told).as(jar.getKey() + " " + entry.getKey() + " holds a path of this machine").isFalse();
                if (entry.getKey().getName().equals("META-INF/MANIFEST.MF")) {
                    assertThat(new Manifest(new ByteArrayInputStream(entry.getValue())).getMainAttributes().keySet())
                            .as(jar.getKey()).extracting(Object::toString)
                            .contains("Implementation-Version").doesNotContain("Built-By", "Build-Date", "Build-Host");
                }
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such modes to keep")
    void modesAreThoseOfEveryBuild(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
            Path copy = Files.write(folder.resolve(jar.getKey()), jar.getValue());
            URI uri = URI.create("jar:" + copy.toUri());
            try (FileSystem packed = FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"));
                    Stream<Path> all = Files.walk(packed.getPath("/"))) {
                assertThat(all.filter(path -> path.getNameCount() > 0)).as(jar.getKey()).isNotEmpty().allSatisfy(path ->
                        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                                .as(path.toString()).isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
