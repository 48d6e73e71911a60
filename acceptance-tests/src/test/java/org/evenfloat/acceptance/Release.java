// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The release zip, unpacked, and a machine that has nothing but a Java runtime and the tools of every system. */
final class Release {

    private static final List<String> TOOLS = List.of(
            "bash", "basename", "cat", "cksum", "dirname", "env", "find", "kill", "ls", "mkdir", "mv", "readlink",
            "renice", "rm", "sed", "sleep", "sync", "wc");

    private final Path folder;
    private final Path path;
    private final Path cache;

    private Release(Path folder, Path path, Path cache) {
        this.folder = folder;
        this.path = path;
        this.cache = cache;
    }

    /** Unpacks the zip of the present build, with the permissions that it says. */
    static Release unpack(Path home) throws IOException {
        Path zip = zip();
        try (FileSystem packed = FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", "true"))) {
            List<Path> all;
            try (Stream<Path> walked = Files.walk(packed.getPath("/"))) {
                all = walked.toList();
            }
            for (Path from : all) {
                Path to = home.resolve("." + from);
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
                }
            }
        }
        List<Path> top;
        try (Stream<Path> listed = Files.list(home)) {
            top = listed.toList();
        }
        assertThat(top).as("top folders of " + zip).hasSize(1);
        assertThat(zip.getFileName()).hasToString(top.get(0).getFileName() + ".zip");
        return new Release(top.get(0), tools(home.resolve("bin")), home.resolve("cache"));
    }

    static Path zip() throws IOException {
        Path target = Path.of("").toAbsolutePath().getParent().resolve("infrastructure").resolve("target");
        List<Path> zips;
        try (Stream<Path> files = Files.list(target)) {
            zips = files.filter(file -> file.getFileName().toString().matches("evenfloat-.*\\.zip")).toList();
        }
        assertThat(zips).as("release in " + target + "; mvn package makes it").hasSize(1);
        return zips.get(0);
    }

    private static Path tools(Path bin) throws IOException {
        Files.createDirectories(bin);
        Files.createSymbolicLink(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        for (String tool : TOOLS) {
            Path found = Stream.of("/usr/bin", "/bin").map(folder -> Path.of(folder, tool))
                    .filter(Files::exists).findFirst().orElseThrow(() -> new AssertionError("no " + tool));
            Files.createSymbolicLink(bin.resolve(tool), found);
        }
        return bin;
    }

    Path folder() {
        return folder;
    }

    /** Where class archives are kept. */
    Path cache() {
        return cache;
    }

    /** Starts the release's script. */
    Program start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("evenfloat").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("EVENFLOAT"));
        builder.environment().put("PATH", path.toString());
        builder.environment().put("EVENFLOAT_CACHE", cache.toString());
        return new Program(builder);
    }
}
