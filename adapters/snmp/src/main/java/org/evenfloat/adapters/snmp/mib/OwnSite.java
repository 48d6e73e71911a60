// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.evenfloat.application.northbound.PointColumn.*;

import java.util.List;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;

/** Our own MIB about the site as a whole, the monitor, its lines, its relays and breakers. */
final class OwnSite {

    static final int SITE_ID = 1;
    static final int MONITOR = 2;
    static final int LINES = 3;
    static final int RELAY_MODULES = 6;
    static final int BREAKERS = 7;

    private static final String OF_SITE = "evenfloatSite";
    private static final String OF_MONITOR = "evenfloatMonitor";
    private static final String OF_LINE = "evenfloatLine";
    private static final String OF_MODULE = "evenfloatRelayModule";
    private static final String OF_BREAKER = "evenfloatBreaker";
    private static final Syntax PRIORITY = Syntax.ofWords("none", "urgent", "high", "low");

    private OwnSite() {}

    static MibGroup site() {
        return new MibGroup(OF_SITE, Arcs.OBJECTS.then(SITE_ID), PointSubject.SITE, "the site as a whole", List.of(
                MibObject.of(1, OF_SITE + "Name", Syntax.TEXT, "what people call the site",
                        Teller.text(moment -> moment.words().site().name())),
                column(2, Syntax.UNSIGNED, SITE_STRINGS), column(3, Syntax.UNSIGNED, SITE_BLOCKS),
                column(4, Syntax.UNSIGNED, SITE_LINES), column(5, Syntax.UNSIGNED, SITE_RELAY_MODULES),
                column(6, Syntax.UNSIGNED, SITE_BREAKERS), column(7, Syntax.GAUGE, SITE_ALARMS),
                column(8, Syntax.GAUGE, SITE_UNACKNOWLEDGED), column(9, Syntax.GAUGE, SITE_HIDDEN),
                column(10, Syntax.TRUTH, SITE_GENERAL_ALARM),
                column(11, Syntax.ofWords("silent", "sounds", "silenced"), SITE_BUZZER),
                column(12, PRIORITY, SITE_PRIORITY), column(13, Syntax.TRUTH, SITE_FLOOD),
                column(14, Syntax.KINDS, SITE_WARNINGS), column(15, Syntax.KINDS, SITE_ALARM_KINDS)));
    }

    private static MibObject column(int id, Syntax syntax, PointColumn column) {
        return MibObject.column(id, OF_SITE, syntax, column);
    }

    static MibGroup monitor(String version) {
        return new MibGroup(OF_MONITOR, Arcs.OBJECTS.then(MONITOR), PointSubject.SITE, "the monitor itself", List.of(
                MibObject.of(1, OF_MONITOR + "Version", Syntax.TEXT, "version of the program",
                        Teller.text(moment -> version)),
                MibObject.of(2, OF_MONITOR + "ImageNumber", Syntax.COUNTER,
                        "counts the images that all these values are made from; it stands still when the server does",
                        (to, moment, row) -> to.counter32(moment.image().number())),
                MibObject.column(3, OF_MONITOR, Syntax.UNSIGNED, SITE_TIME).named(OF_MONITOR + "ImageSeconds"),
                MibObject.of(4, OF_MONITOR + "ImageDate", Syntax.DATE, "when all these values were so", OwnSite::date),
                MibObject.column(5, OF_MONITOR, Syntax.GAUGE, SITE_LINES_DOWN),
                MibObject.column(6, OF_MONITOR, Syntax.GAUGE, SITE_MISSING),
                MibObject.column(7, OF_MONITOR, Syntax.TRUTH, SITE_HISTORY)));
    }

    private static void date(Values to, Moment moment, int row) {
        if (moment.image().known(SITE_TIME, row)) {
            to.octets(Texts.date(moment.image().atMillis(), moment.words().site().timeZone()));
        } else {
            to.none();
        }
    }

    static MibGroup lines() {
        return new MibGroup(OF_LINE, Arcs.entry(LINES), PointSubject.LINE, "a line of battery modules", List.of(
                index(OF_LINE), id(OF_LINE, PointSubject.LINE),
                MibObject.column(3, OF_LINE, Syntax.TRUTH, LINE_UP),
                MibObject.column(4, OF_LINE, Syntax.UNSIGNED, LINE_MODULES),
                MibObject.column(5, OF_LINE, Syntax.GAUGE, LINE_MISSING),
                MibObject.column(6, OF_LINE, Syntax.COUNTER, LINE_SWEEPS),
                MibObject.column(7, OF_LINE, Syntax.UNSIGNED, LINE_SWEPT),
                MibObject.column(8, OF_LINE, Syntax.GAUGE, LINE_MILLIS)));
    }

    static MibGroup relayModules() {
        return new MibGroup(OF_MODULE, Arcs.entry(RELAY_MODULES), PointSubject.RELAY_MODULE,
                "a module with relays and inputs", List.of(
                index(OF_MODULE), id(OF_MODULE, PointSubject.RELAY_MODULE),
                MibObject.column(3, OF_MODULE, Syntax.UNSIGNED, RELAY_ENERGISED),
                MibObject.column(4, OF_MODULE, Syntax.UNSIGNED, RELAY_INPUTS),
                MibObject.column(5, OF_MODULE, Syntax.UNSIGNED, RELAY_CHANGES),
                MibObject.quality(6, OF_MODULE, RELAY_INPUTS)));
    }

    static MibGroup breakers() {
        return new MibGroup(OF_BREAKER, Arcs.entry(BREAKERS), PointSubject.BREAKER,
                "a breaker that disconnects strings, and what opens it", List.of(
                index(OF_BREAKER), id(OF_BREAKER, PointSubject.BREAKER),
                MibObject.column(3, OF_BREAKER, Syntax.ofWords("unknown", "closed", "open"), BREAKER_POSITION),
                MibObject.quality(4, OF_BREAKER, BREAKER_POSITION),
                MibObject.column(5, OF_BREAKER, Syntax.ofWords("disarmed", "shadow", "armed"), BREAKER_MODE),
                MibObject.column(6, OF_BREAKER, Syntax.ofWords("watching", "countdown", "putOff", "opening", "wouldBeOpen",
                        "open", "didNotOpen"), BREAKER_PHASE),
                MibObject.column(7, OF_BREAKER, Syntax.GAUGE, BREAKER_LEFT),
                MibObject.column(8, OF_BREAKER, Syntax.TRUTH, BREAKER_READY)));
    }

    static MibObject index(String of) {
        return MibObject.of(1, of + "Index", Syntax.INDEX, "its place among those of the site, from 1", Teller.index());
    }

    static MibObject id(String of, PointSubject subject) {
        return MibObject.of(2, of + "Id", Syntax.TEXT, "its id in the site file",
                (to, moment, row) -> to.octets(Texts.utf8(moment.image().table().ids(subject).get(row))));
    }
}
