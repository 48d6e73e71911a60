// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The release zip as it is, not unpacked: its bytes are what can be compared with somebody else's build. */
final class PackedRelease {

    private PackedRelease() {}

    /** Returns the jars of its folder lib by their names without folders. */
    static Map<String, byte[]> jars() throws IOException {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(Release.zip().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().matches("[^/]+/lib/.+\\.jar")) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    jars.put(name, zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return jars;
    }

    /** Returns a file of its top folder; empty when there is none of that name. */
    static Optional<byte[]> file(String name) throws IOException {
        try (ZipFile zip = new ZipFile(Release.zip().toFile())) {
            Optional<? extends ZipEntry> found = zip.stream()
                    .filter(entry -> entry.getName().matches("[^/]+/" + Pattern.quote(name)))
                    .findFirst();
            return found.isEmpty() ? Optional.empty() : Optional.of(zip.getInputStream(found.get()).readAllBytes());
        }
    }

    /** Returns the entries of a zip or jar in their order, with their bytes unpacked. */
    static Map<ZipEntry, byte[]> entries(byte[] zip) throws IOException {
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry, in.readAllBytes());
            }
        }
        return entries;
    }

    /** Returns the folder of the sources. */
    static Path sources() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
