// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.io.EofException;
import org.evenfloat.application.port.in.AccessClosed;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SettingsFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem; what only the log should know stays there. */
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final List<Route> routes;

    ErrorAnswers(List<Route> routes) {
        this.routes = routes;
    }

    void add(JavalinConfig config) {
        config.routes.exception(Refused.class, (refused, context) -> Problem.answer(context, refused));
        config.routes.exception(NotAllowed.class, (refused, context) ->
                Problem.answer(context, 403, refused.getMessage(), List.of()));
        config.routes.exception(WaitsForApproval.class, (waits, context) -> {
            context.header("Location", Route.BASE + "/approvals");
            Problem.answer(context, 202, waits.getMessage(), List.of());
        });
        config.routes.exception(NotWrittenDown.class, (failure, context) -> {
            LOG.error("The audit could not be written for {}", context.path(), failure);
            Problem.answer(context, 503, failure.getMessage(), List.of());
        });
        config.routes.exception(AccessClosed.class, (failure, context) -> {
            LOG.error("Nobody is let in", failure);
            Problem.answer(context, 503, failure.getMessage(), List.of());
        });
        config.routes.exception(AuditFailure.class, (failure, context) -> {
            LOG.error("The audit could not be read for {}", context.path(), failure);
            Problem.answer(context, 503, failure.getMessage(), List.of());
        });
        config.routes.exception(HistoryFailure.class, (failure, context) -> {
            LOG.warn("The history could not be read for {}", context.path(), failure);
            Problem.answer(context, 503, "The history cannot be read: " + failure.getMessage(), List.of());
        });
        config.routes.exception(AlarmStoreFailure.class, (failure, context) -> {
            LOG.warn("The history of alarms could not be read for {}", context.path(), failure);
            Problem.answer(context, 503, "The history of alarms cannot be read: " + failure.getMessage(), List.of());
        });
        config.routes.exception(EofException.class, (cut, context) -> unreadable(context));
        config.routes.exception(BadMessageException.class, (bad, context) -> unreadable(context));
        config.routes.exception(SettingsFailure.class, (failure, context) -> {
            LOG.warn("The settings could not be read for {}", context.path(), failure);
            Problem.answer(context, 503, "Nothing can be said: " + failure.getMessage(), List.of());
        });
        config.routes.exception(HttpResponseException.class, this::framework);
        config.routes.exception(Exception.class, ErrorAnswers::fault);
        config.router.javaLangErrorHandler((response, error) -> LOG.error("A request ended in an error", error));
    }

    /** The client's fault, so nothing for the log. */
    private static void unreadable(Context context) {
        Problem.answer(context, 400,
                "The body cannot be read: it ends too early, or is not sent as HTTP has it.", List.of());
    }

    private void framework(HttpResponseException exception, Context context) {
        if (exception instanceof MethodNotAllowedResponse) {
            context.header("Allow", allowed(context.path()));
            Problem.answer(context, 405, "Only " + allowed(context.path()) + " is possible here.", List.of());
        } else if (exception.getStatus() == 404) {
            Problem.answer(
                    context, 404, "There is nothing here; GET " + Route.BASE + "/openapi.json lists what there is.",
                    List.of());
        } else {
            Problem.answer(context, exception.getStatus(), "The request cannot be served.", List.of());
        }
    }

    private String allowed(String path) {
        return routes.stream()
                .filter(route -> route.pattern().matcher(path).matches())
                .map(route -> route.method().name())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static void fault(Exception fault, Context context) {
        String number = UUID.randomUUID().toString();
        LOG.error("Fault {} in {} {}", number, context.method().name(), context.path(), fault);
        Problem.answer(
                context, 500, "A fault in the server, not in the request; its log says more under " + number + ".",
                List.of());
    }
}
