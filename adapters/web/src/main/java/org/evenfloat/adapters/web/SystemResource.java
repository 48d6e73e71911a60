// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.SystemStatus;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.in.ViewSystem;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program, the machine it runs on, and the end of its log. */
final class SystemResource {

    private static final Logger LOG = LoggerFactory.getLogger(SystemResource.class);
    private static final int DEFAULT_ENTRIES = 200;

    private final ViewSystem system;
    private final ViewStrings strings;

    SystemResource(ViewSystem system, ViewStrings strings) {
        this.system = system;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/system", this::status),
                Route.get(Route.BASE + "/system/log", Verb.READ_LOG, this::log));
    }

    private void status(Context context) {
        new Query(context).check();
        Json.answer(context, written(system.system(), strings.site().timeZone()));
    }

    static Json.Writing written(SystemStatus status, ZoneId zone) {
        return json -> {
            json.writeStartObject();
            program(json, status.program(), zone);
            machine(json, status.machine());
            memory(json, status.memory());
            disk(json, status.disk());
            clock(json, status.clock(), zone);
            contracts(json, status.contracts());
            json.writeEndObject();
        };
    }

    private static void program(JsonGenerator json, SystemStatus.Program program, ZoneId zone) throws IOException {
        json.writeObjectFieldStart("program");
        json.writeStringField("version", program.version());
        json.writeStringField("javaVersion", program.javaVersion());
        json.writeStringField("javaVendor", program.javaVendor());
        json.writeNumberField("pid", program.pid());
        Instants.write(json, "startedAt", program.startedAtMillis(), zone);
        json.writeNumberField("uptimeMillis", program.uptimeMillis());
        json.writeEndObject();
    }

    private static void machine(JsonGenerator json, SystemStatus.Machine machine) throws IOException {
        json.writeObjectFieldStart("machine");
        json.writeStringField("hostName", machine.hostName().isEmpty() ? null : machine.hostName());
        json.writeStringField("operatingSystem", machine.operatingSystem());
        json.writeStringField("architecture", machine.architecture());
        json.writeNumberField("cores", machine.cores());
        if (machine.loadAverage().isPresent()) {
            json.writeNumberField("loadAverage", machine.loadAverage().getAsDouble());
        } else {
            json.writeNullField("loadAverage");
        }
        json.writeEndObject();
    }

    private static void memory(JsonGenerator json, SystemStatus.Memory memory) throws IOException {
        json.writeObjectFieldStart("memory");
        json.writeNumberField("heapUsedBytes", memory.heapUsedBytes());
        json.writeNumberField("heapMaxBytes", memory.heapMaxBytes());
        number(json, "residentBytes", memory.residentBytes());
        json.writeEndObject();
    }

    private static void disk(JsonGenerator json, SystemStatus.Disk disk) throws IOException {
        json.writeObjectFieldStart("disk");
        json.writeStringField("dataFolder", disk.dataFolder());
        number(json, "freeBytes", disk.freeBytes());
        number(json, "totalBytes", disk.totalBytes());
        number(json, "historyBytes", disk.historyBytes());
        number(json, "logBytes", disk.logBytes());
        json.writeEndObject();
    }

    private static void clock(JsonGenerator json, SystemStatus.Clock clock, ZoneId zone) throws IOException {
        json.writeObjectFieldStart("clock");
        Instants.write(json, "now", clock.nowMillis(), zone);
        if (clock.synchronised() == null) {
            json.writeNullField("synchronised");
        } else {
            json.writeBooleanField("synchronised", clock.synchronised());
        }
        if (clock.lastJump() == null) {
            json.writeNullField("lastJump");
        } else {
            json.writeObjectFieldStart("lastJump");
            Instants.write(json, "at", clock.lastJump().atMillis(), zone);
            json.writeStringField("text", clock.lastJump().text());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void contracts(JsonGenerator json, SystemStatus.Contracts contracts) throws IOException {
        json.writeObjectFieldStart("contracts");
        json.writeNumberField("api", contracts.api());
        json.writeNumberField("historyFormat", contracts.historyFormat());
        json.writeNumberField("siteFile", contracts.siteFile());
        json.writeNumberField("moduleBus", contracts.moduleBus());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }

    private void log(Context context) {
        Query query = new Query(context, "lines", "level");
        int entries = query.number("lines", 1, ViewSystem.MAX_LOG_ENTRIES, DEFAULT_ENTRIES);
        LogTail.Level least = query.word("level", LogTail.Level.values(), LogTail.Level.INFO);
        query.check();
        ZoneId zone = strings.site().timeZone();
        LogTail tail = tail(Who.asks(context), entries, least);
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeBooleanField("more", tail.more());
            json.writeArrayFieldStart("lines");
            for (LogTail.Entry entry : tail.entries()) {
                json.writeStartObject();
                Instants.write(json, "at", entry.atMillis(), zone);
                json.writeStringField("level", entry.level().name());
                json.writeStringField("thread", entry.thread());
                json.writeStringField("logger", entry.logger());
                json.writeStringField("text", entry.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private LogTail tail(Actor who, int entries, LogTail.Level least) {
        try {
            return system.log(who, entries, least);
        } catch (IOException e) {
            LOG.warn("The log file could not be read", e);
            throw new Refused(503, "The log file cannot be read: " + e.getMessage() + ". See the data folder.");
        }
    }
}
