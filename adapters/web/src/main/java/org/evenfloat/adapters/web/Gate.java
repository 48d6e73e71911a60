// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;

/**
 * What every request passes before anything else looks at it: its host, its length, who sends it, and whether a page
 * of somebody else could have sent it.
 */
final class Gate implements Handler {

    private static final int HTTP = 80;
    private static final String BEARER = "Bearer ";
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Browsers keep no cookie longer than 400 days; the session ends with the server anyway. */
    private static final long COOKIE_SECONDS = Duration.ofDays(400).toSeconds();

    private final WebAccess access;
    private final String address;
    private final int uriBytes;

    Gate(WebAccess access, String address, int uriBytes) {
        this.access = access;
        this.address = address.contains(":") ? "[" + address + "]" : address;
        this.uriBytes = uriBytes;
    }

    @Override
    public void handle(Context context) {
        SecurityHeaders.set(context::header);
        context.header("Vary", "Accept-Encoding");
        checkHost(context);
        checkLength(context);
        boolean open = context.path().equals(HealthResource.PATH) || ProviderResource.open(context.path());
        if (open && reads(context)) {
            return;
        }
        if (exchanged(context)) {
            return;
        }
        boolean script = script(context);
        if (!script && !access.session(context.cookie(cookie(context)))) {
            context.header("WWW-Authenticate", "Bearer realm=\"evenfloat\"");
            throw new Refused(
                    401,
                    "Sign in first. In a browser: open the address with its token that the server printed at its"
                            + " start; it works once. In a script: send the header Authorization: Bearer with the"
                            + " token printed for scripts. Both change when the server starts.");
        }
        Who.asks(context, new Actor(
                script ? Actor.Kind.SCRIPT : Actor.Kind.CONSOLE, "console", "web " + context.ip(), Grants.of(Role.ADMIN)));
        if (!reads(context)) {
            checkWrite(context, script);
        }
    }

    /** A name that leads here but is not ours means that a page of somebody else asks: DNS rebinding. */
    private void checkHost(Context context) {
        String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        int port = context.req().getLocalPort();
        String suffix = ":" + port;
        String name = host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length())
                : port == HTTP ? host : "";
        if (!NAMES.contains(name) && !name.equals(address)) {
            throw new Refused(
                    403,
                    "This server answers only to the names 127.0.0.1, localhost and [::1] with its port " + port
                            + ", not to \"" + Query.quoted(host) + "\".");
        }
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

    private static String cookie(Context context) {
        return "evenfloat-" + context.req().getLocalPort(); // browsers share cookies between the ports of a host
    }

    /** Turns the token in the address bar into a cookie and takes it out of the address bar. */
    private boolean exchanged(Context context) {
        String token = context.queryParam("token");
        if (token == null || !context.path().equals("/") || context.method() != HandlerType.GET) {
            return false;
        }
        if (!access.session(context.cookie(cookie(context)))) {
            Optional<String> session = access.exchange(token);
            if (session.isEmpty()) {
                throw new Refused(
                        401,
                        "This token is wrong or has been used: it works once. Use the browser that used it, or"
                                + " restart the server and open the address it prints.");
            }
            giveSession(context, session.get());
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
        return true;
    }

    /** Puts a session into the browser. */
    static void giveSession(Context context, String session) {
        context.res().addHeader("Set-Cookie", cookie(context) + "=" + session + "; Path=/; Max-Age=" + COOKIE_SECONDS
                + "; HttpOnly; SameSite=Strict");
    }

    private boolean script(Context context) {
        String authorization = context.header("Authorization");
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && access.bearer(authorization.substring(BEARER.length()).trim());
    }

    private static void checkWrite(Context context, boolean script) {
        String origin = context.header("Origin");
        if (!script && !("http://" + context.header("Host")).equalsIgnoreCase(origin)) {
            throw new Refused(
                    403,
                    "A change from a browser has to come from this server's own page: the header Origin was "
                            + (origin == null ? "missing" : "\"" + Query.quoted(origin) + "\"") + ".");
        }
        String type = Optional.ofNullable(context.header("Content-Type")).orElse("none");
        if (!type.split(";", 2)[0].trim().equalsIgnoreCase(Json.TYPE)) {
            throw new Refused(415, "Content-Type: " + Query.quoted(type) + " - " + Json.TYPE);
        }
    }
}
