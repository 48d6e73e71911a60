// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelaySettingsTest {

    private static final String MODULE = """
            relay-modules:
              - id: AUX1
                address: "L1: 901"
                relays: [{ relay: 1, pulse: 500 ms }, { relay: 2 }, { relay: 3, bus-loss: hold }, { relay: 4 }]
                inputs: [{ input: 1 }, { input: 2 }]
            """;

    private static java.util.List<String> problems(String more) {
        return SiteTexts.problems(SiteTexts.GOOD + more);
    }

    @Test
    void aFileWithoutThemHasNone() throws Exception {
        SiteConfiguration configuration = SiteTexts.parse(SiteTexts.GOOD);
        assertThat(configuration.site().relayModules()).isEmpty();
        assertThat(configuration.site().breakers()).isEmpty();
        assertThat(configuration.relayUse().all()).isEmpty();
    }

    @Test
    void namesEveryMistakeOfModulesAtOnce() {
        assertThat(problems("""
                relay-modules:
                  - { id: A1, address: "L1: 1", relays: [{ relay: 1, pulse: 40 ms, contact: open }] }
                  - { id: AUX2, address: "L9: 5", relays: [{ relay: 5 }, { relay: 2, bus-loss: fall }, { relay: 2 }] }
                  - { id: AUX3, address: "L1: 903" }
                  - { id: AUX4, address: "L1: 903", inputs: [{ input: 1 }, { input: 1 }, { name: X }] }
                  - { address: "L1: 904", inputs: [{ input: 1, colour: red }] }
                  - { id: AUX5, address: "L1: 903", inputs: [{ input: 1 }] }
                """))
                .anySatisfy(text -> assertThat(text).contains("relay-modules[0].id: \"A1\", already used in line"))
                .anySatisfy(text -> assertThat(text).contains("relay-modules[0].address: \"L1: 1\": L1:1 is block A1-1"))
                .anySatisfy(text -> assertThat(text).contains("relays[0].pulse: \"40 ms\" - allowed: ").contains("50 ms"))
                .anySatisfy(text -> assertThat(text).contains("relays[0].contact: \"open\" - allowed: "))
                .anySatisfy(text -> assertThat(text).contains("\"L9: 5\" on an unknown line"))
                .anySatisfy(text -> assertThat(text).contains("relays[0].relay: \"5\" - allowed: a number, 1 to 4"))
                .anySatisfy(text -> assertThat(text).contains("relays[1].bus-loss: \"fall\" - allowed: "))
                .anySatisfy(text -> assertThat(text).contains("relays[2].relay: \"2\", already given in line"))
                .anySatisfy(text -> assertThat(text).contains("relay-modules[2]: neither relays nor inputs"))
                .anySatisfy(text -> assertThat(text).contains("L1:903 is relay module AUX3"))
                .anySatisfy(text -> assertThat(text).contains("inputs[1].input: \"1\", already given in line"))
                .anySatisfy(text -> assertThat(text).contains("inputs[2]: no input"))
                .anySatisfy(text -> assertThat(text).contains("relay-modules[4]: no id"))
                .anySatisfy(text -> assertThat(text).contains("unknown key \"colour\""))
                .hasSize(15);
    }

    @Test
    void namesEveryMistakeOfBreakersAtOnce() {
        assertThat(problems(MODULE + """
                breakers:
                  - { id: Q1, strings: [A1], trip: AUX1/1, status: AUX1/1 }
                  - { id: Q2, strings: [A1, A9], trip: AUX1/1, second-trip: AUX1/2, status: AUX1/1 }
                  - { id: Q3, strings: [], trip: AUX9/1, status: AUX1/4, open-when: perhaps }
                  - { id: Q4, trip: AUX1.1, open-when: on }
                  - { id: Q5, strings: [A2], trip: AUX1/3, second-trip: AUX1/3 }
                """))
                .anySatisfy(text -> assertThat(text).contains("strings[0]: \"A1\", which breaker Q1 disconnects already"))
                .anySatisfy(text -> assertThat(text).contains("strings[1]: \"A9\" - allowed: "))
                .anySatisfy(text -> assertThat(text).contains("trip: \"AUX1/1\", which belongs to breaker Q1 already"))
                .anySatisfy(text -> assertThat(text).contains("status: \"AUX1/1\", which belongs to breaker Q1 already"))
                .anySatisfy(text -> assertThat(text).contains("breakers[2].strings: no strings"))
                .anySatisfy(text -> assertThat(text).contains("\"AUX9/1\" of an unknown relay module"))
                .anySatisfy(text -> assertThat(text).contains("\"AUX1/4\", an input that AUX1 does not list"))
                .anySatisfy(text -> assertThat(text).contains("open-when: \"perhaps\" - allowed: "))
                .anySatisfy(text -> assertThat(text).contains("breakers[3]: no strings"))
                .anySatisfy(text -> assertThat(text).contains("trip: \"AUX1.1\" - allowed: relay module and number"))
                .anySatisfy(text -> assertThat(text).contains("open-when without status"))
                .anySatisfy(text -> assertThat(text).contains("second-trip: \"AUX1/3\", which belongs to breaker Q5"))
                .hasSize(12);
    }

    @Test
    void aRelayOfABreakerIsNothingElse() {
        String breaker = "breakers: [{ id: Q1, strings: [A1], trip: AUX1/2 }]\n";
        assertThat(problems(MODULE + breaker + "alarm-contacts: { relay: AUX1/2, buzzer: AUX1/4 }\n")).singleElement()
                .asString().contains("alarm-contacts.relay: \"AUX1/2\", which belongs to breaker Q1 already");
        assertThat(problems(MODULE + breaker + "alarm-contacts: { relay: AUX1/4, buzzer: AUX1/4 }\n")).singleElement()
                .asString().contains("alarm-contacts.buzzer: \"AUX1/4\", which belongs to the alarm contact already");
    }

    @Test
    void anAlarmContactFallsWithTheServer() {
        assertThat(problems(MODULE + "alarm-contacts: { relay: AUX1/1, buzzer: AUX1/3 }\n")).hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("a relay with pulse or bus-loss: hold"));
    }

    @Test
    void modulesThatAreNotThereAreNamed() {
        assertThat(problems("alarm-contacts: { relay: AUX1/1 }\n")).singleElement().asString()
                .contains("of which there is none");
    }
}
