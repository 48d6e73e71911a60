// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.ChangeSettings.Verdict;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

class GuardedSettingsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(5_000));
    private static final Actor TECHNICIAN_OF_S1 = new Actor(
            Actor.Kind.PERSON, "tom", "web", new Grants(Role.VIEW, Map.of("S1", Role.SERVICE)));
    private static final Actor TECHNICIAN = new Actor(Actor.Kind.PERSON, "anna", "web", Grants.of(Role.SERVICE));
    private static final Actor VIEWER = new Actor(Actor.Kind.PERSON, "vera", "web", Grants.of(Role.VIEW));

    private final List<AuditEntry> written = new ArrayList<>();
    private final ChangeSettings settings = settings();

    private ChangeSettings settings() {
        Site site = TestSite.site(List.of("L1"), string("S1", ModuleType.C20, at("L1", 1, 2)),
                string("S2", ModuleType.C20, at("L1", 3, 2)));
        Witness witness = new Witness(new AuditTrail() {
            @Override
            public void append(AuditEntry entry) {
                written.add(entry);
            }

            @Override
            public void probe() {}
        }, CLOCK);
        SettingsInMemory kept = new SettingsInMemory();
        return new GuardedSettings(
                new Guard(witness, new Approvals(verb -> false, witness, CLOCK)),
                new SettingsDesk(List.of(new SiteNames(site, renamed -> {}), new EqualizingSwitches(
                        site, (string, on) -> {}, (kind, subject, text) -> {})), Map.of(), kept, kept, CLOCK,
                        (kind, subject, text) -> {}));
    }

    private static Map<String, Optional<String>> wanted(String key, String value) {
        return Map.of(key, Optional.of(value));
    }

    private void refused(Runnable attempt) {
        int before = written.size();
        long version = settings.present().version().number();
        assertThatThrownBy(attempt::run).isInstanceOf(NotAllowed.class);
        assertThat(written).hasSize(before + 1).last().extracting(AuditEntry::outcome)
                .isEqualTo(AuditEntry.Outcome.DENIED);
        assertThat(settings.present().version().number()).isEqualTo(version);
    }

    @Test
    void whoOnlyLooksMayReadAndNothingElse() {
        assertThat(settings.present().book().definitions()).hasSize(10);
        assertThat(settings.text()).isEmpty();
        refused(() -> settings.check(VIEWER, wanted("site.name", "x")));
        refused(() -> settings.apply(VIEWER, 0, wanted("site.name", "x"), "why"));
        refused(() -> settings.checkText(VIEWER, "site.name=x"));
        refused(() -> settings.applyText(VIEWER, 0, "site.name=x", "why"));
        refused(() -> settings.rollBack(VIEWER, 0, 0, "why"));
    }

    @Test
    void whoServesOneStringChangesThatStringOnly() {
        assertThat(settings.apply(TECHNICIAN_OF_S1, 0, wanted("strings.S1.name", "x"), "why").verdict())
                .isEqualTo(Verdict.DONE);
        assertThat(settings.apply(TECHNICIAN_OF_S1, 1, wanted("blocks.S1-2.label", "x"), "why").verdict())
                .isEqualTo(Verdict.DONE);
        refused(() -> settings.apply(TECHNICIAN_OF_S1, 2, wanted("strings.S2.name", "x"), "why"));
        refused(() -> settings.apply(TECHNICIAN_OF_S1, 2, wanted("blocks.S2-1.label", "x"), "why"));
        refused(() -> settings.apply(TECHNICIAN_OF_S1, 2, wanted("site.name", "x"), "why"));
        refused(() -> settings.apply(TECHNICIAN_OF_S1, 2, wanted("batteries.B.name", "x"), "why"));
        refused(() -> settings.apply(TECHNICIAN_OF_S1, 2, wanted("unknown", "x"), "why"));
        refused(() -> settings.apply(TECHNICIAN_OF_S1, 2, Map.of(
                "strings.S1.name", Optional.of("y"), "strings.S2.name", Optional.of("y")), "why"));
    }

    @Test
    void aTextAndARollBackNeedWhatTheyChange() {
        settings.apply(TECHNICIAN, 0, wanted("strings.S2.name", "x"), "why");
        settings.apply(TECHNICIAN, 1, wanted("strings.S1.name", "x"), "why");
        assertThat(settings.applyText(TECHNICIAN_OF_S1, 2, "strings.S2.name=x\nstrings.S1.name=y", "why").verdict())
                .as("what is as it was already needs no right").isEqualTo(Verdict.DONE);
        refused(() -> settings.applyText(TECHNICIAN_OF_S1, 3, "strings.S2.name=z\nstrings.S1.name=z", "why"));
        refused(() -> settings.applyText(TECHNICIAN_OF_S1, 4, "strings.S1.name=z", "why"));
        assertThat(settings.rollBack(TECHNICIAN_OF_S1, 3, 1, "why").verdict()).isEqualTo(Verdict.DONE);
        refused(() -> settings.rollBack(TECHNICIAN_OF_S1, 4, 0, "why"));
        refused(() -> settings.rollBack(TECHNICIAN_OF_S1, 5, 1, "why"));
    }

    @Test
    void writesDownWhatWasAndWhatIs() {
        settings.apply(TECHNICIAN, 0, wanted("strings.S1.name", "x"), "racks moved");
        AuditEntry entry = written.get(0);
        assertThat(entry.verb()).isEqualTo("CHANGE_SETTINGS");
        assertThat(entry.target()).isEqualTo("settings of S1");
        assertThat(entry.before()).isEqualTo("version 0; strings.S1.name = default");
        assertThat(entry.after()).isEqualTo("version 1 (racks moved); strings.S1.name = x");
        settings.apply(TECHNICIAN, 0, wanted("strings.S1.name", "y"), "late");
        assertThat(written.get(1).outcome()).isEqualTo(AuditEntry.Outcome.FAILED);
        settings.apply(TECHNICIAN, 1, wanted("strings.S1.equalizing", "y"), "bad");
        assertThat(written.get(2).after()).contains("on or off");
    }
}
