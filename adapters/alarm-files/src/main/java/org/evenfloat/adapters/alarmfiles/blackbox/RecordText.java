// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Records of numbers, flags, texts, named values, lists of these, and records as named texts, and back without any loss:
 * a {@code double} is written as the shortest decimal that is read as the same number. A part of a part is named
 * {@code part.name}; one that is not there is empty in all its texts.
 */
final class RecordText {

    private RecordText() {}

    /** Returns the names of the texts of such a record. */
    static List<String> names(Class<? extends Record> type) {
        List<String> names = new ArrayList<>();
        names("", type, names);
        return names;
    }

    private static void names(String prefix, Class<?> type, List<String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> part = part(component);
            if (part.isRecord()) {
                names(prefix + component.getName() + ".", part, into);
            } else {
                into.add(prefix + component.getName());
            }
        }
    }

    private static Class<?> part(RecordComponent component) {
        return component.getType() == Optional.class ? argument(component) : component.getType();
    }

    private static Class<?> argument(RecordComponent component) {
        Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) argument;
    }

    /** Returns the texts of a record in the order of {@link #names}. */
    static Map<String, String> of(Record record) {
        Map<String, String> texts = new LinkedHashMap<>();
        write("", record.getClass(), record, texts);
        return texts;
    }

    private static void write(String prefix, Class<?> type, Record record, Map<String, String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = record == null ? null : value(component, record);
            value = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            Class<?> part = part(component);
            if (part.isRecord()) {
                write(prefix + component.getName() + ".", part, (Record) value, into);
            } else {
                into.put(prefix + component.getName(), value == null ? "" : text(value));
            }
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /**
     * Returns what the {@code toString} of a record returns whose parts are records, numbers and texts. Java makes that
     * method at its first call, out of several classes for each part that it keeps: 145 for the numbers of the detector.
     */
    static String shown(Record record) {
        StringJoiner parts = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            parts.add(component.getName() + "=" + (value instanceof Record part ? shown(part) : value));
        }
        return parts.toString();
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return String.join(" ", list.stream().map(RecordText::text).toList());
        }
        return value instanceof Enum<?> named ? named.name() : value.toString();
    }

    /**
     * Makes a record of its texts.
     *
     * @param prefix what stands before the names; empty for none
     * @throws IOException when one is missing or is no such value; the message names it
     */
    static <T extends Record> T read(Class<T> type, Map<String, String> texts, String prefix) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(components[i], texts, prefix + components[i].getName());
        }
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException(type.getSimpleName() + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object read(RecordComponent component, Map<String, String> texts, String name) throws IOException {
        Class<?> type = component.getType();
        Class<?> part = part(component);
        if (part.isRecord()) {
            boolean optional = type == Optional.class;
            boolean there = !optional || names(part.asSubclass(Record.class)).stream()
                    .anyMatch(each -> !texts.getOrDefault(name + "." + each, "").isEmpty());
            Object value = there ? read(part.asSubclass(Record.class), texts, name + ".") : null;
            return optional ? Optional.ofNullable(value) : value;
        }
        String text = texts.get(name);
        if (text == null) {
            throw new IOException(name + " is missing");
        }
        try {
            return type == List.class ? list(argument(component), text) : single(type, text);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + ": '" + text + "' is no such value", e);
        }
    }

    private static List<Object> list(Class<?> element, String text) {
        List<Object> values = new ArrayList<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(" ")) {
            values.add(single(element, each));
        }
        return values;
    }

    private static Object single(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).filter(each -> ((Enum<?>) each).name().equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        if (type == String.class) {
            return text;
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class) {
            return Long.valueOf(text);
        }
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(text);
    }

    /** Returns a record as one line, {@code name=value; name=value}. */
    static String line(Record record) {
        List<String> pairs = new ArrayList<>();
        of(record).forEach((name, value) -> pairs.add(name + "=" + escaped(value)));
        return String.join("; ", pairs);
    }

    /** Returns the texts of such a line. */
    static Map<String, String> texts(String line) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : line.split("; ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                texts.put(pair.substring(0, equals), unescaped(pair.substring(equals + 1)));
            }
        }
        return texts;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\s").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 's' ? ';' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
