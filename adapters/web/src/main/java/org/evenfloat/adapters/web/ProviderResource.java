// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.SignInElsewhere;

/**
 * The way to an identity provider and back. A browser comes back by a redirect from the provider, so by a request that
 * somebody else's page caused; what keeps others from signing a browser in as themselves, or from using a code that
 * they caught, is a cookie that is set when the way begins and must be there when it ends, together with the state in
 * the address. That cookie is SameSite=Lax, because a browser sends no SameSite=Strict cookie with such a request; it
 * is HttpOnly, good for these two addresses and ten minutes, and worth nothing without the state and the code. The
 * session itself stays in a SameSite=Strict cookie, which is why the way back ends with a page of our own that moves
 * on: after a redirect the browser would still take the request for somebody else's and hold the session back.
 */
final class ProviderResource {

    static final String BASE = Route.BASE + "/access/oidc";

    private static final String BEGIN = BASE + "/begin";
    private static final String CALLBACK = BASE + "/callback";
    private static final String RULES = "; Path=" + BASE + "; HttpOnly; SameSite=Lax";
    private static final int LONGEST_BINDING = 64;

    private final Admission admission;

    ProviderResource(Admission admission) {
        this.admission = admission;
    }

    List<Route> routes() {
        return List.of(Route.openGet(BEGIN, this::begin), Route.openGet(CALLBACK, this::callback));
    }

    private void begin(Context context) {
        new Query(context).check();
        SignInElsewhere.Begun begun = admission.elsewhere().begin();
        if (begun.address().isEmpty()) {
            page(context, admission.elsewhere().button().isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND,
                    begun.sentence());
            return;
        }
        keep(context, begun.binding(), begun.keepSeconds());
        context.redirect(begun.address(), HttpStatus.SEE_OTHER);
    }

    /** The provider may add parameters of its own, so others than ours are passed over. */
    private void callback(Context context) {
        String binding = Optional.ofNullable(context.cookie(cookie(context)))
                .filter(value -> value.length() <= LONGEST_BINDING).orElse("");
        SignIn.Answer answer = admission.elsewhere().finish(
                binding, parameter(context, "state"), parameter(context, "code"), Doorman.from(context));
        if (answer.verdict() == SignIn.Verdict.WELCOME) {
            endFormer(context, answer.session());
            SessionCookie.give(context, answer.session());
            keep(context, "", 0);
            context.contentType("text/html; charset=utf-8").result("<!doctype html><html lang=\"en\"><meta"
                    + " http-equiv=\"refresh\" content=\"0;url=/\"><title>Evenfloat</title><a href=\"/\">You are signed"
                    + " in.</a></html>");
        } else {
            keep(context, "", 0);
            page(context, HttpStatus.FORBIDDEN, answer.sentence());
        }
    }

    /** The session that the browser had before ends: whoever has put it there gains nothing. */
    private void endFormer(Context context, String session) {
        String before = SessionCookie.of(context);
        if (before != null && !before.equals(session)) {
            admission.signIn().signOut(before);
        }
    }

    /** One value and no more: which of two counts, others may see otherwise. */
    private static String parameter(Context context, String name) {
        List<String> values = context.queryParams(name);
        return values.size() == 1 ? values.get(0) : "";
    }

    private static String cookie(Context context) {
        return "evenfloat-oidc-" + context.req().getLocalPort(); // browsers share cookies between the ports of a host
    }

    private static void keep(Context context, String binding, int seconds) {
        context.res().addHeader("Set-Cookie", cookie(context) + "=" + binding + "; Max-Age=" + seconds + RULES
                + (context.req().isSecure() ? "; Secure" : ""));
    }

    /** Says something to who looks at a browser; the sentences are our own, and shown as text whatever they hold. */
    private static void page(Context context, HttpStatus status, String sentence) {
        String text = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        context.status(status).contentType("text/html; charset=utf-8").result("<!doctype html><html lang=\"en\"><title>"
                + "Evenfloat</title><p>" + text + "</p><p><a href=\"/\">Back to signing in</a></p></html>");
    }
}
