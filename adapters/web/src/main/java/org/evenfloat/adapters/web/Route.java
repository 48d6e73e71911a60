// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One operation of the API.
 *
 * @param method HTTP method
 * @param path path with its parameters in braces
 * @param handler what answers it
 */
record Route(HandlerType method, String path, Handler handler) {

    /** Where the API lives; a breaking change gets another number. */
    static final String BASE = "/api/v1";

    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }
}
