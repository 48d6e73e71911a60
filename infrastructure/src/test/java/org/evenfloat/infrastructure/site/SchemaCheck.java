// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema 2020-12 as the schema of the site file uses; refuses to judge by anything else. */
final class SchemaCheck {

    private static final Set<String> KNOWN = Set.of("$schema", "$ref", "$defs", "title", "description", "default",
            "type", "additionalProperties", "required", "properties", "oneOf", "const", "enum", "items", "minItems",
            "maxItems", "minimum", "maximum", "minLength", "maxLength", "pattern");

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    static List<String> faults(JsonNode schema, JsonNode document) {
        SchemaCheck check = new SchemaCheck(schema);
        check.check(schema, document, "");
        return check.faults;
    }

    private void check(JsonNode schema, JsonNode value, String where) {
        schema.fieldNames().forEachRemaining(name -> require(KNOWN.contains(name), "unknown keyword " + name));
        if (schema.has("$ref")) {
            check(root.at(schema.get("$ref").asText().substring(1)), value, where);
        }
        require(!schema.has("type") || hasType(value, schema.get("type").asText()), where + ": type");
        require(!schema.has("const") || schema.get("const").equals(value), where + ": const");
        if (schema.has("enum")) {
            boolean found = false;
            for (JsonNode word : schema.get("enum")) {
                found |= word.equals(value);
            }
            require(found, where + ": enum");
        }
        if (schema.has("oneOf")) {
            int matching = 0;
            for (JsonNode choice : schema.get("oneOf")) {
                SchemaCheck inner = new SchemaCheck(root);
                inner.check(choice, value, where);
                matching += inner.faults.isEmpty() ? 1 : 0;
            }
            require(matching == 1, where + ": oneOf");
        }
        text(schema, value, where);
        object(schema, value, where);
        array(schema, value, where);
        if (value.isNumber()) {
            require(value.asInt() >= schema.path("minimum").asInt(Integer.MIN_VALUE), where + ": minimum");
            require(value.asInt() <= schema.path("maximum").asInt(Integer.MAX_VALUE), where + ": maximum");
        }
    }

    private void text(JsonNode schema, JsonNode value, String where) {
        if (value.isTextual()) {
            int length = value.asText().length();
            Pattern pattern = Pattern.compile(schema.path("pattern").asText(""));
            require(pattern.matcher(value.asText()).find(), where + ": pattern");
            require(length >= schema.path("minLength").asInt(0), where + ": minLength");
            require(length <= schema.path("maxLength").asInt(Integer.MAX_VALUE), where + ": maxLength");
        }
    }

    private void object(JsonNode schema, JsonNode value, String where) {
        if (value.isObject()) {
            schema.path("required").forEach(key -> require(value.has(key.asText()), where + ": required " + key));
            value.fields().forEachRemaining(field -> {
                JsonNode property = schema.path("properties").get(field.getKey());
                if (property != null) {
                    check(property, field.getValue(), where + "." + field.getKey());
                } else {
                    require(schema.path("additionalProperties").asBoolean(true), where + ": unknown " + field.getKey());
                }
            });
        }
    }

    private void array(JsonNode schema, JsonNode value, String where) {
        if (value.isArray()) {
            require(value.size() >= schema.path("minItems").asInt(0), where + ": minItems");
            require(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), where + ": maxItems");
            if (schema.has("items")) {
                value.forEach(item -> check(schema.get("items"), item, where + "[]"));
            }
        }
    }

    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private void require(boolean kept, String fault) {
        if (!kept) {
            faults.add(fault);
        }
    }
}
