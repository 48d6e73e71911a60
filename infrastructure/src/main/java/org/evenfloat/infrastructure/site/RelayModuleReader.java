// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayModule.BusLoss;
import org.evenfloat.domain.topology.RelayModule.Contact;
import org.evenfloat.domain.topology.RelayModule.Input;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;

/** Reads the relay modules. */
final class RelayModuleReader {

    static final int MAX_MODULES = 200;
    /** A coil of a breaker takes 50 ms at least; more than a minute is no pulse (docs/module-bus.md, section 12). */
    static final QuantityRange PULSE = QuantityRange.of(Dimension.TIME, "50 ms", "60 s", "500 ms");

    static final Map<String, Contact> CONTACTS = words("NO", Contact.NO, "NC", Contact.NC);
    static final Map<String, BusLoss> BUS_LOSSES = words("hold", BusLoss.HOLD, "rest", BusLoss.REST);

    private final Ids ids;
    private final Addresses addresses;

    RelayModuleReader(Ids ids, Addresses addresses) {
        this.ids = ids;
        this.addresses = addresses;
    }

    static <T> Map<String, T> words(String first, T firstMeaning, String second, T secondMeaning) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, firstMeaning);
        words.put(second, secondMeaning);
        return words;
    }

    /** Returns the modules; one without an id is left out, one without an address stands at none. */
    List<RelayModule> read(Entry list) {
        List<Section> sections = list.sections("relay modules", KeySet.RELAY_MODULE);
        if (sections.size() > MAX_MODULES) {
            list.reject(sections.size() + " relay modules", "at most " + MAX_MODULES + " relay modules");
            return List.of();
        }
        return sections.stream().flatMap(section -> read(section).stream()).toList();
    }

    private Optional<RelayModule> read(Section section) {
        Optional<String> id = ids.claim(section);
        Optional<ModuleAddress> address = section.need("address", "line and address in quotes such as \"L1: 901\"")
                .flatMap(entry -> addresses.takeRelays(entry, id.orElse("")));
        List<Relay> relays = new ArrayList<>();
        Map<Integer, Integer> relayLines = new HashMap<>();
        for (Section item : section.sections("relays", "relays", KeySet.RELAY)) {
            number(item, "relay", relayLines).ifPresent(number -> relays.add(relay(item, number)));
        }
        List<Input> inputs = new ArrayList<>();
        Map<Integer, Integer> inputLines = new HashMap<>();
        for (Section item : section.sections("inputs", "inputs", KeySet.INPUT)) {
            number(item, "input", inputLines).ifPresent(number -> inputs.add(input(item, id.orElse(""), number)));
        }
        if (relays.isEmpty() && inputs.isEmpty() && relayLines.isEmpty() && inputLines.isEmpty()) {
            section.reject("neither relays nor inputs", "\"relays\", \"inputs\" or both, those that are in use");
        }
        relays.sort(Comparator.comparingInt(Relay::relay));
        inputs.sort(Comparator.comparingInt(Input::input));
        return id.map(known -> new RelayModule(
                known, address.orElse(new ModuleAddress("", 0)), relays, inputs));
    }

    private static OptionalInt number(Section item, String key, Map<Integer, Integer> lines) {
        Optional<Entry> entry = item.need(key, "its number, 1 to 4");
        OptionalInt number = entry.map(e -> e.number(1, RelayModule.RELAYS, "a number")).orElse(OptionalInt.empty());
        // A wrong one counts as read: the module is not empty.
        Integer first = lines.putIfAbsent(number.orElse(0), entry.map(Entry::line).orElse(0));
        if (number.isPresent() && first != null) {
            entry.get().reject(entry.get().given() + ", already given in line " + first, "every " + key + " once");
            return OptionalInt.empty();
        }
        return number;
    }

    private static Relay relay(Section item, int number) {
        Optional<Entry> pulse = item.find("pulse");
        int pulseMillis = pulse.map(entry -> (int) entry.quantity(PULSE).orElse(PULSE.min())).orElse(0);
        return new Relay(number, contact(item), pulse.isPresent() ? Mode.PULSE : Mode.MAINTAINED, pulseMillis,
                item.find("bus-loss").flatMap(entry -> entry.choice(BUS_LOSSES)).orElse(BusLoss.REST));
    }

    private static Input input(Section item, String module, int number) {
        String name = item.find("name").flatMap(Entry::name).orElse("Input " + module + "/" + number);
        return new Input(number, name, contact(item));
    }

    private static Contact contact(Section item) {
        return item.find("contact").flatMap(entry -> entry.choice(CONTACTS)).orElse(Contact.NO);
    }
}
