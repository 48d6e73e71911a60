// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.domain.text.NearestWord;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayModule.BusLoss;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.RelayUse;

/** Reads which relay or input of a relay module is meant, and binds each relay to one use. */
final class RelayReader {

    private static final Pattern POINT = Pattern.compile("(" + Ids.ID + ")/([1-4])");

    private final Map<String, RelayModule> modules = new LinkedHashMap<>();
    private final RelayUse use = new RelayUse();
    private final Map<InputPoint, String> inputs = new LinkedHashMap<>();

    RelayReader(List<RelayModule> modules) {
        modules.forEach(module -> this.modules.put(module.id(), module));
    }

    /** Binds a relay to a use, or says why that cannot be. */
    Optional<RelayPoint> bound(Entry entry, String user) {
        Optional<RelayPoint> point = relay(entry);
        Optional<String> other = point.flatMap(relay -> use.bind(relay, user));
        if (other.isPresent()) {
            entry.reject(entry.given() + ", which belongs to " + other.get() + " already", "every relay for one use");
        }
        return point;
    }

    /** Binds a relay that is energised for as long as somebody wants and falls when the server does. */
    Optional<RelayPoint> maintained(Entry entry, String user) {
        Optional<RelayPoint> point = bound(entry, user);
        Optional<Relay> relay = point.flatMap(at -> modules.get(at.module()).relay(at.relay()));
        if (relay.filter(r -> r.mode() == Mode.PULSE || r.busLoss() == BusLoss.HOLD).isPresent()) {
            entry.reject(entry.given() + ", a relay with pulse or bus-loss: hold",
                    "a relay without pulse and with bus-loss: rest, so that a silent server shows");
        }
        return point;
    }

    /** Binds an input to a use, or says why that cannot be. */
    Optional<InputPoint> input(Entry entry, String user) {
        Optional<Matcher> text = point(entry);
        Optional<InputPoint> point = text.map(t -> new InputPoint(t.group(1), Integer.parseInt(t.group(2))))
                .filter(p -> known(entry, p.module()));
        if (point.isPresent() && modules.get(point.get().module()).input(point.get().input()).isEmpty()) {
            entry.reject(entry.given() + ", an input that " + point.get().module() + " does not list",
                    "an input in its \"inputs\"");
            return Optional.empty();
        }
        String other = point.map(p -> inputs.putIfAbsent(p, user)).orElse(null);
        if (other != null) {
            entry.reject(entry.given() + ", which belongs to " + other + " already", "every input for one use");
        }
        return point;
    }

    private Optional<RelayPoint> relay(Entry entry) {
        Optional<RelayPoint> point = point(entry)
                .map(text -> new RelayPoint(text.group(1), Integer.parseInt(text.group(2))))
                .filter(p -> known(entry, p.module()));
        if (point.isPresent() && modules.get(point.get().module()).relay(point.get().relay()).isEmpty()) {
            entry.reject(entry.given() + ", a relay that " + point.get().module() + " does not list",
                    "a relay in its \"relays\"");
            return Optional.empty();
        }
        return point;
    }

    private static Optional<Matcher> point(Entry entry) {
        return entry.matching(POINT, "relay module and number 1 to 4, such as AUX1/4").map(text -> {
            Matcher matcher = POINT.matcher(text);
            matcher.matches();
            return matcher;
        });
    }

    private boolean known(Entry entry, String module) {
        if (modules.containsKey(module)) {
            return true;
        }
        entry.reject(entry.given() + " of an unknown relay module", modules.isEmpty()
                ? "a module of \"relay-modules\", of which there is none"
                : "one of the relay modules " + NearestWord.list(module, modules.keySet()));
        return false;
    }
}
