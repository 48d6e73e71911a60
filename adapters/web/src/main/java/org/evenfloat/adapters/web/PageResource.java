// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page for people: one document, and the script and style that it names. Their names change with what they hold,
 * so a browser keeps them for ever; the document itself is asked for each time. Who changes the page lets it be read
 * from a folder instead (docs/howto/change-the-page.md).
 */
final class PageResource {

    private static final String ASSETS = "/ui/";
    private static final Pattern NAMED = Pattern.compile(ASSETS + "([A-Za-z0-9._-]+)");
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8");
    /** Only what this server sends itself runs, and it talks to nobody else. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** System property with the folder into which esbuild writes app.js and app.css at each save. */
    private static final String WORKSHOP = "evenfloat.page";

    private final byte[] page = TextFile.bytes("ui/index.html");
    private final Map<String, byte[]> assets = new HashMap<>();
    private final String workshop = System.getProperty(WORKSHOP);

    PageResource() {
        Matcher names = NAMED.matcher(new String(page, StandardCharsets.UTF_8));
        while (names.find()) {
            assets.put(names.group(1), TextFile.bytes("ui/" + names.group(1)));
        }
    }

    List<Route> routes() {
        return List.of(Route.openGet("/", this::page), Route.openGet(ASSETS + "{name}", this::asset));
    }

    private void page(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.contentType("text/html; charset=utf-8").result(page);
    }

    private void asset(Context context) {
        String name = context.pathParam("name");
        byte[] asset = workshop == null ? assets.get(name) : unfinished(name);
        if (asset == null) {
            throw new Refused(404, "This page has no such part; it is of another version. Load the page again.");
        }
        if (workshop == null) {
            context.header("Cache-Control", "private, max-age=31536000, immutable");
        }
        context.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1))).result(asset);
    }

    private byte[] unfinished(String name) {
        if (!assets.containsKey(name)) {
            return null;
        }
        try {
            return Files.readAllBytes(Path.of(workshop, "app" + name.substring(name.lastIndexOf('.'))));
        } catch (IOException e) {
            throw new Refused(503, "The page is read from " + workshop + ", and cannot be: " + e.getMessage());
        }
    }
}
