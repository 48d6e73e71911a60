// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.evenfloat.application.port.in.FullRate;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;

/** Tapes on a folder, with values of every second, and boxes taken apart and put together again. */
final class TapeRig {

    static final String PROGRAM = "1.2.3-test";

    final List<String> seals = new ArrayList<>();
    final Path home;
    private final List<TapedString> strings;

    TapeRig(Path home, TapedString... strings) {
        this.home = home;
        this.strings = List.of(strings);
    }

    FileGuardTape open() {
        return open(FileGuardTape.MOST_BOXES, FileGuardTape.MOST_BYTES);
    }

    FileGuardTape open(int mostBoxes, long mostBytes) {
        return open(strings, mostBoxes, mostBytes);
    }

    FileGuardTape open(List<TapedString> of, int mostBoxes, long mostBytes) {
        return new FileGuardTape(home, of, PROGRAM, () -> "site:\n  name: Test\n", new EverySecond(of),
                (box, string, seal) -> seals.add(box + " " + string + " " + seal), (who, string) -> {
                    if (!who.grants().cover(Role.OPERATE, Set.of(string))) {
                        throw new NotAllowed(who.name() + " may not", Role.OPERATE);
                    }
                }, mostBoxes, mostBytes);
    }

    private record EverySecond(List<TapedString> strings) implements FullRate {

        @Override
        public void sweeps(String string, long afterMillis, Taker taker) throws IOException {
            if (strings.stream().noneMatch(each -> each.string().id().equals(string))) {
                throw new IllegalArgumentException(string);
            }
            for (long at = afterMillis + 1_000; at <= afterMillis + 900_000; at += 1_000) {
                taker.take(new Second(at));
            }
        }
    }

    private record Second(long atMillis) implements FullRate.Sweep {

        @Override
        public int value(MeasurementKind kind, int block) {
            return 100 * kind.ordinal() + block;
        }

        @Override
        public Quality quality(MeasurementKind kind, int block) {
            return kind == MeasurementKind.RESISTANCE ? Quality.STALE : Quality.GOOD;
        }

        @Override
        public int milliamps() {
            return 61;
        }

        @Override
        public Quality currentQuality() {
            return Quality.GOOD;
        }

        @Override
        public int ambientHundredthsCelsius() {
            return 2_500;
        }

        @Override
        public Quality ambientQuality() {
            return Quality.MISSING;
        }
    }

    Path box(String name) {
        return home.resolve("safety/boxes").resolve(name);
    }

    /** Copies a box, open or sealed, out of the server. */
    Path export(FileGuardTape tape, String name) throws IOException {
        Path target = home.resolve("exported-" + name);
        try (InputStream in = tape.open(Actor.server(), name)
                .orElseThrow(); OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
        return target;
    }

    static Explanation explain(Path file) throws IOException {
        return BoxReplay.explain(file, PROGRAM, false);
    }

    static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** Writes a box with other parts, as somebody would who changes it. */
    static Path changed(Path file, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> parts = parts(file);
        change.accept(parts);
        Path target = file.resolveSibling("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return target;
    }

    /** Makes a manifest that fits. */
    static void manifest(Map<String, byte[]> parts) {
        StringBuilder manifest = new StringBuilder();
        parts.forEach((name, bytes) -> {
            if (!name.equals(BoxWriter.MANIFEST)) {
                manifest.append(HexFormat.of().formatHex(TapeRows.sha256().digest(bytes))).append("  ").append(name)
                        .append('\n');
            }
        });
        parts.put(BoxWriter.MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
    }
}
