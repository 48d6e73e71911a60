// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.util.List;

/** The description of the API for programs. */
final class OpenApiResource {

    private final byte[] document = TextFile.bytes("openapi.json");

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/openapi.json", this::document));
    }

    private void document(Context context) {
        new Query(context).check();
        context.contentType(Json.TYPE).result(document);
    }
}
