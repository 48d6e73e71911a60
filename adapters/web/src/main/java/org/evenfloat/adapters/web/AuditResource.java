// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Verb;

/** Who did what: the newest entries of the audit, its check, and all of it to be taken along. */
final class AuditResource {

    private static final int DEFAULT_ENTRIES = 100;

    private final ReadAudit audit;
    private final ViewStrings strings;

    /** A check and an export read everything; one at a time is enough for people. */
    private final Semaphore one = new Semaphore(1);

    AuditResource(ReadAudit audit, ViewStrings strings) {
        this.audit = audit;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/audit", Verb.READ_AUDIT, this::entries),
                Route.get(Route.BASE + "/audit/check", Verb.READ_AUDIT, this::check),
                Route.get(Route.BASE + "/audit/export", Verb.READ_AUDIT, this::export));
    }

    private void entries(Context context) throws AuditFailure {
        Query query = new Query(context, "before", "entries");
        long before = query.number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        int most = query.number("entries", 1, ReadAudit.MAX_ENTRIES, DEFAULT_ENTRIES);
        query.check();
        ZoneId zone = strings.site().timeZone();
        List<Written> entries = audit.entries(Who.asks(context), before, most);
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeBooleanField("more", !entries.isEmpty() && entries.get(entries.size() - 1).number() > 1
                    && entries.size() == most);
            json.writeArrayFieldStart("entries");
            for (Written written : entries) {
                write(json, written, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Written written, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", written.number());
        Instants.write(json, "at", written.entry().atMillis(), zone);
        json.writeStringField("kind", written.entry().kind().name());
        json.writeStringField("who", written.entry().who());
        json.writeStringField("from", written.entry().from());
        json.writeStringField("verb", written.entry().verb());
        json.writeStringField("target", written.entry().target());
        json.writeStringField("outcome", written.entry().outcome().name());
        json.writeStringField("before", written.entry().before());
        json.writeStringField("after", written.entry().after());
        json.writeStringField("hash", written.hash());
        json.writeEndObject();
    }

    private void alone() {
        if (!one.tryAcquire()) {
            throw new Refused(409, "The audit is being checked or exported; ask again when that is done.");
        }
    }

    private void check(Context context) throws AuditFailure {
        new Query(context).check();
        alone();
        try {
            Check check = audit.check(Who.asks(context));
            ZoneId zone = strings.site().timeZone();
            Json.answer(context, json -> {
                json.writeStartObject();
                json.writeBooleanField("good", check.good());
                json.writeNumberField("entries", check.entries());
                Instants.writeUnlessZero(json, "firstAt", check.firstAtMillis(), zone);
                Instants.writeUnlessZero(json, "lastAt", check.lastAtMillis(), zone);
                json.writeStringField("head", check.head().isEmpty() ? null : check.head());
                texts(json, "problems", check.problems());
                texts(json, "remarks", check.remarks());
                json.writeEndObject();
            });
        } finally {
            one.release();
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void export(Context context) throws AuditFailure, IOException {
        Query query = new Query(context, "format");
        Form form = query.word("format", Form.values(), Form.JSONL);
        query.check();
        alone();
        try {
            audit.export(Who.asks(context), form, new FirstByte(context, form));
        } finally {
            one.release();
        }
    }

    /** Says what comes when it begins to come, so that a refusal before it is a problem as everywhere. */
    private static final class FirstByte extends OutputStream {

        private final Context context;
        private final Form form;
        private OutputStream target;

        FirstByte(Context context, Form form) {
            this.context = context;
            this.form = form;
        }

        private OutputStream target() {
            if (target == null) {
                boolean csv = form == Form.CSV;
                context.contentType(csv ? "text/csv; charset=utf-8" : "application/jsonl");
                context.header("Content-Disposition", "attachment; filename=\"evenfloat-audit."
                        + (csv ? "csv" : "jsonl") + "\"");
                target = context.outputStream();
            }
            return target;
        }

        @Override
        public void write(int b) throws IOException {
            target().write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            target().write(bytes, from, length);
        }
    }
}
