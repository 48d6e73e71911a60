// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads which outputs of this machine tell of alarms. */
final class AlarmContactReader {

    private static final Map<String, Boolean> SWITCH = Map.of("true", true, "false", false);
    private static final String FILE = "a file such as /sys/class/leds/relay/brightness";

    private final Path folder;

    AlarmContactReader(Path folder) {
        this.folder = folder;
    }

    AlarmContactSettings read(Section section) {
        Optional<Path> relay = file(section, "relay-file");
        Optional<Path> buzzer = file(section, "buzzer-file");
        if (section.find("relay-file").isEmpty() && section.find("buzzer-file").isEmpty()) {
            section.reject("no file", "\"relay-file\", \"buzzer-file\" or both: " + FILE);
        }
        if (relay.isPresent() && relay.equals(buzzer)) {
            section.find("buzzer-file").orElseThrow().reject("another file than relay-file");
        }
        return new AlarmContactSettings(
                relay, buzzer, section.find("inverted").flatMap(entry -> entry.choice(SWITCH)).orElse(false));
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
