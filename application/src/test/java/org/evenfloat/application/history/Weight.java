// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How many bytes an object and all that it holds take on a usual Java: counted field by field, because what a heap tells
 * of itself moves by megabytes from one collection to the next. Of the JDK's own classes only what they hold counts.
 */
final class Weight {

    private static final int HEADER_BYTES = 16;
    private static final int REFERENCE_BYTES = 4;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private long bytes;

    private Weight() {}

    static long of(Object root) {
        Weight weight = new Weight();
        weight.hold(root);
        while (!weight.open.isEmpty()) {
            weight.add(weight.open.pop());
        }
        return weight.bytes;
    }

    private void hold(Object object) {
        if (object != null && seen.add(object)) {
            open.push(object);
        }
    }

    private void add(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            int length = Array.getLength(object);
            bytes += HEADER_BYTES + (long) length * size(type.getComponentType());
            for (int i = 0; i < length && !type.getComponentType().isPrimitive(); i++) {
                hold(Array.get(object, i));
            }
        } else if (object instanceof AtomicReferenceArray<?> slots) {
            bytes += HEADER_BYTES + (long) slots.length() * REFERENCE_BYTES;
            for (int i = 0; i < slots.length(); i++) {
                hold(slots.get(i));
            }
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(this::hold);
        } else if (type.getName().startsWith("org.evenfloat.")) {
            bytes += HEADER_BYTES;
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field(object, field);
                }
            }
        }
    }

    private void field(Object object, Field field) {
        bytes += size(field.getType());
        if (!field.getType().isPrimitive()) {
            try {
                field.setAccessible(true);
                hold(field.get(object));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == short.class || type == char.class) {
            return Short.BYTES;
        }
        return type == byte.class || type == boolean.class ? 1 : REFERENCE_BYTES;
    }
}
