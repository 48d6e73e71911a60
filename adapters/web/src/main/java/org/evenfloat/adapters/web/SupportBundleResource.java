// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.in.CollectSupport;
import org.evenfloat.application.port.in.CollectSupport.Piece;
import org.evenfloat.application.port.in.ViewModules.LineDevice;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.topology.Site;

/** Everything somebody needs who helps from afar, in one zip: one at a time, written while it is sent. */
final class SupportBundleResource {

    static final int EVENTS = 1_000;

    /** Lines are asked for their counters no longer than this altogether. */
    private static final long LINES_SECONDS = 10;

    private final Api api;
    private final Semaphore one = new Semaphore(1);

    SupportBundleResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/system/support-bundle", Verb.COLLECT_SUPPORT, this::bundle));
    }

    private void bundle(Context context) throws IOException {
        new Query(context).check();
        if (!one.tryAcquire()) {
            throw new Refused(409, "Another support bundle is being made; ask again when it is done.");
        }
        try {
            Site site = api.strings().site();
            List<Piece> pieces = api.support().pieces(Who.asks(context));
            context.contentType("application/zip");
            context.header("Content-Disposition", "attachment; filename=\"" + name(site) + "\"");
            try (BundleZip zip = new BundleZip(context.res().getOutputStream())) {
                write(zip, site, pieces);
            }
        } finally {
            one.release();
        }
    }

    private String name(Site site) {
        String id = site.name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String date = DateTimeFormatter.ISO_LOCAL_DATE.format(
                Instant.ofEpochMilli(api.health().health().nowMillis()).atZone(site.timeZone()));
        return "evenfloat-support-" + (id.isEmpty() ? "site" : id.substring(0, Math.min(40, id.length()))) + "-" + date
                + ".zip";
    }

    private void write(BundleZip zip, Site site, List<Piece> pieces) throws IOException {
        ZoneId zone = site.timeZone();
        zip.add(json("health.json", HealthResource.written(api.health().health(), zone)));
        zip.add(json("system.json", SystemResource.written(api.system().system(), zone)));
        for (Piece piece : pieces) {
            zip.add(piece);
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LINES_SECONDS);
        for (String line : site.lines()) {
            zip.add(new Piece("lines/" + line + ".json", target -> line(line, until, target)));
        }
        zip.add(new Piece("events.jsonl", target -> events(zone, target)));
    }

    private static Piece json(String name, Json.Writing writing) {
        return new Piece(name, target -> target.write(Json.bytes(writing)));
    }

    private void line(String line, long untilNanos, OutputStream target) throws IOException {
        if (System.nanoTime() - untilNanos > 0) {
            throw new IOException("other lines took too long");
        }
        List<LineDevice> devices = api.modules().modules(line)
                .orElseThrow(() -> new IOException("line " + line + " was not free in time"));
        target.write(Json.bytes(ModulesResource.written(line, devices)));
    }

    private void events(ZoneId zone, OutputStream target) throws IOException {
        List<Event> events;
        try {
            events = api.history().events(0, api.health().health().nowMillis(), EVENTS);
        } catch (HistoryFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
        for (Event event : events) {
            target.write(Json.bytes(json -> HistoryResource.write(json, event, zone)));
            target.write("\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
