// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.evenfloat.application.port.out.AuditFailure;
import org.junit.jupiter.api.Test;

class AuditTest {

    @Test
    void showsTheNewestEntriesAndThoseBefore() throws Exception {
        Room room = new Room(1, 1);
        try (Served served = new Served(room)) {
            JsonNode newest = Served.json(served.get("/api/v1/audit"));
            assertThat(newest.path("entries")).hasSize(100);
            assertThat(newest.path("more").asBoolean()).isTrue();
            JsonNode first = newest.at("/entries/0");
            assertThat(first.path("number").asInt()).isEqualTo(Ledger.ENTRIES);
            assertThat(first.path("at").asText()).isEqualTo("2025-11-22T14:03:27+01:00");
            assertThat(first.path("who").asText()).isEqualTo("anna");
            assertThat(first.path("outcome").asText()).isEqualTo("DONE");
            assertThat(first.path("hash").asText()).isEqualTo(Ledger.HASH);
            JsonNode oldest = Served.json(served.get("/api/v1/audit?before=51&entries=1000"));
            assertThat(oldest.path("entries")).hasSize(50);
            assertThat(oldest.path("more").asBoolean()).isFalse();
            assertThat(room.ledger.asked).containsExactly(
                    "console entries 9223372036854775807 100", "console entries 51 1000");
        }
    }

    @Test
    void tellsWhatACheckHasFound() throws Exception {
        Room room = new Room(1, 1);
        try (Served served = new Served(room)) {
            JsonNode good = Served.json(served.get("/api/v1/audit/check"));
            assertThat(good.path("good").asBoolean()).isTrue();
            assertThat(good.path("entries").asInt()).isEqualTo(Ledger.ENTRIES);
            room.ledger.problems = List.of("audit-000001.jsonl line 2: changed");
            JsonNode bad = Served.json(served.get("/api/v1/audit/check"));
            assertThat(bad.path("good").asBoolean()).isFalse();
            assertThat(bad.at("/problems/0").asText()).contains("line 2");
        }
    }

    @Test
    void canBeTakenAlong() throws Exception {
        Room room = new Room(1, 1);
        try (Served served = new Served(room)) {
            HttpResponse<String> lines = served.get("/api/v1/audit/export");
            assertThat(lines.body()).isEqualTo("{\"format\":1}\n");
            assertThat(lines.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                    value -> assertThat(value).contains("evenfloat-audit.jsonl"));
            HttpResponse<String> table = served.get("/api/v1/audit/export?format=csv");
            assertThat(table.body()).isEqualTo("number,at\r\n");
            assertThat(table.headers().firstValue("Content-Type")).hasValueSatisfying(
                    value -> assertThat(value).startsWith("text/csv"));
        }
    }

    @Test
    void whoMayNotReadItIsTold() throws Exception {
        Room room = new Room(1, 1);
        room.ledger.forbidden = true;
        try (Served served = new Served(room)) {
            for (String path : List.of("", "/check", "/export")) {
                HttpResponse<String> response = served.get("/api/v1/audit" + path);
                assertThat(response.statusCode()).as(path).isEqualTo(403);
                assertThat(Served.json(response).path("detail").asText()).contains("may not read the audit");
            }
        }
    }

    @Test
    void auditThatCannotBeReadIsTold() throws Exception {
        Room room = new Room(1, 1);
        room.ledger.failure = new AuditFailure("The audit cannot be read: Permission denied.", null);
        try (Served served = new Served(room)) {
            for (String path : List.of("", "/check", "/export")) {
                HttpResponse<String> response = served.get("/api/v1/audit" + path);
                assertThat(response.statusCode()).as(path).isEqualTo(503);
                assertThat(Served.json(response).path("detail").asText()).contains("Permission denied");
            }
        }
    }

    @Test
    void allThatIsWrongWithTheQuestionIsToldAtOnce() throws Exception {
        try (Served served = new Served(new Room(1, 1))) {
            HttpResponse<String> response = served.get("/api/v1/audit?before=0&entries=1001&who=anna");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Served.json(response).path("problems")).extracting(JsonNode::asText).containsExactly(
                    "who: unknown parameter - before, entries",
                    "before: 0 - a whole number from 1 to 9223372036854775807",
                    "entries: 1001 - a whole number from 1 to 1000");
            assertThat(served.get("/api/v1/audit/export?format=xml").statusCode()).isEqualTo(400);
        }
    }
}
