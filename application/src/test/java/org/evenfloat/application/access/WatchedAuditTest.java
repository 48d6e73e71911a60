// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.junit.jupiter.api.Test;

class WatchedAuditTest {

    private static final AuditEntry ENTRY =
            new AuditEntry(1, Actor.Kind.PERSON, "anna", "web", "BLINK", "line L1", Outcome.DONE, "", "");

    private final List<String> told = new ArrayList<>();
    private boolean full;

    private final WatchedAudit audit = new WatchedAudit(
            new AuditTrail() {
                @Override
                public void append(AuditEntry entry) throws AuditFailure {
                    probe();
                }

                @Override
                public void probe() throws AuditFailure {
                    if (full) {
                        throw new AuditFailure("The disk is full; make room.", null);
                    }
                }
            },
            (kind, subject, text) -> told.add(kind + " " + text));

    @Test
    void tellsOnceThatItFailsAndOnceThatItWorks() throws Exception {
        audit.append(ENTRY);
        assertThat(told).isEmpty();
        full = true;
        assertThatThrownBy(audit::probe).isInstanceOf(AuditFailure.class);
        assertThatThrownBy(() -> audit.append(ENTRY)).isInstanceOf(AuditFailure.class);
        assertThatThrownBy(audit::probe).isInstanceOf(AuditFailure.class);
        assertThat(told).singleElement().asString().startsWith("AUDIT_FAILING ").endsWith("The disk is full; make room.");
        full = false;
        audit.probe();
        assertThat(told).as("a probe writes nothing").hasSize(1);
        audit.append(ENTRY);
        audit.append(ENTRY);
        assertThat(told).hasSize(2).last().asString().startsWith("AUDIT_WORKING");
        full = true;
        assertThatThrownBy(audit::probe).isInstanceOf(AuditFailure.class);
        assertThat(told).hasSize(3);
    }
}
