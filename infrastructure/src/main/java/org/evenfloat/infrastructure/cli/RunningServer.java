// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.historyh2.DataFolderInUse;
import org.evenfloat.adapters.modbus.ModbusServer;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.web.WebAccess;
import org.evenfloat.adapters.web.WebNotStarted;
import org.evenfloat.application.account.ClaimCode;
import org.evenfloat.application.port.in.AccessClosed;
import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.InterfaceNotStarted;
import org.evenfloat.infrastructure.server.Server;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.WebSettings;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.evenfloat.infrastructure.wiring.NotMade;
import org.evenfloat.infrastructure.wiring.ServerParts;

/** A server that was started for a command, with its data folder and its secrets. */
final class RunningServer implements AutoCloseable {

    /** Sessions of browsers that came in with the printed address, before there was a user. */
    private static final String SESSIONS = "console-sessions";

    private final SiteConfiguration configuration;
    private final DataFolder folder;
    private final Server server;
    private final WebAccess access;
    private final ServerParts parts;
    private final SignIn signIn;
    private final ClaimCode claimCode;
    private final OptionalInt port;
    private boolean closed;

    private RunningServer(
            SiteConfiguration configuration, DataFolder folder, Server server, WebAccess access, ServerParts parts)
            throws HistoryFailure, SettingsFailure, WebNotStarted, InterfaceNotStarted {
        this.configuration = configuration;
        this.folder = folder;
        this.server = server;
        this.access = access;
        this.parts = parts;
        this.signIn = parts.signIn();
        this.claimCode = parts.claimCode();
        this.port = server.start();
    }

    /** Starts the server of a site file. */
    static RunningServer start(SiteConfiguration configuration, Timekeeper time) throws CommandFailure {
        DataFolder folder = lock(configuration.dataFolder());
        Server server = null;
        try {
            WebAccess access = (configuration.web().token().isPresent()
                    ? WebAccess.withBearer(configuration.web().token().get().value()) : WebAccess.random())
                    .keepingSessions(configuration.dataFolder().resolve(SESSIONS));
            ServerParts parts = ServerParts.of(configuration, folder, time, access, ProgramVersion.text());
            server = parts.server();
            return new RunningServer(configuration, folder, server, access, parts);
        } catch (NotMade | HistoryFailure | SettingsFailure | WebNotStarted | InterfaceNotStarted failure) {
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
            if (cause instanceof WebNotStarted || cause instanceof InterfaceNotStarted) {
                return new CommandFailure(ExitCode.PORT_IN_USE, cause.getMessage(), failure);
            }
            if (cause instanceof CertificateFailure) {
                return new CommandFailure(ExitCode.BAD_INPUT, cause.getMessage(), failure);
            }
            if (cause instanceof DataFolderInUse) {
                return new CommandFailure(ExitCode.DATA_FOLDER_IN_USE, cause.getMessage(), failure);
            }
        }
        return new CommandFailure(ExitCode.FAILED, "The server could not start: " + failure.getMessage(), failure);
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

    /** Returns how guards and breakers stand. */
    ViewProtection protection() {
        return parts.protection();
    }

    /** Returns what people do about breakers. */
    HandleProtection handleProtection() {
        return parts.handleProtection();
    }

    ViewHealth health() {
        return server.health();
    }

    /** Returns the port of the web server, 0 when it is switched off. */
    int port() {
        return port.orElse(0);
    }

    /** Returns whether there is a web server. */
    boolean served() {
        return port.isPresent();
    }

    /** Returns whether people sign in; else whoever reads what is printed may everything. */
    boolean claimed() {
        try {
            return signIn.claimed();
        } catch (AccessClosed closed) {
            return true; // nobody gets in, and the log says why
        }
    }

    /** Returns the address to open in a browser. While there is no user, its token is good for one use. */
    String url() {
        return base() + "/" + (claimed() ? "" : "?token=" + access.browserToken());
    }

    /** Returns how curl asks the API, with the options that it needs. */
    String curl() {
        WebSettings web = configuration.web();
        boolean own = web.https() && web.certificate().isEmpty();
        String trust = own ? "--cacert " + configuration.dataFolder().resolve("tls").resolve("ca.pem") + " " : "";
        String base = web.https() ? base() : "http://127.0.0.1:" + port();
        return "curl " + trust + "-H 'Authorization: Bearer " + access.bearerToken() + "' " + base + "/api/v1/strings";
    }

    private String base() {
        WebSettings web = configuration.web();
        String host = web.address().contains(":") ? "[" + web.address() + "]" : web.address();
        if (web.address().equals("0.0.0.0") || web.address().equals("::")) {
            host = web.names().isEmpty() ? "localhost" : web.names().get(0);
        }
        return (web.https() ? "https://" : "http://") + host + ":" + port();
    }

    /** Returns the token for scripts that is good while there is no user. */
    String bearerToken() {
        return access.bearerToken();
    }

    /**
     * Returns what is printed at the start: where the server is, and how to get in.
     *
     * @param openly whether secrets of protocols are printed too, as in a demo
     */
    List<String> addresses(boolean openly) {
        List<String> lines = new ArrayList<>(List.of("web     " + (served() ? url() : "switched off")));
        if (served() && !claimed()) {
            lines.add("API     " + curl());
            lines.add("claim   " + claimCode.text() + "   makes the first administrator, in the browser");
        }
        parts.interfaces().port(ModbusServer.ID).ifPresent(modbus -> lines.add("MODBUS  " + mbpoll(modbus)));
        parts.interfaces().port(SnmpSettings.ID).ifPresent(snmp ->
                new SnmpWords(configuration.northbound().snmp(), openly).commands(snmp)
                        .forEach(command -> lines.add("SNMP    " + command)));
        return lines;
    }

    /** Returns how mbpoll reads the state of the site over MODBUS. */
    private String mbpoll(int modbus) {
        ModbusSettings settings = configuration.northbound().modbus();
        String address = settings.tcp().orElseThrow().address();
        String host = address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
        return "mbpoll -m tcp -p " + modbus + " -a " + settings.unit() + " -0 -r 1000 -c 20 -1 " + host;
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
