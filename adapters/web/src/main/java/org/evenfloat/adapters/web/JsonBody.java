// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** An object in a request: reads its fields and has the query collect everything that is wrong with them. */
final class JsonBody {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final String where;
    private final JsonNode fields;
    private final Query query;
    private final Set<String> read = new TreeSet<>();

    private JsonBody(String where, JsonNode fields, Query query) {
        this.where = where;
        this.fields = fields;
        this.query = query;
    }

    /**
     * Reads the body of a request.
     *
     * @param limit most bytes it may have
     * @param example what a good body looks like, for people
     */
    static JsonBody of(Context context, Query query, int limit, String example) throws IOException {
        byte[] bytes = context.req().getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Refused(413, "The body is larger than " + limit + " bytes.");
        }
        JsonNode tree;
        try {
            tree = READER.readTree(bytes);
        } catch (JsonProcessingException e) {
            query.wrong("body", "not JSON", example);
            throw refused(query);
        }
        if (!tree.isObject()) {
            query.wrong("body", bytes.length == 0 ? "empty" : "not an object", example);
            throw refused(query);
        }
        return new JsonBody("", tree, query);
    }

    private static Refused refused(Query query) {
        query.check();
        throw new IllegalStateException("something is wrong");
    }

    boolean has(String name) {
        read.add(name);
        return fields.has(name);
    }

    /** Returns a whole number within limits; {@code otherwise} when there is none, which is wrong if that is null. */
    int whole(String name, int least, int most, Integer otherwise) {
        JsonNode value = value(name);
        if (value.isMissingNode() && otherwise != null) {
            return otherwise;
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= least
                && value.intValue() <= most) {
            return value.intValue();
        }
        wrong(name, value, "a whole number, " + least + " to " + most);
        return least;
    }

    /** Returns a text that matches, or {@code pattern}'s absence told as a problem and an empty text. */
    String text(String name, String pattern, String allowed) {
        JsonNode value = value(name);
        if (value.isTextual() && value.textValue().matches(pattern)) {
            return value.textValue();
        }
        wrong(name, value, allowed);
        return "";
    }

    /** Returns the fields of an object whose values are texts that match; empty when there is none. */
    Map<String, String> texts(String name, int most, String pattern, String allowed) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return Map.of();
        }
        if (!value.isObject() || value.size() > most) {
            wrong(name, value, "an object of at most " + most + " fields, each " + allowed);
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        value.fields().forEachRemaining(field -> {
            if (field.getValue().isTextual() && field.getValue().textValue().matches(pattern)) {
                texts.put(field.getKey(), field.getValue().textValue());
            } else {
                wrong(name + "." + Query.quoted(field.getKey()), field.getValue(), allowed);
            }
        });
        return texts;
    }

    /** Returns texts by their names, of an object that is there; empty ones where it says null. */
    Map<String, Optional<String>> texts(String name) {
        JsonNode value = value(name);
        if (!value.isObject()) {
            wrong(name, value, "an object with texts, or null for the default");
            return Map.of();
        }
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        value.fields().forEachRemaining(field -> {
            JsonNode given = field.getValue();
            if (given.isContainerNode()) {
                wrong(name + "." + Query.quoted(field.getKey()), given, "a text, or null for the default");
            }
            texts.put(field.getKey(), given.isNull() ? Optional.empty() : Optional.of(given.asText()));
        });
        return texts;
    }

    /** Returns the texts of an array, each of which has to match. */
    List<String> texts(String name, int most, Predicate<String> good, String allowed) {
        JsonNode value = value(name);
        if (!value.isArray() || value.size() > most) {
            wrong(name, value, "an array of at most " + most + " of " + allowed);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual() && good.test(value.get(i).textValue())) {
                texts.add(value.get(i).textValue());
            } else {
                wrong(name + "[" + i + "]", value.get(i), allowed);
            }
        }
        return texts;
    }

    /** Returns a secret of at most {@code most} characters; what is wrong with it is told without it. */
    String secret(String name, int most) {
        JsonNode value = value(name);
        if (value.isTextual() && !value.textValue().isEmpty() && value.textValue().length() <= most) {
            return value.textValue();
        }
        String given = value.isMissingNode() ? "nothing"
                : value.isTextual() ? value.textValue().length() + " characters" : "not a text";
        query.wrong(where + name, given, "1 to " + most + " characters");
        return "";
    }

    /** Returns whether the field is there and true; anything but true is wrong. */
    boolean yes(String name) {
        JsonNode value = value(name);
        if (!value.isMissingNode() && !(value.isBoolean() && value.booleanValue())) {
            wrong(name, value, "true");
        }
        return value.isBoolean() && value.booleanValue();
    }

    /** Returns a truth value that has to be there. */
    boolean either(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            wrong(name, value, "true or false");
        }
        return value.isBoolean() && value.booleanValue();
    }

    /** Returns the objects of an array of at most {@code most}; empty when there is none. */
    List<JsonBody> objects(String name, int least, int most) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        boolean good = value.isArray() && value.size() >= least && value.size() <= most;
        if (!good) {
            wrong(name, value, "an array of " + least + " to " + most + " objects");
            return List.of();
        }
        return IntStream.range(0, value.size())
                .mapToObj(i -> object(name + "[" + i + "]", value.get(i))).toList();
    }

    /** Returns an object in a field that is there. */
    JsonBody object(String name) {
        return object(name, value(name));
    }

    private JsonBody object(String name, JsonNode value) {
        if (value.isObject()) {
            return new JsonBody(where + name + ".", value, query);
        }
        wrong(name, value, "an object");
        return new JsonBody(where + name + ".", JsonNodeFactory.instance.objectNode(), query);
    }

    /** Takes note of fields that nobody asked for. */
    void finish() {
        fields.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                query.wrong(where.isEmpty() ? "body" : where.substring(0, where.length() - 1), name,
                        read.isEmpty() ? "no fields" : "only the fields " + String.join(", ", read));
            }
        });
    }

    private JsonNode value(String name) {
        read.add(name);
        return fields.path(name);
    }

    private void wrong(String name, JsonNode value, String allowed) {
        query.wrong(where + name, value.isMissingNode() ? "nothing" : value.toString(), allowed);
    }
}
