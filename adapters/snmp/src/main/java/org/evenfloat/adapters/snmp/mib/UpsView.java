// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.domain.topology.RelayModule;

/**
 * 33.1: the UPS-MIB of RFC 1628, with those extensions of the field's manager cards for which there is something here. This
 * server watches no UPS: what is of a UPS is not there, and its tables have no rows.
 */
final class UpsView {

    static final Oid OBJECTS = Arcs.UPS.then(1);
    static final int ALARM = 6;

    /** Longest texts of RFC 1628 and of the extensions. */
    private static final int MANUFACTURER = 31;
    private static final int LONG = 63;
    private static final int LOCATION = 79;
    private static final int CENTIDEGREES = 100;

    private UpsView() {}

    /** Returns what stands before the table of alarms. */
    static List<MibGroup> before(SnmpSettings settings, String version) {
        return List.of(
                ident(settings, version),
                ofUps("upsBattery", 2, "the battery as the UPS sees it", "upsBatteryStatus", "upsSecondsOnBattery",
                        "upsEstimatedMinutesRemaining", "upsEstimatedChargeRemaining", "upsBatteryVoltage",
                        "upsBatteryCurrent", "upsBatteryTemperature", "upsBatteryCondition", "upsBatteryInstallationDate",
                        "upsBatteryPositiveVoltage", "upsBatteryNegativeVoltage", "upsBatteryPositiveCurrent",
                        "upsBatteryNegativeCurrent"),
                ofUps("upsInput", 3, "its input", "upsInputLineBads", "upsInputNumLines", "", "upsGeneratorOn"),
                ofUps("upsOutput", 4, "its output", "upsOutputSource", "upsOutputFrequency", "upsOutputNumLines", "",
                        "upsOutputEnergyConsumption", "upsOutputTotalPower"),
                ofUps("upsBypass", 5, "its bypass", "upsBypassFrequency", "upsBypassNumLines"),
                new MibGroup("upsAlarm", OBJECTS.then(ALARM), PointSubject.SITE, "alarms", List.of(
                        MibObject.of(1, "upsAlarmsPresent", Syntax.GAUGE, "rows of the table of alarms", (to, moment, row) ->
                                to.gauge(moment.alarms().stream().filter(Moment::pertains).count())))));
    }

    /** Returns the table of alarms. */
    static MibGroup alarms() {
        return new MibGroup("upsAlarm", OBJECTS.then(ALARM, 2, 1), PointSubject.ALARM,
                "an alarm whose condition is there, or that stays until somebody resets it", List.of(
                MibObject.of(1, "upsAlarmId", Syntax.INTEGER, "its sequence, as in the table of our own MIB",
                        (to, moment, row) -> to.integer(Moment.sequence(moment.alarms().get(row)))),
                MibObject.of(2, "upsAlarmDescr", Syntax.OID, Arcs.KINDS + ".CODE.PLACE: which alarm of what",
                        (to, moment, row) -> to.oid(Arcs.description(moment, moment.alarms().get(row)))),
                MibObject.of(3, "upsAlarmTime", Syntax.TICKS,
                        "uptime of the agent when it was raised, 0 for before its start",
                        (to, moment, row) -> to.ticks(moment.uptime(moment.alarms().get(row).raisedAtMillis())))));
    }

