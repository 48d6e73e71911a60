// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What every request passes before anything else looks at it: its host, its length, who sends it, and whether a page
 * of somebody else could have sent it. What he may is decided further in.
 */
final class Gate implements Handler {

    private final HostCheck hosts;
    private final Doorman doorman;
    private final Fairness.Sessions sessions;
    private final int uriBytes;
    private final boolean strictTransport;
    private final Predicate<String> openToRead;
    private final Predicate<String> openToWrite;

    /** @param strictTransport whether browsers that came by a name are to come back by HTTPS only */
    Gate(HostCheck hosts, Doorman doorman, WebLimits limits, boolean strictTransport, List<Route> routes) {
        this.hosts = hosts;
        this.doorman = doorman;
        this.sessions = new Fairness.Sessions(limits);
        this.uriBytes = limits.uriBytes();
        this.strictTransport = strictTransport;
        this.openToRead = open(routes, HandlerType.GET);
        this.openToWrite = open(routes, HandlerType.POST);
    }

    private static Predicate<String> open(List<Route> routes, HandlerType method) {
        return routes.stream()
                .filter(route -> route.open() && route.method() == method)
                .map(Route::pattern)
                .map(Pattern::asMatchPredicate)
                .reduce(path -> false, Predicate::or);
    }

    @Override
    public void handle(Context context) {
        String host = context.header("Host");
        SecurityHeaders.set(context::header, strictTransport && !HostCheck.isLoopbackName(host));
        context.header("Vary", "Accept-Encoding");
        hosts.check(host, context.req().getLocalAddr(), context.req().getLocalPort(), context.req().isSecure());
        checkLength(context);
        if (exchanged(context)) {
            return;
        }
        boolean reads = reads(context);
        boolean writesOpenly = !reads && context.method() == HandlerType.POST && openToWrite.test(context.path());
        if (!(reads && openToRead.test(context.path())) && !writesOpenly) {
            admit(context);
        }
        if (!reads) {
            checkWrite(context, writesOpenly);
        }
    }

    private void admit(Context context) {
        Optional<Who> who = doorman.who(context);
        if (who.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer realm=\"evenfloat\"");
            throw new Refused(401, doorman.printedCounts()
                    ? "Sign in first. In a browser: open the address with its token that the server printed at its"
                            + " start; it works once. In a script: send the header Authorization: Bearer with the"
                            + " token printed for scripts. Both change when the server starts."
                    : "Sign in first. In a browser: open this server's page and give your name and password. In a"
                            + " script: send the header Authorization: Bearer with a token that an administrator has"
                            + " made.");
        }
        String whose = who.get().session().isEmpty() ? "script " + who.get().actor().name() : who.get().session();
        sessions.take(whose, RemoteClient.of(context.req().getRemoteAddr()).loopback(), context::header);
        who.get().note(context);
    }

    private void checkLength(Context context) {
        String query = context.queryString();
        int length = context.req().getRequestURI().length() + (query == null ? 0 : query.length() + 1);
        if (length > uriBytes) {
            throw new Refused(414, "Path and query have " + length + " bytes; at most " + uriBytes + " are read.");
        }
    }

    private static boolean reads(Context context) {
        return context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    }

    /** Turns the token in the address bar into a cookie and takes it out of the address bar. */
    private boolean exchanged(Context context) {
        String token = context.queryParam("token");
        if (token == null || !context.path().equals("/")) {
            return false;
        }
        if (doorman.bySession(SessionCookie.of(context), Doorman.from(context)).isEmpty()) {
            Optional<String> session =
                    context.method() == HandlerType.GET ? doorman.exchange(token) : Optional.empty();
            if (session.isEmpty()) {
                throw new Refused(401, doorman.printedCounts()
                        ? "This token is wrong or has been used: it works once. Use the browser that used it, or"
                                + " restart the server and open the address it prints."
                        : "This server has users: open its page without a token, and give your name and password.");
            }
            SessionCookie.giveForLong(context, session.get());
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
        return true;
    }

    private static void checkWrite(Context context, boolean open) {
        if (open || !Who.of(context).session().isEmpty()) {
            checkOrigin(context);
        }
        if (!open && !Who.of(context).session().isEmpty()
                && !SessionCookie.proves(context, Who.of(context).session())) {
            throw new Refused(
                    403,
                    "A change from a browser has to carry the header " + SessionCookie.TOKEN_HEADER + " with the token"
                            + " of its session, as GET " + AccessResource.STATE + " tells it. Load the page again.");
        }
        String type = Optional.ofNullable(context.header("Content-Type")).orElse("none");
        if (!type.split(";", 2)[0].trim().equalsIgnoreCase(Json.TYPE)) {
            throw new Refused(415, "Content-Type: " + Query.quoted(type) + " - " + Json.TYPE);
        }
    }

    private static void checkOrigin(Context context) {
        String origin = context.header("Origin");
        if (!(context.scheme() + "://" + context.header("Host")).equalsIgnoreCase(origin)) {
            throw new Refused(
                    403,
                    "A change from a browser has to come from this server's own page: the header Origin was "
                            + (origin == null ? "missing" : "\"" + Query.quoted(origin) + "\"") + ".");
        }
    }
}
