// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;

class GuardedAuditTest {

    private static final Actor SERVICE =
            new Actor(Actor.Kind.PERSON, "sven", "web 10.0.0.8", Grants.of(Role.SERVICE));
    private static final Actor SAFETY = new Actor(Actor.Kind.PERSON, "anna", "web 10.0.0.7", Grants.of(Role.SAFETY));

    private final List<AuditEntry> written = new ArrayList<>();
    private boolean full;

    private final AuditTrail trail = new AuditTrail() {
        @Override
        public void append(AuditEntry entry) throws AuditFailure {
            if (full) {
                throw new AuditFailure("The disk is full.", null);
            }
            written.add(entry);
        }

        @Override
        public void probe() {}
    };

    private final AuditArchive archive = new AuditArchive() {
        @Override
        public List<Written> newest(long before, int entries) {
            return List.of(new Written(before - 1, "", written.get(0)));
        }

        @Override
        public Check check() {
            return new Check(written.size(), 0, 0, "", List.of(), List.of());
        }

        @Override
        public void export(Form form, OutputStream target) throws IOException {
            target.write(written.size());
        }
    };

    private final Witness witness = new Witness(trail, InstantSource.fixed(Instant.ofEpochMilli(7)));
    private final GuardedAudit audit = new GuardedAudit(
            new Guard(witness, new Approvals(verb -> false, witness, InstantSource.fixed(Instant.EPOCH))), witness, archive);

    @Test
    void onlyWhoMayReadsIt() {
        assertThatThrownBy(() -> audit.entries(SERVICE, 9, 1)).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("sven").hasMessageContaining("safety");
        assertThatThrownBy(() -> audit.check(SERVICE)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> audit.export(SERVICE, AuditArchive.Form.CSV, new ByteArrayOutputStream()))
                .isInstanceOf(NotAllowed.class);
        assertThat(written).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.DENIED);
            assertThat(entry.verb()).isEqualTo("READ_AUDIT");
            assertThat(entry.who()).isEqualTo("sven");
        });
    }

    @Test
    void whoTakesItAlongIsWrittenDownBefore() throws Exception {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        audit.export(SAFETY, AuditArchive.Form.CSV, target);
        assertThat(target.toByteArray()).as("entries there were when it was copied").containsExactly(1);
        assertThat(written).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
            assertThat(entry.after()).isEqualTo("all entries, as CSV");
        });
        assertThat(audit.entries(SAFETY, 5, 1)).extracting(AuditArchive.Written::number).containsExactly(4L);
        assertThat(audit.check(SAFETY).entries()).as("looking is not written down").isEqualTo(1);
    }

    @Test
    void nobodyTakesItAlongWhenThatCannotBeWrittenDown() {
        full = true;
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        assertThatThrownBy(() -> audit.export(SAFETY, AuditArchive.Form.JSONL, target))
                .isInstanceOf(NotWrittenDown.class);
        assertThat(target.size()).isZero();
    }
}
