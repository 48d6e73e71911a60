// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.Resistance;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.ModuleType;

/** Reads the user's own types of battery module. */
final class ModuleTypeReader {

    /** The bus carries voltages up to 65.534 V. */
    static final QuantityRange VOLTAGE = QuantityRange.of(Dimension.VOLTAGE, "0.5 V", "60 V", "9 V");
    static final QuantityRange RESISTANCE = QuantityRange.of(Dimension.RESISTANCE, "1 µΩ", "1000 mΩ", "0.5 mΩ");
    static final QuantityRange EQUALIZE = QuantityRange.of(Dimension.CURRENT, "1 mA", "10 A", "200 mA");
    static final QuantityRange SELF = QuantityRange.of(Dimension.SMALL_CURRENT, "0 mA", "1000 mA", "20 mA");

    static final Map<String, ModuleType.Control> CONTROLS = controls();

    /** Codes that the bus document, section 4, leaves free. */
    private static final int MIN_CODE = 100;
    private static final int MAX_CODE = 199;

    private final Named<ModuleType> types;
    private final Map<Integer, Integer> linesOfCodes = new HashMap<>();

    ModuleTypeReader(Named<ModuleType> types) {
        this.types = types;
    }

    private static Map<String, ModuleType.Control> controls() {
        Map<String, ModuleType.Control> controls = new LinkedHashMap<>();
        for (ModuleType.Control control : ModuleType.Control.values()) {
            controls.put(name(control), control);
        }
        return controls;
    }

    /** Returns what the site file calls it. */
    static String name(ModuleType.Control control) {
        return control.name().toLowerCase(Locale.ROOT);
    }

    private record Span(int min, int max) {}

    void read(Section section) {
        Optional<String> name = types.claim(section);
        int code = section.find("code").map(this::code).orElse(0);
        Optional<Span> voltage = span(section, "voltage", VOLTAGE, "9 V to 16 V");
        Optional<Span> resistance = span(section, "resistance", RESISTANCE, "0.5 mΩ to 60 mΩ");
        OptionalLong equalize = amount(section, "equalize-current", EQUALIZE);
        OptionalLong self = amount(section, "self-current", SELF);
        ModuleType.Control control =
                section.find("control").flatMap(e -> e.choice(CONTROLS)).orElse(ModuleType.Control.DUTY);
        if (name.isPresent() && voltage.isPresent() && resistance.isPresent()
                && equalize.isPresent() && self.isPresent()) {
            types.define(name.get(), new ModuleType(
                    name.get(), code, new Voltage(voltage.get().min), new Voltage(voltage.get().max),
                    new Resistance(resistance.get().min), new Resistance(resistance.get().max),
                    new Current((int) equalize.getAsLong()), (int) self.getAsLong(), control));
        }
    }

    private int code(Entry entry) {
        OptionalInt code = entry.number(MIN_CODE, MAX_CODE, "a type code that is free for the user's own modules");
        if (code.isEmpty()) {
            return 0;
        }
        Integer first = linesOfCodes.putIfAbsent(code.getAsInt(), entry.line());
        if (first != null) {
            entry.reject(entry.given() + ", already used in line " + first, "a code of its own for every type");
        }
        return code.getAsInt();
    }

    private static OptionalLong amount(Section section, String key, QuantityRange range) {
        return section.need(key, range.allowed()).map(e -> e.quantity(range)).orElse(OptionalLong.empty());
    }

    private static Optional<Span> span(Section section, String key, QuantityRange range, String example) {
        String allowed = "two quantities such as " + example + ", the smaller one first; " + range.allowed();
        Optional<Entry> entry = section.need(key, allowed);
        Optional<Span> span = entry.flatMap(Entry::scalar).flatMap(text -> span(text, range));
        if (entry.isPresent() && span.isEmpty()) {
            entry.get().reject(allowed);
        }
        return span;
    }

    private static Optional<Span> span(String text, QuantityRange range) {
        String[] ends = text.split(" to ", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        OptionalLong min = range.parse(ends[0]);
        OptionalLong max = range.parse(ends[1]);
        return min.isPresent() && max.isPresent() && min.getAsLong() < max.getAsLong()
                ? Optional.of(new Span((int) min.getAsLong(), (int) max.getAsLong())) : Optional.empty();
    }
}
