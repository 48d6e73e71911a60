// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.port.in.ViewModules;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleCounters;
import org.evenfloat.application.port.out.SiteMemory.KnownModule;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.evenfloat.domain.topology.Sensor;

/** Reads the counters of a line on the line's own thread, between its frames. */
public final class LineModules implements ViewModules {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Lines lines;
    private final ModuleRegister register;

    public LineModules(Lines lines, ModuleRegister register) {
        this.lines = lines;
        this.register = register;
    }

    @Override
    public Optional<List<LineDevice>> modules(String id) {
        for (Lines.Line line : lines.all()) {
            if (line.roster().line().equals(id)) {
                return ask(line);
            }
        }
        return Optional.empty();
    }

    private Optional<List<LineDevice>> ask(Lines.Line line) {
        try {
            return OnLineThread.await(OnLineThread.ask(line, () -> devices(line)), PATIENCE_MILLIS);
        } catch (LineFailure cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    private List<LineDevice> devices(Lines.Line line) {
        LineRoster roster = line.roster();
        List<LineDevice> devices = new ArrayList<>();
        for (int row = 0; row < roster.moduleCount(); row++) {
            Optional<KnownModule> known = register.known(roster, row);
            ModuleIdentity identity = known
                    .map(module -> new ModuleIdentity(module.serial(), 0, module.firmware(), 0)).orElse(null);
            devices.add(device(line.bus(), roster.moduleAddress(row), roster.blockId(row),
                    roster.moduleType(row).name(), identity));
        }
        for (int row = 0; row < roster.sensorCount(); row++) {
            String type = roster.sensor(row).kind() == Sensor.Kind.CURRENT ? "current sensor" : "temperature sensor";
            devices.add(device(line.bus(), roster.sensorAddress(row), roster.sensor(row).id(), type, null));
        }
        for (int row = 0; row < roster.relayModuleCount(); row++) {
            devices.add(device(line.bus(), roster.relayAddress(row), roster.relayModule(row).id(), "relays and inputs",
                    null));
        }
        return devices;
    }

    private static LineDevice device(
            ModuleBus bus, int address, String subject, String type, ModuleIdentity identity) {
        ModuleCounters counters = bus.counters(address);
        return new LineDevice(
                address, subject, type, identity == null ? null : identity.serialText(),
                identity == null ? null : identity.firmwareText(), counters.asked(), counters.answered(),
                counters.lost(), counters.corrupt(), counters.late());
    }
}
