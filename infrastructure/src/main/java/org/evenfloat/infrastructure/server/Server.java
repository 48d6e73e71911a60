// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.adapters.web.WebNotStarted;
import org.evenfloat.application.commissioning.Calibrations;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.port.out.SiteMemory.SavedEqualizer;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.application.settings.SettingsDesk;
import org.evenfloat.application.sweep.Conductor;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.threads.ConductorThread;
import org.evenfloat.infrastructure.threads.HistoryThread;
import org.evenfloat.infrastructure.threads.Watchdog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server of one site: started and stopped in order. */
@Singleton
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Calibrations calibrations;
    private final ModuleRegister register;
    private final List<LineRoster> rosters;
    private final List<StringWatch> watches;
    private final SiteMemory memory;
    private final HistoryThread history;
    private final Conductor conductor;
    private final ConductorThread conductorThread;
    private final ConductorEffects effects;
    private final Lines lines;
    private final Web web;
    private final SiteView view;
    private final ViewHealth health;
    private final EventSink events;
    private final SettingsDesk settings;
    private final Alarms alarms;
    private final Protected guarding;
    private final H2Database database;
    private final Spool spool;
    private final Interfaces interfaces;
    private final Watchdog watchdog;
    private boolean started;
    private boolean closed;

    @Inject
    Server(
            Calibrations calibrations, ModuleRegister register, List<LineRoster> rosters, List<StringWatch> watches,
            SiteMemory memory, HistoryThread history, Conductor conductor, ConductorThread conductorThread,
            ConductorEffects effects, Lines lines, Web web, SiteView view, ViewHealth health, EventSink events,
            SettingsDesk settings, Alarms alarms, Protected guarding, H2Database database, Spool spool,
            Watchdog watchdog, Interfaces interfaces) {
        this.calibrations = calibrations;
        this.register = register;
        this.rosters = rosters;
        this.watches = watches;
        this.memory = memory;
        this.history = history;
        this.conductor = conductor;
        this.conductorThread = conductorThread;
        this.effects = effects;
        this.lines = lines;
        this.web = web;
        this.view = view;
        this.health = health;
        this.events = events;
        this.settings = settings;
        this.alarms = alarms;
        this.guarding = guarding;
        this.database = database;
        this.spool = spool;
        this.interfaces = interfaces;
        this.watchdog = watchdog;
    }

    /**
     * Starts everything and returns the port of the web API; empty when it is switched off.
     *
     * @throws HistoryFailure when what must be remembered cannot be read
     * @throws SettingsFailure when the settings cannot be read at all
     * @throws WebNotStarted when the address and port cannot be had
     * @throws InterfaceNotStarted when another protocol cannot be served
     */
    public OptionalInt start() throws HistoryFailure, SettingsFailure, WebNotStarted, InterfaceNotStarted {
        effects.connect(lines);
        calibrations.load();
        register.load(rosters);
        for (StringWatch watch : watches) {
            Optional<SavedEqualizer> saved = memory.loadEqualizer(watch.id());
            if (saved.isPresent() && !watch.restore(saved.get().z())) {
                LOG.info("String {}: the kept integrators do not fit its blocks; equalizing starts anew", watch.id());
            }
        }
        settings.load();
        alarms.restore();
        guarding.restore();
        OptionalInt port = web.start();
        interfaces.start();
        started = true;
        events.happened(EventKind.SERVER_STARTED, "", "The server has started.");
        history.start();
        alarms.start();
        guarding.start();
        conductorThread.start();
        lines.start();
        watchdog.start();
        return port;
    }

    /** Returns the newest of everything. */
    public SiteView view() {
        return view;
    }

    /** Returns how the server is doing. */
    public ViewHealth health() {
        return health;
    }

    /** Stops everything: no new sweep, decisions finished, integrators kept, queues written. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watchdog.close();
        alarms.release();
        lines.stop();
        guarding.stop();
        conductorThread.close();
        conductor.keepAll();
        if (started) {
            events.happened(EventKind.SERVER_STOPPED, "", "The server has stopped; the modules switch their bypass off"
                    + " by themselves within a minute.");
        }
        web.close();
        interfaces.close();
        guarding.keep();
        alarms.close();
        history.close();
        spool.close();
        database.close();
    }
}
