// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenfloat.domain.access.AccessBook;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** The book of users as JSON, and back. */
final class BookJson {

    /** Another number means another meaning. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private BookJson() {}

    /** Says that there is no book in some bytes, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static byte[] bytes(AccessBook book) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        ArrayNode users = root.putArray("users");
        book.users().forEach(user -> write(users.addObject(), user));
        ArrayNode tokens = root.putArray("tokens");
        book.tokens().forEach(token -> write(tokens.addObject(), token));
        ArrayNode verbs = root.putArray("secondPerson");
        book.secondPerson().stream().sorted().forEach(verb -> verbs.add(verb.name()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private static void write(ObjectNode node, User user) {
        node.put("name", user.name());
        write(node, user.grants());
        node.put("passwordHash", user.passwordHash());
        node.put("secondFactor", user.secondFactor());
        node.put("disabled", user.disabled());
        node.put("emergency", user.emergency());
        node.put("createdAtMillis", user.createdAtMillis());
        node.put("passwordAtMillis", user.passwordAtMillis());
    }

    private static void write(ObjectNode node, ScriptToken token) {
        node.put("name", token.name());
        node.put("fingerprint", token.fingerprint());
        write(node, token.grants());
        node.put("createdBy", token.createdBy());
        node.put("createdAtMillis", token.createdAtMillis());
        node.put("expiresAtMillis", token.expiresAtMillis());
    }

    private static void write(ObjectNode node, Grants grants) {
        node.put("role", grants.site().word());
        ObjectNode strings = node.putObject("strings");
        new TreeMap<>(grants.strings()).forEach((string, role) -> strings.put(string, role.word()));
    }

    /** Reads a book. Nothing is guessed: half a book could let somebody in who was thrown out. */
    static AccessBook read(byte[] bytes) throws Unreadable {
        try {
            JsonNode root = JSON.readTree(bytes);
            int format = root.path("format").asInt();
            if (format != FORMAT) {
                throw new Unreadable(format == 0 ? "it has no format number"
                        : "it has the format " + format + ", and this version knows " + FORMAT, null);
            }
            List<User> users = new ArrayList<>();
            for (JsonNode user : array(root, "users")) {
                users.add(user(user));
            }
            List<ScriptToken> tokens = new ArrayList<>();
            for (JsonNode token : array(root, "tokens")) {
                tokens.add(token(token));
            }
            Set<Verb> verbs = EnumSet.noneOf(Verb.class);
            for (JsonNode verb : array(root, "secondPerson")) {
                verbs.add(Verb.valueOf(verb.asText()));
            }
            AccessBook book = new AccessBook(users, tokens, verbs);
            if (users.stream().map(User::name).distinct().count() < users.size()) {
                throw new Unreadable("two users have the same name", null);
            }
            return book;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Unreadable("it is damaged, line " + line, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("it is damaged, " + e.getMessage(), e);
        }
    }

    private static User user(JsonNode node) {
        return new User(text(node, "name"), grants(node), text(node, "passwordHash"), text(node, "secondFactor"),
                flag(node, "disabled"), flag(node, "emergency"), number(node, "createdAtMillis"),
                number(node, "passwordAtMillis"));
    }

    private static ScriptToken token(JsonNode node) {
        return new ScriptToken(text(node, "name"), text(node, "fingerprint"), grants(node), text(node, "createdBy"),
                number(node, "createdAtMillis"), number(node, "expiresAtMillis"));
    }

    private static Grants grants(JsonNode node) {
        Map<String, Role> strings = new TreeMap<>();
        required(node, "strings", node.path("strings").isObject()).properties()
                .forEach(entry -> strings.put(entry.getKey(), role(entry.getValue().asText())));
        return new Grants(role(text(node, "role")), strings);
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static JsonNode array(JsonNode node, String key) {
        return required(node, key, node.path(key).isArray());
    }

    private static String text(JsonNode node, String key) {
        return required(node, key, node.path(key).isTextual()).textValue();
    }

    private static boolean flag(JsonNode node, String key) {
        return required(node, key, node.path(key).isBoolean()).booleanValue();
    }

    private static long number(JsonNode node, String key) {
        return required(node, key, node.path(key).isIntegralNumber()).longValue();
    }

    private static JsonNode required(JsonNode node, String key, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException(key + " is missing or no such value");
        }
        return node.get(key);
    }
}
