// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmContactSettingsTest {

    private static String site(String section) {
        return SiteTexts.GOOD + "alarm-contacts: " + section + "\n";
    }

    @Test
    void hasNoneUnlessTheFileSaysSo() throws Exception {
        assertThat(SiteTexts.parse(SiteTexts.GOOD).alarmContacts()).isEqualTo(AlarmContactSettings.NONE);
    }

    @Test
    void needsOneOfThemAndIsNotInverted() throws Exception {
        assertThat(SiteTexts.parse(site("{ relay-file: /sys/class/leds/a/brightness }")).alarmContacts())
                .isEqualTo(new AlarmContactSettings(
                        Optional.of(Path.of("/sys/class/leds/a/brightness")), Optional.empty(), false));
        assertThat(SiteTexts.parse(site("{ buzzer-file: ../x, inverted: true }")).alarmContacts())
                .isEqualTo(new AlarmContactSettings(
                        Optional.empty(), Optional.of(SiteTexts.FOLDER.resolveSibling("x")), true));
    }

    @Test
    void namesEveryMistake() {
        assertThat(SiteTexts.problems(site("{ inverted: yes, relay-file: [a] }"))).hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("alarm-contacts.inverted: \"yes\" - allowed: "))
                .anySatisfy(text -> assertThat(text).contains(
                        "alarm-contacts.relay-file: a list - allowed: a file such as /sys/class/leds/relay/brightness"));
        assertThat(SiteTexts.problems(site("{ relay: AUX1/1, inverted: false }"))).element(1).asString()
                .contains("alarm-contacts.inverted: inverted without a file - allowed: only beside relay-file or "
                        + "buzzer-file");
        assertThat(SiteTexts.problems(site("{}"))).singleElement().asString()
                .contains("alarm-contacts: no output - allowed: one or more of \"relay-file\", \"buzzer-file\"");
        assertThat(SiteTexts.problems(site("{ relay-file: /a/b, buzzer-file: /a/c/../b }"))).singleElement().asString()
                .contains("alarm-contacts.buzzer-file: \"/a/c/../b\" - allowed: another file than relay-file");
        assertThat(SiteTexts.problems(site("{ buzzer-file: /a, led: 3 }"))).singleElement().asString()
                .contains("unknown key \"led\" - allowed: ");
    }
}
