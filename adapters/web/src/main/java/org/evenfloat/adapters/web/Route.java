// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.domain.access.Verb;

/**
 * One operation of the API.
 *
 * @param method HTTP method
 * @param path path with its parameters in braces
 * @param handler what answers it
 * @param verb what it needs; empty when everybody who is in may read it, or when it is open. Tells only: who may is
 *     decided by the use case behind it
 * @param open whether it is there for those who are not in
 */
record Route(HandlerType method, String path, Handler handler, Optional<Verb> verb, boolean open) {

    /** Where the API lives; a breaking change gets another number. */
    static final String BASE = "/api/v1";

    /** Reads what everybody may read who is in. */
    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler, Optional.empty(), false);
    }

    /** Reads what not everybody may. */
    static Route get(String path, Verb verb, Handler handler) {
        return new Route(HandlerType.GET, path, handler, Optional.of(verb), false);
    }

    /** Changes something. */
    static Route post(String path, Verb verb, Handler handler) {
        return new Route(HandlerType.POST, path, handler, Optional.of(verb), false);
    }

    /** Reads what everybody may, in or not. */
    static Route openGet(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler, Optional.empty(), true);
    }

    /** Lets somebody in. */
    static Route openPost(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler, Optional.empty(), true);
    }

    /** Returns what the path of a request looks like that comes here. */
    Pattern pattern() {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
