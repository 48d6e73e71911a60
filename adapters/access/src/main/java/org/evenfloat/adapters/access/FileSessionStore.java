// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions in {@code access/sessions.json} of the data folder. Only fingerprints: who reads it cannot sign in with it. */
public final class FileSessionStore implements SessionStore {

    static final int FORMAT = 1;

    /** What the version before users kept, which nobody needs any more. */
    private static final String FORMER = "web-sessions";

    private static final Logger LOG = LoggerFactory.getLogger(FileSessionStore.class);

    private final Path folder;
    private final Path file;
    private final Path former;

    /** @param dataFolder need not be there yet */
    public FileSessionStore(Path dataFolder) {
        folder = dataFolder.resolve("access");
        file = folder.resolve("sessions.json");
        former = dataFolder.resolve(FORMER);
    }

    @Override
    public synchronized List<KeptSession> load() {
        try {
            Files.deleteIfExists(former);
            if (!Files.exists(file)) {
                return List.of();
            }
            JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(file));
            List<KeptSession> sessions = new ArrayList<>();
            if (root.path("format").asInt() == FORMAT) {
                root.path("sessions").forEach(node -> sessions.add(read(node)));
            }
            return List.copyOf(sessions);
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so everybody has to sign in anew: {}", file, e.toString());
            return List.of();
        }
    }

    private static KeptSession read(JsonNode node) {
        return new KeptSession(
                node.path("fingerprint").asText(), node.path("user").asText(), node.path("stamp").asText(),
                node.path("from").asText(), node.path("beganAtMillis").asLong(), node.path("usedAtMillis").asLong(),
                node.path("untilMillis").asLong());
    }

    @Override
    public synchronized void keep(List<KeptSession> sessions) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT);
        ArrayNode array = root.putArray("sessions");
        for (KeptSession session : sessions) {
            array.addObject().put("fingerprint", session.fingerprint()).put("user", session.user())
                    .put("stamp", session.stamp()).put("from", session.from())
                    .put("beganAtMillis", session.beganAtMillis()).put("usedAtMillis", session.usedAtMillis())
                    .put("untilMillis", session.untilMillis());
        }
        try {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.replace(file, json.writeValueAsBytes(root));
        } catch (IOException e) {
            LOG.warn("{} cannot be written, so everybody has to sign in anew after a restart: {}", file, e.toString());
        }
    }
}
