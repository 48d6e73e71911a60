// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.adapters.bacsbus.LineSettings.Transport;
import org.evenfloat.application.settings.ResistancePeriods;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;

/** Reads how the lines are reached. */
final class LineReader {

    static final int MAX_LINES = 64;

    static final int DEFAULT_BAUD = 19_200;
    /** Of the bus document, section 3. */
    static final long DEFAULT_CONVERSION_MILLIS = 120;
    /** Of the bus document, section 3: what a port or a network adds to an answer. */
    static final long SERIAL_ALLOWANCE_MILLIS = 5;
    static final long TCP_ALLOWANCE_MILLIS = 50;
    static final long DEFAULT_RESISTANCE_PERIOD_MILLIS = 12 * 3_600_000;

    static final QuantityRange CONVERSION = QuantityRange.of(Dimension.TIME, "1 ms", "2 s", "120 ms");
    static final QuantityRange ALLOWANCE = QuantityRange.of(Dimension.TIME, "0 ms", "1 s", "5 ms");
    static final QuantityRange RESISTANCE_PERIOD = ResistancePeriods.RANGE;

    private static final Pattern PORT = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");
    private static final Map<String, Integer> BAUDS = bauds();

    private final Ids ids;
    private final GivenSettings given;
    private final Map<String, Integer> linesOfPorts = new HashMap<>();

    LineReader(Ids ids, GivenSettings given) {
        this.ids = ids;
        this.given = given;
    }

    private static Map<String, Integer> bauds() {
        Map<String, Integer> bauds = new LinkedHashMap<>();
        List.of(9600, 19_200, 38_400, 57_600, 115_200).forEach(baud -> bauds.put(baud.toString(), baud));
        return bauds;
    }

    /** Reads every line; one without an id is left out, because nothing can hang on it. */
    List<LineDraft> read(Entry lines) {
        List<Section> sections = lines.sections("lines", KeySet.LINE);
        if (sections.isEmpty() || sections.size() > MAX_LINES) {
            lines.reject(sections.size() + " lines", "1 to " + MAX_LINES + " lines");
        }
        List<LineDraft> drafts = new ArrayList<>();
        for (Section section : sections) {
            Optional<String> id = ids.claim(section);
            LineDraft draft = read(section, id.orElse(""));
            id.ifPresent(known -> drafts.add(draft));
        }
        return drafts;
    }

    private LineDraft read(Section section, String id) {
        Optional<Transport> transport = transport(section);
        int baud = section.find("baud").flatMap(entry -> entry.choice(BAUDS)).orElse(DEFAULT_BAUD);
        long conversion = section.quantity("conversion-time", CONVERSION, DEFAULT_CONVERSION_MILLIS);
        boolean tcp = section.find("tcp").isPresent();
        long allowance = section.quantity(
                "answer-allowance", ALLOWANCE, tcp ? TCP_ALLOWANCE_MILLIS : SERIAL_ALLOWANCE_MILLIS);
        Optional<LineSettings> settings =
                transport.map(where -> new LineSettings(id, where, baud, (int) conversion, (int) allowance));
        section.find("resistance-period").ifPresent(entry -> given.note("lines." + id + ".resistance-period", entry));
        return new LineDraft(section, id, settings, resistancePeriod(section));
    }

    private Optional<Transport> transport(Section section) {
        Optional<Entry> serial = section.find("serial");
        Optional<Entry> tcp = section.find("tcp");
        if (serial.isPresent() == tcp.isPresent()) {
            section.reject(serial.isPresent() ? "both serial and tcp" : "neither serial nor tcp",
                    "exactly one: \"serial\" with a port such as /dev/ttyUSB0 or \"tcp\" with " + Endpoint.ALLOWED);
        }
        Optional<Transport> onPort = serial.flatMap(entry -> entry
                .matching(PORT, "a serial port such as /dev/ttyUSB0 or COM3")
                .filter(port -> usedOnce(entry, port))
                .map(LineSettings.Serial::new));
        Optional<Transport> overTcp = tcp.flatMap(entry -> Endpoint.read(entry)
                .filter(server -> usedOnce(entry, server.toString().toLowerCase(Locale.ROOT)))
                .map(server -> new LineSettings.Tcp(server.host(), server.port())));
        return onPort.or(() -> overTcp);
    }

    /** Two masters on one line would talk into each other's slots. */
    private boolean usedOnce(Entry entry, String port) {
        Integer first = linesOfPorts.putIfAbsent(port, entry.line());
        if (first != null) {
            entry.reject(entry.given() + ", already used in line " + first, "a port of its own for every line");
        }
        return first == null;
    }

    private static long resistancePeriod(Section section) {
        Optional<Entry> entry = section.find("resistance-period");
        if (entry.isEmpty()) {
            return DEFAULT_RESISTANCE_PERIOD_MILLIS;
        }
        Optional<String> text = entry.get().scalar();
        if (text.filter("off"::equals).isPresent()) {
            return 0;
        }
        long millis = text.map(RESISTANCE_PERIOD::parse).map(amount -> amount.orElse(-1)).orElse(-1L);
        if (millis < 0) {
            entry.get().reject("off, or " + RESISTANCE_PERIOD.allowed());
        }
        return millis;
    }
}
