// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.evenfloat.application.port.in.ReadBlackBoxes.BlackBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The boxes that are there. Of a sealed one its own text is read, once. */
final class BoxList {

    private static final Logger LOG = LoggerFactory.getLogger(BoxList.class);
    private static final int MOST_ABOUT_BYTES = 1 << 20;

    private final BoxShelf shelf;
    private final Map<String, BlackBox> known = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    BoxList(BoxShelf shelf) {
        this.shelf = shelf;
    }

    /** Returns them in any order; what cannot be read is left out, and told in the log. */
    List<BlackBox> boxes() {
        List<BlackBox> boxes = new ArrayList<>();
        try {
            List<Path> sealed = shelf.sealedFiles();
            known.keySet().removeIf(name -> sealed.stream().noneMatch(file -> file.getFileName().toString().equals(name)));
            for (Path file : sealed) {
                BlackBox box = known.computeIfAbsent(file.getFileName().toString(), name -> read(file));
                if (box != null) {
                    boxes.add(box);
                }
            }
            for (OpenBox box : shelf.openBoxes()) {
                boxes.add(new BlackBox(box.name() + ".zip", box.string(), box.beganMillis(), box.stage().name(), false, 0));
            }
        } catch (IOException e) {
            tell(shelf.folder(), e);
        }
        return boxes;
    }

    private BlackBox read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream about = zip.getInputStream(zip.getEntry(BoxWriter.ABOUT))) {
            Map<String, String> texts = TapeHeader.texts(new String(about.readNBytes(MOST_ABOUT_BYTES), UTF_8));
            return new BlackBox(file.getFileName().toString(), texts.getOrDefault("string", ""),
                    Long.parseLong(texts.getOrDefault("beganMillis", "0")), texts.getOrDefault("highestStage", ""), true,
                    Files.size(file));
        } catch (IOException | NullPointerException | NumberFormatException e) {
            tell(file, e);
            return null;
        }
    }

    private void tell(Path file, Exception e) {
        if (unreadable.add(file.toString())) {
            LOG.warn("The black box {} cannot be read: {}", file, e.toString());
        }
    }
}
