// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** The one shape of every error: problem JSON of RFC 9457 with the extension {@code problems}. */
final class Problem {

    static final String TYPE = "application/problem+json";

    private Problem() {}

    static byte[] bytes(int status, String detail, List<String> problems) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", HttpStatus.getMessage(status));
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            if (!problems.isEmpty()) {
                json.writeArrayFieldStart("problems");
                for (String problem : problems) {
                    json.writeString(problem);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    static void answer(Context context, int status, String detail, List<String> problems) {
        context.status(status).contentType(TYPE).result(bytes(status, detail, problems));
    }

    static void answer(Context context, Refused refused) {
        answer(context, refused.status(), refused.getMessage(), refused.problems());
    }
}
