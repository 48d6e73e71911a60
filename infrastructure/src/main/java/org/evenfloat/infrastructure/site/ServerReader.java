// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;

/** Reads how the server itself is run: web, history, data folder, clock. */
final class ServerReader {

    static final String DEFAULT_DATA_FOLDER = "data";

    static final QuantityRange FLOAT_INTERVAL = QuantityRange.of(Dimension.TIME, "1 s", "24 h", "20 min");
    static final QuantityRange AFTER_EVENT = QuantityRange.of(Dimension.TIME, "0 s", "24 h", "10 min");
    static final QuantityRange MEMORY = QuantityRange.of(Dimension.TIME, "1 min", "24 h", "2 h");
    static final QuantityRange MAX_SIZE = QuantityRange.of(Dimension.SIZE, "10 MB", "10000 GB", "2 GB");

    private final Path folder;
    private final Map<String, String> environment;

    ServerReader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    WebSettings web(Section file) {
        return file.find("web").flatMap(entry -> entry.section(KeySet.WEB))
                .map(new WebReader(folder, environment)::read).orElse(WebSettings.STANDARD);
    }

    HistorySettings history(Section file) {
        HistorySettings standard = HistorySettings.STANDARD;
        Optional<Section> section = file.find("history").flatMap(entry -> entry.section(KeySet.HISTORY));
        return new HistorySettings(
                (int) amount(section, "float-interval", FLOAT_INTERVAL, standard.floatIntervalMillis()),
                (int) amount(section, "every-sweep-after-event", AFTER_EVENT, standard.everySweepAfterEventMillis()),
                (int) amount(section, "memory", MEMORY, standard.memoryMillis()),
                amount(section, "max-size", MAX_SIZE, standard.maxSizeBytes()));
    }

    private static long amount(Optional<Section> section, String key, QuantityRange range, long otherwise) {
        return section.map(history -> history.quantity(key, range, otherwise)).orElse(otherwise);
    }

    Path dataFolder(Section file) {
        return file.find("data-folder").map(this::folder).orElseGet(() -> folder.resolve(DEFAULT_DATA_FOLDER));
    }

    private Path folder(Entry entry) {
        Optional<String> text = entry.scalar().filter(t -> !t.isBlank() && t.chars().noneMatch(c -> c < ' '));
        try {
            if (text.isPresent()) {
                return folder.resolve(text.get()).normalize();
            }
        } catch (InvalidPathException e) {
            // Only on systems that know forbidden characters; said below like every other mistake.
        }
        entry.reject("a folder, absolute or relative to the folder of the site file");
        return folder;
    }

    Optional<InetSocketAddress> simulatedClock(Section file) {
        return file.find("simulated-clock").flatMap(Endpoint::read)
                .map(clock -> InetSocketAddress.createUnresolved(clock.host(), clock.port()));
    }
}