    /** Returns what stands after the table of alarms. */
    static List<MibGroup> after(PointTable table) {
        boolean relays = table.rows(PointSubject.RELAY_MODULE) > 0;
        return List.of(
                ofUps("upsTest", 7, "its tests", "upsTestId", "upsTestSpinLock", "upsTestResultsSummary",
                        "upsTestResultsDetail", "upsTestStartTime", "upsTestElapsedTime"),
                ofUps("upsControl", 8, "how it is shut down", "upsShutdownType", "upsShutdownAfterDelay",
                        "upsStartupAfterDelay", "upsRebootWithDuration", "upsAutoRestart"),
                ofUps("upsConfig", 9, "how it is set up", "upsConfigInputVoltage", "upsConfigInputFreq",
                        "upsConfigOutputVoltage", "upsConfigOutputFreq", "upsConfigOutputVA", "upsConfigOutputPower",
                        "upsConfigLowBattTime", "upsConfigAudibleStatus", "upsConfigLowVoltageTransferPoint",
                        "upsConfigHighVoltageTransferPoint"),
                bits("relais", OBJECTS.then(10, 1), "relay", RelayModule.RELAYS, PointColumn.RELAY_ENERGISED, relays),
                bits("digital", OBJECTS.then(10, 2), "input", RelayModule.INPUTS, PointColumn.RELAY_INPUTS, relays),
                bits("auxPort", OBJECTS.then(11), "relay", RelayModule.RELAYS, PointColumn.RELAY_ENERGISED, relays),
                new MibGroup("additionalValues", OBJECTS.then(15), PointSubject.SITE, "other values", List.of(
                        new MibObject(1, "externalSensor", Syntax.INTEGER, "1 °C", false,
                                "temperature of the air, where all sensors of it say the same whole degree",
                                (to, moment, row) -> {
                                    int[] air = air(moment);
                                    if (air.length == 1) {
                                        to.integer(air[0]);
                                    } else {
                                        to.none();
                                    }
                                }))));
    }

    private static MibGroup ident(SnmpSettings settings, String version) {
        boolean card = settings.identity() == SnmpSettings.Identity.CS141;
        return new MibGroup("upsIdent", OBJECTS.then(1), PointSubject.SITE, "who answers", List.of(
                text(1, "upsIdentManufacturer", "always Evenfloat", "Evenfloat", MANUFACTURER),
                text(2, "upsIdentModel", "always the same", "Battery monitor", LONG),
                none(3, "upsIdentUPSSoftwareVersion"),
                text(4, "upsIdentAgentSoftwareVersion", "version of the program",
                        (card ? "CS141-SNMP V" : "Evenfloat ") + version, LONG),
                MibObject.of(5, "upsIdentName", Syntax.DISPLAY, "what people call the site", (to, moment, row) ->
                        to.octets(Texts.ascii(moment.words().site().name(), LONG))),
                none(6, "upsIdentAttachedDevices"), none(7, "upsSerialNumber"),
                text(8, "upsLocation", "the location of the site file", settings.location(), LOCATION),
                text(9, "upsSystemContact", "the contact of the site file", settings.contact(), LONG),
                none(10, "upsSnmpAdapterSerialNr")));
    }

    private static MibObject text(int id, String name, String words, String text, int longest) {
        byte[] ascii = Texts.ascii(text, longest);
        return MibObject.of(id, name, Syntax.DISPLAY, words, (to, moment, row) -> to.octets(ascii));
    }

    private static MibObject none(int id, String name) {
        return MibObject.of(id, name, Syntax.INTEGER, "of the UPS", Teller.NOBODY);
    }

    /** Returns scalars of a UPS in the order of their numbers from 1; a number without a name is a table. */
    private static MibGroup ofUps(String name, int id, String words, String... names) {
        List<MibObject> objects = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty()) {
                objects.add(none(i + 1, names[i]));
            }
        }
        return new MibGroup(name, OBJECTS.then(id), PointSubject.SITE, words, objects);
    }

    /** Returns the relays or inputs of the first relay module, each 0 or 1; without that module they are not there. */
    private static MibGroup bits(String name, Oid parent, String what, int most, PointColumn column, boolean relays) {
        return new MibGroup(name, parent, PointSubject.SITE, what + "s of the first relay module",
                IntStream.rangeClosed(1, most).mapToObj(number -> MibObject.of(number, name + number, Syntax.ON_OFF,
                        "1 while " + what + " " + number + " of the first relay module is on", (to, moment, row) -> {
                            if (relays && moment.image().known(column, 0)) {
                                to.integer(moment.image().value(column, 0) >> number - 1 & 1);
                            } else {
                                to.none();
                            }
                        })).toList());
    }

    private static int[] air(Moment moment) {
        return IntStream.range(0, moment.image().table().rows(PointSubject.STRING))
                .filter(string -> moment.image().known(PointColumn.STRING_AMBIENT, string))
                .map(string -> Math.floorDiv(moment.image().value(PointColumn.STRING_AMBIENT, string) + CENTIDEGREES / 2,
                        CENTIDEGREES))
                .distinct().toArray();
    }
}
