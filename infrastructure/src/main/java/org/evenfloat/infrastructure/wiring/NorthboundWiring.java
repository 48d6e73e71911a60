// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.adapters.modbus.ModbusServer;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.adapters.snmp.SnmpProtocol;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpAgent;
import org.evenfloat.adapters.snmp.mib.ObjectView;
import org.evenfloat.adapters.snmp.mib.PresentFacts;
import org.evenfloat.adapters.snmp.mib.SiteFacts;
import org.evenfloat.adapters.snmp.mib.SiteTree;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.northbound.InterfacesView;
import org.evenfloat.application.northbound.NorthboundImages;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewInterfaces;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.out.NorthboundProtocol;
import org.evenfloat.application.relay.SwitchgearView;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.server.Interfaces;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.NorthboundThread;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.evenfloat.infrastructure.transport.ModbusKey;

/** The protocols by which others read the site. Nothing of them is made unless one is enabled. */
@Module
final class NorthboundWiring {

    private NorthboundWiring() {}

    @Provides
    @Singleton
    static NorthboundImages images(
            SiteConfiguration configuration, SiteView view, ViewAlarms alarms, SwitchgearView switchgear,
            ViewProtection protection, ViewHealth health, Timekeeper time) {
        return new NorthboundImages(new PointTable(configuration.site()), view::settled, alarms, switchgear, protection,
                health, time.wallClock());
    }

    @Provides
    @Singleton
    static NorthboundOrders orders(ViewAlarms view, HandleAlarms alarms, GuardedSettings settings) {
        return new NorthboundOrders(view, alarms, settings);
    }

    @Provides
    @Singleton
    static ModbusServer modbus(
            SiteConfiguration configuration, NorthboundImages images, NorthboundOrders orders,
            @Named("version") String version) {
        ModbusSettings modbus = configuration.northbound().modbus();
        if (modbus.secure().isEmpty()) {
            return new ModbusServer(modbus, images.table(), version, configuration.site().name(), orders);
        }
        return new ModbusServer(modbus, images.table(), version, configuration.site().name(), orders,
                new ModbusKey(configuration, InstantSource.system()));
    }

    @Provides
    @Singleton
    static ViewInterfaces view(
            SiteConfiguration configuration, Provider<ModbusServer> modbus, Provider<SnmpProtocol> snmp, Timekeeper time) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(ModbusServer.ID, ModbusServer.NAME);
        known.put(SnmpSettings.ID, SnmpSettings.NAME);
        List<NorthboundProtocol> served = new ArrayList<>();
        if (configuration.northbound().modbus().enabled()) {
            served.add(modbus.get());
        }
        if (configuration.northbound().snmp().settings().enabled()) {
            served.add(snmp.get());
        }
        return new InterfacesView(known, served, time.wallClock());
    }

    @Provides
    @Singleton
    static SiteFacts facts(
            SiteConfiguration configuration, SiteView view, AlarmLimits limits, GuardedSettings settings) {
        return new PresentFacts(view, limits, settings,
                configuration.lines().stream().map(line -> line.plan().sweepPeriodMillis()).toList());
    }

    @Provides
    @Singleton
    static SnmpProtocol snmpProtocol(
            SiteConfiguration configuration, NorthboundImages images, SnmpAgent agent, SiteFacts facts, Timekeeper time,
            @Named("version") String version) {
        SnmpSettings snmp = configuration.northbound().snmp().settings();
        return new SnmpProtocol(
                snmp, agent, new ObjectView(images.table(), facts, snmp, version, time.wallClock().millis()));
    }

    @Provides
    @Singleton
    static SnmpAgent snmp(
            SiteConfiguration configuration, NorthboundImages images, NorthboundOrders orders, SiteFacts facts,
            Timekeeper time, @Named("version") String version) {
        SnmpSettings snmp = configuration.northbound().snmp().settings();
        return new SnmpAgent(snmp, new SiteTree(images.table(), facts, snmp, version, time.wallClock().millis()),
                images.table(), version, configuration.site().name(), configuration.dataFolder(), orders);
    }

    /** Only what is enabled is made: what is not costs no memory. */
    @Provides
    @Singleton
    static Interfaces interfaces(
            SiteConfiguration configuration, SiteView view, Provider<NorthboundImages> images, ViewAlarms alarms,
            Provider<ModbusServer> modbus, Provider<SnmpAgent> snmp) {
        List<Interfaces.Protocol> protocols = new ArrayList<>();
        if (configuration.northbound().modbus().enabled()) {
            ModbusServer server = modbus.get();
            protocols.add(new Interfaces.Protocol(ModbusServer.ID, server, server::start, server::close));
        }
        if (configuration.northbound().snmp().settings().enabled()) {
            SnmpAgent agent = snmp.get();
            protocols.add(new Interfaces.Protocol(SnmpSettings.ID, agent, agent::start, agent::close));
        }
        if (protocols.isEmpty()) {
            return new Interfaces(Optional.empty());
        }
        return new Interfaces(Optional.of(new Interfaces.Served(view, new NorthboundThread(
                images.get(), alarms, protocols.stream().map(Interfaces.Protocol::shown).toList()), protocols)));
    }
}
