// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Role;

/** An audit of 250 entries, as a test wants it. */
final class Ledger implements ReadAudit {

    static final int ENTRIES = 250;
    static final String HASH = "5a".repeat(32);

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile boolean forbidden;
    volatile AuditFailure failure;
    volatile List<String> problems = List.of();

    private void look(Actor who, String what) throws AuditFailure {
        asked.add(who.name() + " " + what);
        if (forbidden) {
            throw new NotAllowed(who.name() + " may not read the audit.", Role.SAFETY);
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public List<Written> entries(Actor who, long before, int entries) throws AuditFailure {
        look(who, "entries " + before + " " + entries);
        long newest = Math.min(ENTRIES, before - 1);
        return LongStream.range(0, Math.min(entries, newest)).map(back -> newest - back)
                .mapToObj(number -> new Written(number, HASH, new AuditEntry(
                        Room.NOW, Actor.Kind.PERSON, "anna", "web 10.0.0.7", "CALIBRATE", "block A1-" + number,
                        Outcome.DONE, "none", "gain 1")))
                .toList();
    }

    @Override
    public Check check(Actor who) throws AuditFailure {
        look(who, "check");
        return new Check(ENTRIES, Room.NOW - 9, Room.NOW, HASH, problems, List.of("entry 7: it was mended"));
    }

    @Override
    public void export(Actor who, Form form, OutputStream target) throws AuditFailure, IOException {
        look(who, "export " + form);
        target.write((form == Form.CSV ? "number,at\r\n" : "{\"format\":1}\n").getBytes(StandardCharsets.UTF_8));
    }
}
