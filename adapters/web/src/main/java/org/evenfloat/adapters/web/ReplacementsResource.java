// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.application.port.in.AnswerReplacement.Replaced;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Verb;

/** Battery modules with a new serial number, and what a person says was replaced. */
final class ReplacementsResource {

    private static final String FIELD = "replaced";
    private static final String ALLOWED = "\"module\" or \"block\"";

    /** Made by the first answer: it costs 300 classes, which most servers never need. */
    private static final class Bodies {

        static final ObjectReader READER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .reader();
    }

    private final AnswerReplacement replacement;
    private final ViewStrings strings;
    private final int bodyBytes;

    ReplacementsResource(AnswerReplacement replacement, ViewStrings strings, int bodyBytes) {
        this.replacement = replacement;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/replacements", this::questions),
                Route.post(Route.BASE + "/replacements/{blockId}", Verb.ANSWER_REPLACEMENT, this::answer));
    }

    private void questions(Context context) {
        new Query(context).check();
        ZoneId zone = strings.site().timeZone();
        List<AnswerReplacement.Question> questions = replacement.questions();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("replacements");
            for (AnswerReplacement.Question question : questions) {
                json.writeStartObject();
                json.writeStringField("block", question.block());
                json.writeStringField("oldSerial", question.oldSerial());
                json.writeStringField("newSerial", question.newSerial());
                Instants.write(json, "since", question.sinceMillis(), zone);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void answer(Context context) throws IOException {
        String block = context.pathParam("blockId");
        Query query = new Query(context);
        Replaced replaced = replaced(body(context), query);
        query.check(Blocks.known(strings.site(), block), "block", block, "id of a block of the site");
        Optional<String> wrong = replacement.answer(Who.asks(context), block, replaced);
        if (wrong.isPresent()) {
            throw new Refused(409, wrong.get());
        }
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("block", block);
            json.writeStringField(FIELD, replaced == Replaced.MODULE ? "module" : "block");
            json.writeEndObject();
        });
    }

    private byte[] body(Context context) throws IOException {
        byte[] body = context.req().getInputStream().readNBytes(bodyBytes + 1);
        if (body.length > bodyBytes) {
            throw new Refused(413, "The body is larger than " + bodyBytes + " bytes.");
        }
        return body;
    }

    private static Replaced replaced(byte[] body, Query query) throws IOException {
        JsonNode tree;
        try {
            tree = Bodies.READER.readTree(body);
        } catch (JsonProcessingException e) {
            query.wrong("body", "not JSON", "{\"replaced\": " + ALLOWED + "}");
            return null;
        }
        if (!tree.isObject()) {
            query.wrong("body", body.length == 0 ? "empty" : "not an object", "{\"replaced\": " + ALLOWED + "}");
            return null;
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (!name.equals(FIELD)) {
                query.wrong("body", Query.quoted(name), "only the field " + FIELD);
            }
        });
        JsonNode value = tree.path(FIELD);
        switch (value.isTextual() ? value.textValue() : "") {
            case "module":
                return Replaced.MODULE;
            case "block":
                return Replaced.BLOCK;
            default:
                query.wrong(FIELD, value.isMissingNode() ? "nothing" : value.toString(), ALLOWED);
                return null;
        }
    }
}
