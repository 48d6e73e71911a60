// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.alarm.AlarmKpi;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewAlarms.Standing;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmPriority;
import org.evenfloat.domain.alarm.AlarmRecord;

/** How well the alarms serve the people who get them. */
final class AlarmKpiResource {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final long DAY_MILLIS = 86_400_000;

    /** So many records are looked at; with more of them only the newest count, and the days are fewer. */
    private static final int MOST_RECORDS = 10 * AlarmStore.MOST_RECORDS;

    private static final int PATIENCE_SECONDS = 10;

    private final ViewAlarms alarms;

    /** Reads much; one at a time is enough for people. */
    private final Semaphore one = new Semaphore(1);

    AlarmKpiResource(ViewAlarms alarms) {
        this.alarms = alarms;
    }

    List<Route> routes() {
        return List.of(Route.get(AlarmsResource.PATH + "/kpi", this::kpi));
    }

    private void kpi(Context context) throws AlarmStoreFailure, InterruptedException {
        Query query = new Query(context, "days");
        int days = query.number("days", 1, MOST_DAYS, USUAL_DAYS);
        query.check();
        if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Refused(503, "Others have these figures worked out at the moment; ask again.");
        }
        AlarmKpi kpi;
        try {
            kpi = of(days);
        } finally {
            one.release();
        }
        Json.answer(context, json -> write(json, kpi));
    }

    private AlarmKpi of(int days) throws AlarmStoreFailure {
        Standing now = alarms.standing();
        long from = now.atMillis() - days * DAY_MILLIS;
        List<AlarmRecord> records = new ArrayList<>();
        long before = Long.MAX_VALUE;
        boolean more = true;
        while (more && records.size() < MOST_RECORDS) {
            List<AlarmRecord> page = alarms.records(new AlarmQuestion(
                    from, now.atMillis(), before, Set.of(), Set.of(), AlarmStore.MOST_RECORDS));
            records.addAll(page);
            more = page.size() == AlarmStore.MOST_RECORDS;
            before = page.isEmpty() ? before : page.get(page.size() - 1).number();
        }
        if (more) {
            from = Math.max(from, records.get(records.size() - 1).atMillis());
        }
        return AlarmKpi.of(records, from, now.atMillis()).beside(now.standing(), now.atMillis());
    }

    private static void write(JsonGenerator json, AlarmKpi kpi) throws IOException {
        json.writeStartObject();
        json.writeNumberField("days", kpi.days());
        json.writeNumberField("raises", kpi.raises());
        json.writeObjectFieldStart("perTenMinutes");
        json.writeNumberField("mean", kpi.perTenMinutes().mean());
        json.writeNumberField("most", kpi.perTenMinutes().most());
        json.writeEndObject();
        json.writeNumberField("floodShare", kpi.floodShare());
        json.writeArrayFieldStart("perDay");
        for (AlarmKpi.Day day : kpi.perDay()) {
            json.writeStartObject();
            json.writeNumberField("atMillis", day.atMillis());
            json.writeNumberField("raises", day.raises());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("top");
        for (AlarmKpi.Frequent each : kpi.top()) {
            json.writeStartObject();
            json.writeStringField("id", each.id());
            json.writeStringField("definition", each.definition());
            json.writeStringField("subject", each.subject());
            json.writeNumberField("raises", each.raises());
            json.writeEndObject();
        }
        json.writeEndArray();
        SettingsJson.texts(json, "chattering", kpi.chattering());
        SettingsJson.texts(json, "stale", kpi.stale());
        json.writeObjectFieldStart("priorities");
        for (AlarmPriority priority : AlarmPriority.values()) {
            json.writeNumberField(priority.name(), kpi.priorities().get(priority));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
