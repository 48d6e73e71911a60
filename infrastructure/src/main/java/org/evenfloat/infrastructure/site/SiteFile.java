// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.adapters.modbus.BacsScales;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file that says what is installed and how the server is run: YAML, format version 1. */
public final class SiteFile {

    /** Version of the format that is read and written. */
    public static final int FORMAT = Integer.parseInt(SiteReader.VERSION);

    private SiteFile() {}

    /**
     * Returns the configuration in that file. Secrets that the file refers to are read too.
     *
     * @throws SiteFileProblems when the file cannot be used, with all mistakes in it
     */
    public static SiteConfiguration read(Path file) throws SiteFileProblems {
        return read(file, System.getenv());
    }

    static SiteConfiguration read(Path file, Map<String, String> environment) throws SiteFileProblems {
        ProblemList problems = new ProblemList();
        Optional<String> text = text(file, problems);
        problems.throwIfAny();
        SiteConfiguration configuration =
                parse(text.orElseThrow(), file.toAbsolutePath().getParent(), environment);
        Optional<Path> map = configuration.northbound().modbusMap();
        if (map.isEmpty()) {
            return configuration;
        }
        BacsScales scales = ModbusMapReader.read(map.get(), problems);
        problems.throwIfAny();
        return configuration.with(configuration.northbound().scaled(scales));
    }

    /** Returns the configuration in a text that stands, or will stand, in a file of that folder. */
    static SiteConfiguration parse(String text, Path folder, Map<String, String> environment)
            throws SiteFileProblems {
        ProblemList problems = new ProblemList();
        Optional<Node> root = new YamlText(problems).compose(text);
        problems.throwIfAny();
        Optional<SiteConfiguration> configuration =
                new SiteReader(problems, folder, environment).read(root.orElseThrow());
        problems.throwIfAny();
        return configuration.orElseThrow();
    }

    private static Optional<String> text(Path file, ProblemList problems) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(YamlText.MAX_BYTES + 1);
        } catch (IOException e) {
            return reject(file, "cannot be read (" + e.getClass().getSimpleName() + ")", "a readable file", problems);
        }
        if (bytes.length > YamlText.MAX_BYTES) {
            return reject(file, "more than " + YamlText.MAX_BYTES + " bytes", "at most 4 MiB", problems);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // Some editors begin a file with a byte order mark.
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return reject(file, "bytes that are no text", "a text file in UTF-8", problems);
        }
    }

    private static Optional<String> reject(Path file, String given, String allowed, ProblemList problems) {
        problems.add(new SiteFileProblem(0, 0, file.toString(), given, allowed));
        return Optional.empty();
    }
}
