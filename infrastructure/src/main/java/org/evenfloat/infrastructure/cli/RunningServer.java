// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.evenfloat.adapters.historyh2.DataFolderInUse;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.adapters.web.WebNotStarted;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Server;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.evenfloat.infrastructure.wiring.ServerWiring;

/** A server that was started for a command, with its data folder and its secrets. */
final class RunningServer implements AutoCloseable {

    private static final String SESSIONS = "web-sessions";

    private final SiteConfiguration configuration;
    private final DataFolder folder;
    private final Server server;
    private final WebAccess access;
    private final int port;
    private boolean closed;

    private RunningServer(
            SiteConfiguration configuration, DataFolder folder, Server server, WebAccess access, int port) {
        this.configuration = configuration;
        this.folder = folder;
        this.server = server;
        this.access = access;
        this.port = port;
    }

    /** Starts the server of a site file. */
    static RunningServer start(SiteConfiguration configuration, Timekeeper time) throws CommandFailure {
        DataFolder folder = lock(configuration.dataFolder());
        Server server = null;
        try {
            WebAccess access = (configuration.web().token().isPresent()
                    ? WebAccess.withBearer(configuration.web().token().get().value()) : WebAccess.random())
                    .keepingSessions(configuration.dataFolder().resolve(SESSIONS));
            server = Guice.createInjector(
                            Stage.DEVELOPMENT,
                            new ServerWiring(configuration, folder, time, access, ProgramVersion.text()))
                    .getInstance(Server.class);
            return new RunningServer(configuration, folder, server, access, server.start());
        } catch (ProvisionException | CreationException | HistoryFailure | SettingsFailure | WebNotStarted failure) {
            if (server != null) {
                server.close();
            }
            release(folder);
            throw explained(failure);
        }
    }

    /** Locks a data folder for a command. */
    static DataFolder lock(Path path) throws CommandFailure {
        try {
            return DataFolder.open(path);
        } catch (DataFolder.InUse inUse) {
            throw new CommandFailure(ExitCode.DATA_FOLDER_IN_USE, inUse.getMessage(), inUse);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    "data-folder: " + path + " cannot be written (" + e.getMessage() + ") - allowed: a folder this user"
                            + " may write", e);
        }
    }

    private static CommandFailure explained(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebNotStarted) {
                return new CommandFailure(ExitCode.PORT_IN_USE, cause.getMessage(), failure);
            }
            if (cause instanceof DataFolderInUse) {
                return new CommandFailure(ExitCode.DATA_FOLDER_IN_USE, cause.getMessage(), failure);
            }
        }
        Throwable told = failure instanceof ProvisionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return new CommandFailure(ExitCode.FAILED, "The server could not start: " + told.getMessage(), failure);
    }

    static void release(DataFolder folder) throws CommandFailure {
        try {
            folder.close();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The data folder could not be released: " + e.getMessage(), e);
        }
    }

    SiteView view() {
        return server.view();
    }

    ViewHealth health() {
        return server.health();
    }

    int port() {
        return port;
    }

    /** Returns the address to open in a browser; its token is good for one use. */
    String url() {
        String address = configuration.web().address();
        String host = address.contains(":") ? "[" + address + "]" : address;
        return "http://" + host + ":" + port + "/?token=" + access.browserToken();
    }

    String bearerToken() {
        return access.bearerToken();
    }

    @Override
    public void close() throws CommandFailure {
        if (!closed) {
            closed = true;
            server.close();
            release(folder);
        }
    }
}
