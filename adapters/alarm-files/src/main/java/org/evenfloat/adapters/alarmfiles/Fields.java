// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one JSON object. Those that nobody asks for do no harm: a later version wrote them. */
final class Fields {

    private static final int DEEPEST = 8;

    private final Map<String, Object> values;

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads the object at whose beginning a parser stands. */
    static Fields read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object where one is due");
        }
        return (Fields) value(json, 0);
    }

    private static Object value(JsonParser json, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("objects in objects, more than " + DEEPEST);
        }
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> values = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                values.put(name, value(json, depth + 1));
            }
            return new Fields(values);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(json, depth + 1));
            }
            return values;
        }
        if (token == null) {
            throw new IOException("it ends early");
        }
        return switch (token) {
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> json.getText();
            default -> ""; // null, a fraction: no field of ours
        };
    }

    private <T> T get(String name, Class<T> type) throws IOException {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IOException(name + ": " + (value == null ? "missing" : "of another sort"));
        }
        return type.cast(value);
    }

    String text(String name) throws IOException {
        return get(name, String.class);
    }

    long number(String name) throws IOException {
        return get(name, Long.class);
    }

    int whole(String name) throws IOException {
        long number = number(name);
        if (number != (int) number) {
            throw new IOException(name + ": " + number + " is out of range");
        }
        return (int) number;
    }

    boolean flag(String name) throws IOException {
        return get(name, Boolean.class);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the constant of that name; empty when this version does not have it. */
    <E extends Enum<E>> Optional<E> word(String name, Class<E> type) throws IOException {
        return word(type, text(name));
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Object value : get(name, List.class)) {
            if (!(value instanceof String text)) {
                throw new IOException(name + ": a text is of another sort");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Returns the objects in an object, by name. */
    Map<String, Fields> objects(String name) throws IOException {
        Map<String, Fields> objects = new LinkedHashMap<>();
        Fields outer = get(name, Fields.class);
        for (String inner : outer.values.keySet()) {
            objects.put(inner, outer.get(inner, Fields.class));
        }
        return objects;
    }
}
