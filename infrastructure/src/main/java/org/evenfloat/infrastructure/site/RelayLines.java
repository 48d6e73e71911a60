// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Locale;
import org.evenfloat.application.protection.BreakerTerms;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.RelayModule.Input;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.LastString;

/** Writes relay modules and breakers. */
final class RelayLines {

    private final YamlLines yaml;

    RelayLines(YamlLines yaml) {
        this.yaml = yaml;
    }

    void relays(Site site, Protection protection) {
        if (!site.relayModules().isEmpty()) {
            yaml.begin("relay-modules");
            site.relayModules().forEach(this::module);
            yaml.end();
        }
        if (!site.breakers().isEmpty()) {
            yaml.begin("breakers");
            site.breakers().forEach(breaker -> breaker(breaker, protection.terms(breaker)));
            yaml.end();
        }
    }

    private void module(RelayModule module) {
        yaml.beginItem();
        yaml.text("id", module.id());
        yaml.text("address", module.address().line() + ": " + module.address().number());
        if (!module.relays().isEmpty()) {
            yaml.begin("relays");
            module.relays().forEach(this::relay);
            yaml.end();
        }
        if (!module.inputs().isEmpty()) {
            yaml.begin("inputs");
            module.inputs().forEach(this::input);
            yaml.end();
        }
        yaml.end();
    }

    private void relay(Relay relay) {
        yaml.beginItem();
        yaml.plain("relay", relay.relay());
        yaml.plain("contact", relay.contact());
        if (relay.mode() == Mode.PULSE) {
            yaml.plain("pulse", QuantityText.format(relay.pulseMillis(), Dimension.TIME));
        }
        yaml.plain("bus-loss", relay.busLoss().name().toLowerCase(Locale.ROOT));
        yaml.end();
    }

    private void input(Input input) {
        yaml.beginItem();
        yaml.plain("input", input.input());
        yaml.text("name", input.name());
        yaml.plain("contact", input.contact());
        yaml.end();
    }

    private void breaker(Breaker breaker, BreakerTerms terms) {
        yaml.beginItem();
        yaml.text("id", breaker.id());
        yaml.plain("strings", breaker.strings().stream().map(YamlLines::quoted).toList());
        yaml.plain("trip", breaker.trip());
        breaker.secondTrip().ifPresent(relay -> yaml.plain("second-trip", relay));
        breaker.status().ifPresent(input -> {
            yaml.plain("status", input);
            yaml.plain("open-when", breaker.openWhenOn() ? "on" : "off");
        });
        breaker.boostStop().ifPresent(relay -> yaml.plain("boost-stop", relay));
        if (terms.countdownMillis() != BreakerTerms.COUNTDOWN_MILLIS) {
            yaml.plain("countdown", QuantityText.format(terms.countdownMillis(), Dimension.TIME));
        }
        if (terms.lastString() != LastString.OPEN) {
            yaml.plain("last-string", terms.lastString().name().toLowerCase(Locale.ROOT));
        }
        if (terms.inDischarge()) {
            int end = terms.allowedInDischarge().lastIndexOf(", ");
            yaml.begin("trip-in-discharge");
            yaml.plain("allowed", true);
            yaml.text("by", terms.allowedInDischarge().substring(0, end));
            yaml.text("date", terms.allowedInDischarge().substring(end + 2));
            yaml.end();
        }
        if (terms.proofIntervalMillis() != BreakerTerms.PROOF_INTERVAL_MILLIS) {
            yaml.plain("proof-test-interval", QuantityText.format(terms.proofIntervalMillis(), Dimension.TIME));
        }
        yaml.end();
    }
}
