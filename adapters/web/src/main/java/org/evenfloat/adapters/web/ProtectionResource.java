// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewProtection.BlockRises;
import org.evenfloat.application.port.in.ViewProtection.GuardedBreaker;
import org.evenfloat.application.port.in.ViewProtection.GuardedString;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.BreakerPast;

/** Guards and breaker policies as they stand, and what is remembered of them. */
final class ProtectionResource {

    static final String PATH = Route.BASE + "/protection";

    private final ViewProtection protection;
    private final ViewStrings strings;

    ProtectionResource(ViewProtection protection, ViewStrings strings) {
        this.protection = protection;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::all),
                Route.get(PATH + "/strings/{id}/rises", this::rises),
                Route.get(PATH + "/breakers/{id}/past", this::past));
    }

    private void all(Context context) {
        new Query(context).check();
        Site site = strings.site();
        List<GuardedString> guarded = protection.strings();
        List<GuardedBreaker> breakers = protection.breakers();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("strings");
            for (GuardedString one : guarded) {
                Optional<BatteryString> string = site.string(one.string());
                if (string.isPresent()) {
                    GuardJson.write(json, one, string.get(), site.timeZone());
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("breakers");
            for (GuardedBreaker one : breakers) {
                BreakerJson.write(json, one, site.timeZone());
            }
            json.writeEndArray();
            json.writeFieldName("limits");
            GuardJson.limits(json);
            json.writeEndObject();
        });
    }

    private void rises(Context context) {
        Query query = new Query(context);
        String id = context.pathParam("id");
        Site site = strings.site();
        Optional<BatteryString> string = site.string(id);
        query.check(string.isPresent(), "string", id, "id of a string of the site");
        Optional<BlockRises> rises = protection.rises(id);
        Json.answer(context, json -> GuardJson.write(json, string.get(), rises, site.timeZone()));
    }

    private void past(Context context) {
        Query query = new Query(context);
        String id = context.pathParam("id");
        Optional<BreakerPast> past = protection.past(id);
        query.check(past.isPresent(), "breaker", id, "id of a breaker of the site");
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> BreakerJson.write(json, id, past.get(), zone));
    }
}
