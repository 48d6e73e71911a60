// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page for people: one file without anything from elsewhere, allowed to run only the script it carries. */
final class PageResource {

    private final byte[] page = TextFile.bytes("page.html");
    private final String policy = policy(new String(page, StandardCharsets.UTF_8));

    List<Route> routes() {
        return List.of(Route.get("/", this::page));
    }

    private void page(Context context) {
        context.header("Content-Security-Policy", policy);
        context.contentType("text/html; charset=utf-8").result(page);
    }

    private static String policy(String page) {
        return "default-src 'none'; script-src " + hash(page, "script") + "; style-src " + hash(page, "style")
                + "; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String hash(String page, String tag) {
        int from = page.indexOf("<" + tag + ">") + tag.length() + 2;
        byte[] text = page.substring(from, page.indexOf("</" + tag + ">")).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
