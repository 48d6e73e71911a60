// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SettingsStore;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SettingsStore} does. */
public abstract class SettingsStoreContract {

    private static final List<String> TEXTS = List.of(
            "", "on", "off", "true", "null", "~", "12 h", "Rack 4", " # no comment", "a: b", "\"quoted\" \\ 'text'",
            "Batterieräume Süd", "電池", "🔋", "- item", "{x}",
            "*a", "&b", "!c", "0x1F", "1e3", "2025-01-01", "a\u0085b");

    private SettingsStore store;

    /** Opens the store, at first empty; once more on what was kept before, as after a restart. */
    protected abstract SettingsStore openStore() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        store = openStore();
    }

    private static SettingVersion version(long number, Map<String, String> values) {
        return new SettingVersion(number, number - 1, 1_763_816_607_000L + number, "anna", "web 10.0.0.7",
                "because: \"of\" # " + number, 3, new SettingValues(values));
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(store.newest().version()).isEmpty();
        assertThat(store.newest().last()).isZero();
        assertThat(store.newest().damaged()).isEmpty();
        assertThat(store.version(1)).isEmpty();
        assertThat(store.before(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void returnsWhatWasKeptOverARestart() throws Exception {
        SettingVersion first = version(1, Map.of("site.name", "Nord"));
        SettingVersion second = version(2, Map.of());
        SettingVersion seventh = version(7, Map.of("strings.A1.name", "oben"));
        store.append(first);
        store.append(second);
        store.append(seventh);
        store = openStore();
        assertThat(store.newest().version()).contains(seventh);
        assertThat(store.newest().last()).isEqualTo(7);
        assertThat(store.version(2)).contains(second);
        assertThat(store.version(3)).isEmpty();
        assertThat(store.version(-1)).isEmpty();
        assertThat(store.before(Long.MAX_VALUE, 10)).containsExactly(seventh, second, first);
        assertThat(store.before(7, 1)).containsExactly(second);
    }

    @Test
    void keepsEveryTextAsItIs() throws Exception {
        SeededCases.check("what is kept comes back", 50, draw -> {
            long number = store.newest().last() + 1;
            Map<String, String> values = new HashMap<>();
            for (int i = draw.between(0, 30); i > 0; i--) {
                values.put("blocks.A1-" + i + ".label", draw.pick(TEXTS) + draw.pick(TEXTS));
            }
            SettingVersion drawn = new SettingVersion(number, draw.between(0, 9), draw.between(0, 99), draw.pick(TEXTS),
                    draw.pick(TEXTS), draw.pick(TEXTS), draw.between(0, 600), new SettingValues(values));
            store.append(drawn);
            assertThat(store.version(number)).contains(drawn);
        });
    }

    @Test
    void refusesANumberThatIsNotAboveAllOthers() throws Exception {
        store.append(version(2, Map.of()));
        assertThatThrownBy(() -> store.append(version(2, Map.of("a", "b")))).isInstanceOf(SettingsFailure.class);
        assertThatThrownBy(() -> store.append(version(1, Map.of()))).isInstanceOf(SettingsFailure.class);
        assertThat(store.newest().version()).contains(version(2, Map.of()));
    }

    @Test
    void keepsTheNewestOnly() throws Exception {
        for (int number = 1; number <= SettingsStore.KEPT + 2; number++) {
            store.append(version(number, Map.of()));
        }
        assertThat(store.version(2)).isEmpty();
        assertThat(store.version(3)).isPresent();
        assertThat(store.before(Long.MAX_VALUE, Integer.MAX_VALUE)).hasSize(SettingsStore.KEPT);
    }
}
