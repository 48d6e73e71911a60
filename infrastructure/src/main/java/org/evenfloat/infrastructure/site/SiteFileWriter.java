// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.ProfileFigure;

/** Writes a configuration as the text of a site file. */
public final class SiteFileWriter {

    private final YamlLines yaml = new YamlLines();

    private SiteFileWriter() {}

    /**
     * Returns the text of a site file from which {@link SiteFile} reads an equal configuration in which all settings in
     * operation are given. Secrets are written as references.
     *
     * @throws IllegalArgumentException when no site file can say that, such as an address used twice, a block id
     *     that is not {@code string-number}, a sensor that no string has, or sensors in another order than that of
     *     lines and addresses
     */
    public static String text(SiteConfiguration configuration) {
        return text(configuration, System.getenv());
    }

    static String text(SiteConfiguration configuration, Map<String, String> environment) {
        SiteFileWriter writer = new SiteFileWriter();
        writer.file(configuration);
        String text = writer.yaml.toString();
        try {
            // Every path in the text is absolute: any folder will do.
            SiteConfiguration read = SiteFile.parse(text, configuration.dataFolder(), environment);
            // Scales stand in a file of their own, which is not written.
            if (!read.with(read.northbound().scaled(configuration.northbound().modbus().scales())).withoutGivenSettings()
                    .equals(configuration.withoutGivenSettings())) {
                throw new IllegalArgumentException("a site file cannot say all of " + configuration);
            }
        } catch (SiteFileProblems e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return text;
    }

    private void file(SiteConfiguration configuration) {
        yaml.plain("evenfloat", SiteReader.VERSION);
        yaml.begin("site");
        yaml.text("name", configuration.site().name());
        yaml.text("time-zone", configuration.site().timeZone().getId());
        yaml.end();
        yaml.text("data-folder", configuration.dataFolder().toString());
        web(configuration.web());
        configuration.simulatedClock().ifPresent(this::clock);
        yaml.begin("lines");
        configuration.lines().forEach(this::line);
        yaml.end();
        Set<BatteryProfile> profiles = configuration.site().strings().map(s -> s.blockType().profile())
                .filter(profile -> !BuiltInProfiles.ALL.contains(profile))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!profiles.isEmpty()) {
            yaml.begin("battery-profiles");
            profiles.forEach(this::profile);
            yaml.end();
        }
        Set<ModuleType> types = configuration.site().strings().map(BatteryString::moduleType)
                .filter(type -> !ModuleType.BUILT_IN.contains(type))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!types.isEmpty()) {
            yaml.begin("module-types");
            types.forEach(this::moduleType);
            yaml.end();
        }
        if (!configuration.site().batteries().isEmpty()) {
            yaml.begin("batteries");
            BatteryLines batteries = new BatteryLines(yaml, configuration.protection());
            configuration.site().batteries().forEach(batteries::battery);
            yaml.end();
        }
        new RelayLines(yaml).relays(configuration.site(), configuration.protection());
        history(configuration.history());
        if (!configuration.signIn().equals(SignInSettings.NONE)) {
            new SignInLines(yaml).signIn(configuration.signIn());
        }
        if (!configuration.alarmContacts().equals(AlarmContactSettings.NONE)) {
            alarmContacts(configuration.alarmContacts());
        }
        northbound(configuration.northbound());
    }

    private void northbound(NorthboundSettings northbound) {
        if (northbound.modbus().enabled()) {
            new ModbusLines(yaml).modbus(northbound);
        }
        if (!northbound.snmp().equals(SnmpSite.OFF)) {
            SnmpLines.write(northbound.snmp(), yaml);
        }
    }

    private void web(WebSettings web) {
        yaml.begin("web");
        if (!web.enabled()) {
            yaml.plain("enabled", false);
        }
        yaml.text("address", web.address());
        yaml.plain("port", web.port());
        if (!web.names().isEmpty()) {
            yaml.plain("names", web.names().stream().map(YamlLines::quoted).toList());
        }
        if (web.https()) {
            yaml.plain("https", true);
        }
        web.certificate().ifPresent(this::certificate);
        web.token().ifPresent(token -> yaml.text("token", token.reference().toString()));
        yaml.end();
    }

    private void certificate(CertificateSetting certificate) {
        yaml.plain("certificate", "file");
        yaml.text("certificate-file", certificate.certificate().toString());
        certificate.key().ifPresent(key -> yaml.text("key-file", key.toString()));
        certificate.password().ifPresent(secret -> yaml.text("key-password", secret.reference().toString()));
    }

    private void clock(InetSocketAddress clock) {
        yaml.text("simulated-clock", new Endpoint(clock.getHostString(), clock.getPort()).toString());
    }

    private void line(LineConfiguration line) {
        LineSettings settings = line.settings();
        yaml.beginItem();
        yaml.text("id", settings.line());
        if (settings.transport() instanceof LineSettings.Serial serial) {
            yaml.text("serial", serial.port());
        } else if (settings.transport() instanceof LineSettings.Tcp tcp) {
            yaml.text("tcp", new Endpoint(tcp.host(), tcp.port()).toString());
        }
        yaml.plain("baud", settings.baud());
        yaml.plain("sweep-period", time(line.plan().sweepPeriodMillis()));
        yaml.plain("conversion-time", time(settings.conversionMillis()));
        yaml.plain("answer-allowance", time(settings.allowanceMillis()));
        long resistancePeriod = line.plan().resistancePeriodMillis();
        yaml.plain("resistance-period", resistancePeriod == 0 ? "off" : time(resistancePeriod));
        yaml.end();
    }

    private void profile(BatteryProfile profile) {
        yaml.beginItem();
        yaml.text("name", profile.name());
        yaml.plain("chemistry", ProfileReader.name(profile.chemistry()));
        yaml.plain("float-voltage", volts(profile.floatPerCell().millivolts()));
        yaml.plain("boost-voltage", volts(profile.boostPerCell().millivolts()));
        yaml.plain("end-of-discharge", volts(profile.endOfDischargePerCell().millivolts()));
        if (!profile.alarms().isEmpty()) {
            yaml.begin("alarms");
            profile.alarms().forEach(this::figure);
            yaml.end();
        }
        yaml.end();
    }

    private void figure(ProfileFigure figure) {
        yaml.beginItem();
        yaml.text("key", figure.key());
        yaml.text("value", figure.value());
        yaml.text("source", figure.source());
        yaml.end();
    }

    private void moduleType(ModuleType type) {
        yaml.beginItem();
        yaml.text("name", type.name());
        if (type.code() != 0) {
            yaml.plain("code", type.code());
        }
        yaml.plain("voltage", volts(type.minVoltage().millivolts()) + " to " + volts(type.maxVoltage().millivolts()));
        yaml.plain("resistance", QuantityText.format(type.minResistance().microohms(), Dimension.RESISTANCE) + " to "
                + QuantityText.format(type.maxResistance().microohms(), Dimension.RESISTANCE));
        yaml.plain("equalize-current", QuantityText.format(type.equalizeCurrent().milliamps(), Dimension.CURRENT));
        yaml.plain("self-current", QuantityText.format(type.selfCurrentMicroamps(), Dimension.SMALL_CURRENT));
        yaml.plain("control", ModuleTypeReader.name(type.control()));
        yaml.end();
    }

    private void history(HistorySettings history) {
        yaml.begin("history");
        yaml.plain("float-interval", time(history.floatIntervalMillis()));
        yaml.plain("every-sweep-after-event", time(history.everySweepAfterEventMillis()));
        yaml.plain("memory", time(history.memoryMillis()));
        yaml.plain("max-size", QuantityText.format(history.maxSizeBytes(), Dimension.SIZE));
        yaml.end();
    }

    private void alarmContacts(AlarmContactSettings contacts) {
        yaml.begin("alarm-contacts");
        contacts.relay().ifPresent(file -> yaml.text("relay-file", file.toString()));
        contacts.buzzer().ifPresent(file -> yaml.text("buzzer-file", file.toString()));
        if (contacts.hasFile()) {
            yaml.plain("inverted", contacts.inverted());
        }
        contacts.lineRelay().ifPresent(relay -> yaml.plain("relay", relay));
        contacts.lineBuzzer().ifPresent(buzzer -> yaml.plain("buzzer", buzzer));
        yaml.end();
    }

    private static String volts(int millivolts) {
        return QuantityText.format(millivolts, Dimension.VOLTAGE);
    }

    private static String time(long millis) {
        return QuantityText.format(millis, Dimension.TIME);
    }
}
