// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directory of reference cases, described by its {@code expected.json}. */
final class CaseSet {

    private static final String META = "_meta";

    private final Path directory;
    private final JsonNode meta;
    private final List<PhysicsCase> cases = new ArrayList<>();

    private CaseSet(Path directory, JsonNode meta) {
        this.directory = directory;
        this.meta = meta;
    }

    static CaseSet read(Path directory) throws MalformedSetException {
        Path expected = directory.resolve("expected.json");
        if (!Files.isDirectory(directory)) {
            throw new MalformedSetException(directory, "no such directory");
        }
        JsonNode root;
        try {
            ObjectMapper mapper = new ObjectMapper();
            mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            root = mapper.readTree(Files.readAllBytes(expected));
        } catch (NoSuchFileException e) {
            throw new MalformedSetException(expected, "no such file");
        } catch (JsonProcessingException e) {
            throw new MalformedSetException(expected, "not JSON: " + e.getOriginalMessage() + " - line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new MalformedSetException(expected, "cannot be read: " + e.getMessage());
        }
        return read(directory, expected, root);
    }

    private static CaseSet read(Path directory, Path expected, JsonNode root) throws MalformedSetException {
        if (!root.isObject()) {
            throw new MalformedSetException(expected, "not an object - one entry a case");
        }
        if (root.size() == 0 || root.size() == 1 && root.has(META)) {
            throw new MalformedSetException(expected, "no case at all - one entry a case");
        }
        if (!root.path(META).isObject()) {
            throw new MalformedSetException(expected, META + ": missing - the parameters of the set");
        }
        CaseSet set = new CaseSet(directory, root.get(META));
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals(META)) {
                if (!entry.getValue().isObject()) {
                    throw new MalformedSetException(expected, "case " + entry.getKey() + ": not an object - one");
                }
                set.cases.add(new PhysicsCase(set, entry.getKey(), entry.getValue()));
            }
        }
        return set;
    }

    List<PhysicsCase> cases() {
        return cases;
    }

    /** Returns the case with the longest name that occurs in a text. */
    Optional<PhysicsCase> namedIn(String text) {
        return cases.stream()
                .filter(known -> text.contains(known.name()))
                .reduce((a, b) -> b.name().length() > a.name().length() ? b : a);
    }

    JsonNode meta() {
        return meta;
    }

    Path expected() {
        return directory.resolve("expected.json");
    }

    /** Returns a file of the directory; a name may not lead out of it. */
    Path file(String name) throws MalformedSetException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory.normalize())) {
            throw new MalformedSetException(expected(), name + ": outside the directory - a file name");
        }
        return file;
    }
}
