// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.HandleProtection.Outcome;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.trip.BreakerPast;

/** What people do about breakers and their guards; each with a reason, and what opens a breaker with its id once more. */
final class ProtectionHandlingResource {

    private static final String BREAKER = ProtectionResource.PATH + "/breakers/{id}/";
    private static final String REASON = "\"reason\": \"charger is being repaired\"";
    private static final int LONGEST_VETO_MINUTES = 30;

    private final ProtectionAccess protection;
    private final ViewStrings strings;
    private final int bodyBytes;

    ProtectionHandlingResource(ProtectionAccess protection, ViewStrings strings, int bodyBytes) {
        this.protection = protection;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.post(BREAKER + "trip", Verb.TRIP_BREAKER, context -> {
                    Asked asked = asked(context, "{\"confirm\": \"Q1\", " + REASON + "}");
                    String confirmed = asked.confirmed();
                    String reason = asked.reason();
                    answer(context, handle().trip(asked.breaker(), asked.id, confirmed, reason));
                }),
                Route.post(BREAKER + "veto", Verb.VETO_TRIP, context -> {
                    Asked asked = asked(context, "{\"minutes\": 10, " + REASON + "}");
                    int minutes = asked.body.whole("minutes", 1, LONGEST_VETO_MINUTES, null);
                    String reason = asked.reason();
                    answer(context, handle().veto(asked.breaker(), asked.id, minutes, reason));
                }),
                Route.post(BREAKER + "release", Verb.RELEASE_BREAKER, withReason(HandleProtection::release)),
                Route.post(BREAKER + "arm", Verb.ARM_BREAKER, context -> {
                    Asked asked = asked(context, "{\"seen\": 0, " + REASON + "}");
                    int seen = asked.body.whole("seen", 0, BreakerPast.MOST_DEEDS, null);
                    String reason = asked.reason();
                    answer(context, handle().arm(asked.breaker(), asked.id, seen, reason));
                }),
                Route.post(BREAKER + "shadow", Verb.DISARM_BREAKER, withReason(HandleProtection::shadow)),
                Route.post(BREAKER + "disarm", Verb.DISARM_BREAKER, withReason(HandleProtection::disarm)),
                Route.post(BREAKER + "prove", Verb.PROVE_BREAKER, context -> {
                    Asked asked = asked(context, "{\"confirm\": \"Q1\"}");
                    String confirmed = asked.confirmed();
                    answer(context, handle().prove(asked.breaker(), asked.id, confirmed));
                }),
                Route.post(BREAKER + "saw", Verb.PROVE_BREAKER, context -> {
                    Asked asked = asked(context, "{\"opened\": true}");
                    boolean opened = asked.body.either("opened");
                    answer(context, handle().saw(asked.breaker(), asked.id, opened));
                }),
                Route.post(BREAKER + "abandon", Verb.PROVE_BREAKER, context -> {
                    Asked asked = asked(context, "{}");
                    answer(context, handle().abandon(asked.breaker(), asked.id));
                }),
                Route.post(ProtectionResource.PATH + "/strings/{id}/learn-anew", Verb.LEARN_ANEW, context -> {
                    Asked asked = asked(context, "{" + REASON + "}");
                    String reason = asked.reason();
                    answer(context, handle().learnAnew(asked.string(), asked.id, reason));
                }));
    }

    private HandleProtection handle() {
        return protection.handle();
    }

    /** Something that is done to a breaker and takes nothing but a reason. */
    private interface Deed {
        Outcome of(HandleProtection handle, Actor who, String breaker, String reason);
    }

    private Handler withReason(Deed deed) {
        return context -> {
            Asked asked = asked(context, "{" + REASON + "}");
            String reason = asked.reason();
            answer(context, deed.of(handle(), asked.breaker(), asked.id, reason));
        };
    }

    private Asked asked(Context context, String example) throws IOException {
        Query query = new Query(context);
        return new Asked(context, query, JsonBody.of(context, query, bodyBytes, example));
    }

    /** A request that is being read: first its fields, then what it is about, which refuses it when anything is wrong. */
    private final class Asked {

        private final Context context;
        private final Query query;
        private final JsonBody body;
        private final String id;

        Asked(Context context, Query query, JsonBody body) {
            this.context = context;
            this.query = query;
            this.body = body;
            this.id = context.pathParam("id");
        }

        String reason() {
            return body.text("reason", "(?s)(?=.*\\S).{1," + HandleProtection.LONGEST_REASON + "}",
                    "1 to " + HandleProtection.LONGEST_REASON + " characters that say why");
        }

        String confirmed() {
            return body.text("confirm", Pattern.quote(id),
                    "\"" + id + "\", the id of the breaker typed once more");
        }

        Actor breaker() {
            return who(view().breakers().stream().anyMatch(each -> each.breaker().equals(id)), "breaker");
        }

        Actor string() {
            return who(strings.site().string(id).isPresent(), "string");
        }

        private Actor who(boolean exists, String what) {
            body.finish();
            query.check(exists, what, id, "id of a " + what + " of the site");
            return Who.asks(context);
        }
    }

    private ViewProtection view() {
        return protection.view();
    }

    private static void answer(Context context, Outcome outcome) {
        if (!outcome.done()) {
            throw new Refused(409, outcome.sentence());
        }
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("text", outcome.sentence());
            json.writeEndObject();
        });
    }
}
