// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads which outputs of this machine and which relays on the lines tell of alarms. */
final class AlarmContactReader {

    private static final Map<String, Boolean> SWITCH = Map.of("true", true, "false", false);
    private static final String FILE = "a file such as /sys/class/leds/relay/brightness";

    private final Path folder;
    private final RelayReader relays;

    AlarmContactReader(Path folder, RelayReader relays) {
        this.folder = folder;
        this.relays = relays;
    }

    AlarmContactSettings read(Section section) {
        Optional<Path> relay = file(section, "relay-file");
        Optional<Path> buzzer = file(section, "buzzer-file");
        boolean noFile = section.find("relay-file").isEmpty() && section.find("buzzer-file").isEmpty();
        if (noFile && section.find("relay").isEmpty() && section.find("buzzer").isEmpty()) {
            section.reject("no output", "one or more of \"relay-file\", \"buzzer-file\": " + FILE
                    + ", and \"relay\", \"buzzer\": a relay such as AUX1/4");
        }
        if (noFile) {
            section.find("inverted").ifPresent(entry ->
                    entry.reject("inverted without a file", "only beside relay-file or buzzer-file"));
        }
        if (relay.isPresent() && relay.equals(buzzer)) {
            section.find("buzzer-file").orElseThrow().reject("another file than relay-file");
        }
        boolean inverted = section.find("inverted").flatMap(entry -> entry.choice(SWITCH)).orElse(false);
        return new AlarmContactSettings(relay, buzzer, inverted,
                section.find("relay").flatMap(entry -> relays.maintained(entry, "the alarm contact")),
                section.find("buzzer").flatMap(entry -> relays.maintained(entry, "the buzzer")));
    }

    private Optional<Path> file(Section section, String key) {
        return section.find(key).flatMap(entry -> {
            Optional<Path> file = Optional.empty();
            try {
                file = entry.scalar().filter(text -> !text.isBlank() && text.chars().noneMatch(c -> c < ' '))
                        .map(text -> folder.resolve(text).toAbsolutePath().normalize());
            } catch (InvalidPathException e) {
                // Only on systems that know forbidden characters; said below like every other mistake.
            }
            if (file.isEmpty()) {
                entry.reject(FILE);
            }
            return file;
        });
    }
}
