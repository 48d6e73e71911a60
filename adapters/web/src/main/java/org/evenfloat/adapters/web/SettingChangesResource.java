// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingProblem;
import org.evenfloat.domain.setting.SettingProposal;

/** Settings, to be changed: checked first, then applied; rolled back; taken from a file. */
final class SettingChangesResource {

    /** A file of the largest size allowed, as JSON. */
    private static final int BODY_BYTES = 4 << 20;

    private static final String EXAMPLE =
            "{\"version\": 7, \"changes\": {\"strings.A1.name\": \"Upper rack\"}, \"why\": \"racks were moved\"}";
    private static final String ROLL_BACK_EXAMPLE = "{\"version\": 7, \"to\": 5, \"why\": \"wrong racks\"}";
    private static final String IMPORT_EXAMPLE =
            "{\"version\": 7, \"yaml\": \"evenfloat-settings: 1\\nsettings: …\", \"why\": \"labels of the blocks\"}";

    private final ChangeSettings settings;

    SettingChangesResource(ChangeSettings settings) {
        this.settings = settings;
    }

    List<Route> routes() {
        String path = SettingsResource.PATH;
        return List.of(
                Route.post(path + "/check", Verb.CHANGE_SETTINGS, this::check),
                Route.post(path + "/apply", Verb.CHANGE_SETTINGS, this::apply),
                Route.post(path + "/roll-back", Verb.CHANGE_SETTINGS, this::rollBack),
                Route.post(path + "/import/check", Verb.CHANGE_SETTINGS, this::checkImport),
                Route.post(path + "/import", Verb.CHANGE_SETTINGS, this::importText));
    }

    private static JsonBody body(Context context, Query query, String example) throws IOException {
        return JsonBody.of(context, query, BODY_BYTES, example);
    }

    private static int version(JsonBody body, String field) {
        return body.whole(field, 0, Integer.MAX_VALUE, null);
    }

    private static String text(JsonBody body, String field) {
        return body.text(field, "(?s).*", "a text");
    }

    private void check(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, "{\"changes\": {\"strings.A1.name\": \"Upper rack\"}}");
        Map<String, Optional<String>> wanted = body.texts("changes");
        body.finish();
        query.check();
        SettingProposal proposal = settings.check(Who.asks(context), wanted);
        answerCheck(context, proposal.changes(), proposal.problems().stream().map(SettingProblem::toString).toList());
    }

    private void apply(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, EXAMPLE);
        int against = version(body, "version");
        Map<String, Optional<String>> wanted = body.texts("changes");
        String why = text(body, "why");
        body.finish();
        query.check();
        answer(context, settings.apply(Who.asks(context), against, wanted, why));
    }

    private void rollBack(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, ROLL_BACK_EXAMPLE);
        int against = version(body, "version");
        int to = version(body, "to");
        String why = text(body, "why");
        body.finish();
        query.check();
        answer(context, settings.rollBack(Who.asks(context), against, to, why));
    }

    private void checkImport(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, "{\"yaml\": \"evenfloat-settings: 1\\nsettings: …\"}");
        String yaml = text(body, "yaml");
        body.finish();
        query.check();
        ChangeSettings.TextCheck check = settings.checkText(Who.asks(context), yaml);
        answerCheck(context, check.changes(), check.problems());
    }

    private void importText(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = body(context, query, IMPORT_EXAMPLE);
        int against = version(body, "version");
        String yaml = text(body, "yaml");
        String why = text(body, "why");
        body.finish();
        query.check();
        answer(context, settings.applyText(Who.asks(context), against, yaml, why));
    }

    private void answerCheck(Context context, List<SettingChange> changes, List<String> problems) {
        if (!problems.isEmpty()) {
            throw Refused.badRequest(problems);
        }
        long version = settings.present().version().number();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeNumberField("version", version);
            SettingsJson.changes(json, changes);
            json.writeEndObject();
        });
    }

    private static void answer(Context context, ChangeSettings.Answer answer) {
        switch (answer.verdict()) {
            case INVALID -> throw Refused.badRequest(answer.problems());
            case OUTDATED -> throw new Refused(409, answer.sentence());
            case NOT_KEPT -> throw new Refused(503, answer.sentence());
            case DONE -> Json.answer(context, json -> {
                json.writeStartObject();
                json.writeNumberField("version", answer.version().number());
                SettingsJson.changes(json, answer.changes());
                json.writeEndObject();
            });
        }
    }
}
