// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares JSON with the schemas of an OpenAPI document; fields that no schema names are problems too. */
final class Schema {

    private final JsonNode document;

    Schema(JsonNode document) {
        this.document = document;
    }

    List<String> problems(String name, JsonNode value) {
        return problems(document.at("/components/schemas/" + name), value);
    }

    List<String> problems(JsonNode schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, "", problems);
        return problems;
    }

    private void check(JsonNode given, JsonNode value, String where, List<String> problems) {
        JsonNode schema = given;
        if (schema.has("$ref")) {
            schema = document.at(schema.path("$ref").asText().substring(1));
        }
        if (schema.isMissingNode()) {
            problems.add(where + " has no schema");
        } else if (schema.has("oneOf")) {
            for (JsonNode choice : schema.path("oneOf")) {
                if (problems(choice, value).isEmpty()) {
                    return;
                }
            }
            problems.add(where + " fits none of oneOf");
        } else if (!typed(schema.path("type"), value)) {
            problems.add(where + " is " + value + ", described as " + schema.path("type"));
        } else if (value.isObject()) {
            checkObject(schema, value, where, problems);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), where + "/" + i, problems);
            }
        } else if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            problems.add(where + " is " + value + ", described as one of " + schema.path("enum"));
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String where, List<String> problems) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(where + "/" + name.asText() + " is missing");
            }
        });
        value.fields().forEachRemaining(field -> {
            JsonNode described = schema.path("properties").has(field.getKey())
                    ? schema.path("properties").path(field.getKey()) : schema.path("additionalProperties");
            String place = where + "/" + field.getKey();
            if (described.isMissingNode()) {
                problems.add(place + " is not described");
            } else {
                check(described, field.getValue(), place, problems);
            }
        });
    }

    private static boolean typed(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (typed(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
