// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the id of the engine and how often it was started, so that no message of an earlier run is ever taken again. Two
 * lines of text, replaced as a whole; a file that cannot be read is set aside and a new id made.
 */
final class EngineFile {

    static final String NAME = "snmp-engine";

    private static final Logger LOG = LoggerFactory.getLogger(EngineFile.class);
    private static final Pattern TEXT = Pattern.compile("engine-id: ((?:[0-9a-f]{2}){5,32})\nboots: (\\d{1,10})\n");
    /**
     * Enterprise 8072, below which net-snmp lets everybody try things out, and "octets follow": there is no registered
     * number of our own yet. RFC 3411 section 5, SnmpEngineID.
     */
    private static final byte[] ID_HEAD = {(byte) 0x80, 0x00, 0x1F, (byte) 0x88, 5};
    private static final int ID_OCTETS = 12;

    private final Path file;

    /** @param folder where it is kept */
    EngineFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * Returns the engine of a new start, which is written down first.
     *
     * @throws IOException when it cannot be written down
     */
    Engine start(LongSupplier nanos) throws IOException {
        Engine engine = next(nanos);
        if (engine.boots() == Engine.MOST_BOOTS) {
            LOG.error("The SNMP engine was started {} times, which is the most there is: version 3 with authentication is"
                    + " refused from now on. Delete {} for a new engine id, and let its clients find it out",
                    engine.boots(), file.toAbsolutePath());
        }
        write(engine);
        return engine;
    }

    private Engine next(LongSupplier nanos) throws IOException {
        if (!Files.exists(file)) {
            return new Engine(newId(), 1, nanos);
        }
        Matcher text = TEXT.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        long boots = text.matches() ? Long.parseLong(text.group(2)) : -1;
        if (boots < 0 || boots > Engine.MOST_BOOTS) {
            Path aside = file.resolveSibling(NAME + ".broken");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("{} could not be understood and is now {}: the SNMP agent has a new engine id, which its clients of"
                    + " version 3 have to find out again", file.toAbsolutePath(), aside.getFileName());
            return new Engine(newId(), 1, nanos);
        }
        return new Engine(
                HexFormat.of().parseHex(text.group(1)), (int) Math.min(boots + 1, Engine.MOST_BOOTS), nanos);
    }

    private static byte[] newId() {
        byte[] octets = new byte[ID_OCTETS];
        new SecureRandom().nextBytes(octets);
        return ByteBuffer.allocate(ID_HEAD.length + ID_OCTETS).put(ID_HEAD).put(octets).array();
    }

    private void write(Engine engine) throws IOException {
        String text = "engine-id: " + HexFormat.of().formatHex(engine.id()) + "\nboots: " + engine.boots() + "\n";
        Path fresh = file.resolveSibling(NAME + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
