// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;

/** Roles in requests and answers: {@code "role": "view", "strings": {"A1": "service"}}. */
final class GrantsFields {

    private static final int MOST_STRINGS = 1_000;
    private static final String PATTERN =
            Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining("|"));
    private static final String ALLOWED = PATTERN.replace("|", ", ");

    private final ViewStrings strings;

    GrantsFields(ViewStrings strings) {
        this.strings = strings;
    }

    Grants read(JsonBody body, Query query) {
        String site = body.text("role", PATTERN, ALLOWED);
        Map<String, Role> roles = new TreeMap<>();
        body.texts("strings", MOST_STRINGS, PATTERN, ALLOWED).forEach((string, word) -> {
            if (strings.site().string(string).isEmpty()) {
                query.wrong("strings." + Query.quoted(string), "no such string", "ids of strings of the site");
            }
            roles.put(string, role(word));
        });
        return new Grants(site.isEmpty() ? Role.VIEW : role(site), roles);
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static void write(JsonGenerator json, Grants grants) throws IOException {
        json.writeStringField("role", grants.site().word());
        json.writeObjectFieldStart("strings");
        for (Map.Entry<String, Role> each : new TreeMap<>(grants.strings()).entrySet()) {
            json.writeStringField(each.getKey(), each.getValue().word());
        }
        json.writeEndObject();
    }
}
