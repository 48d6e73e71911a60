// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingVersion;

/** What people change in operation, to be looked at: now, and as it was. */
final class SettingsResource {

    static final String PATH = Route.BASE + "/settings";

    private static final int USUAL_VERSIONS = 50;

    private final ChangeSettings settings;
    private final ViewStrings strings;

    SettingsResource(ChangeSettings settings, ViewStrings strings) {
        this.settings = settings;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::settings),
                Route.get(PATH + "/versions", this::versions),
                Route.get(PATH + "/versions/{number}", this::version),
                Route.get(PATH + "/export", this::export));
    }

    private void settings(Context context) {
        new Query(context).check();
        ChangeSettings.Present present = settings.present();
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            SettingsJson.fields(json, present.version(), zone);
            SettingsJson.texts(json, "withoutEffect", present.withoutEffect());
            json.writeArrayFieldStart("settings");
            for (SettingDefinition definition : present.book().definitions(present.version().values())) {
                SettingsJson.write(json, present.book(), definition, present.version().values());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void versions(Context context) throws SettingsFailure {
        Query query = new Query(context, "before", "limit");
        int before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int limit = query.number("limit", 1, ChangeSettings.MOST_VERSIONS, USUAL_VERSIONS);
        query.check();
        List<SettingVersion> versions = settings.versions(before, limit);
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("versions");
            for (SettingVersion version : versions) {
                json.writeStartObject();
                SettingsJson.fields(json, version, zone);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void version(Context context) throws SettingsFailure {
        new Query(context).check();
        long number = number(context.pathParam("number"));
        Optional<SettingVersion> version = number < 1 ? Optional.empty() : settings.version(number);
        Optional<List<SettingChange>> changes = version.isEmpty() ? Optional.empty() : settings.difference(number);
        if (changes.isEmpty()) {
            throw new Refused(404, "There is no such version; GET " + PATH + "/versions lists those that are kept.");
        }
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            SettingsJson.fields(json, version.get(), zone);
            SettingsJson.changes(json, changes.get());
            json.writeEndObject();
        });
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }

    private void export(Context context) {
        new Query(context).check();
        context.header("Content-Disposition", "attachment; filename=\"evenfloat-settings.yaml\"");
        context.contentType("application/yaml; charset=utf-8").result(settings.text());
    }
}
