// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.evenfloat.adapters.settingsfiles.FileSettingsStore;
import org.evenfloat.adapters.settingsfiles.YamlSettings;
import org.evenfloat.application.settings.SettingsDesk;

/** A site without any setting; nothing is read or written for it. */
final class NoSettings {

    private NoSettings() {}

    static SettingsDesk desk() {
        return new SettingsDesk(
                List.of(), Map.of(), new FileSettingsStore(Path.of("settings")), new YamlSettings(),
                InstantSource.system(), (kind, subject, text) -> {});
    }
}
