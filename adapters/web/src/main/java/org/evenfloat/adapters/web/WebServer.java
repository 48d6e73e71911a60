// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.CollectSupport;
import org.evenfloat.application.port.in.FollowStrings;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewModules;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.in.ViewSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web API on one address. Started once and closed once. Holds no thread of the rest of the server: what
 * it follows only sets a mark, and its own threads are few and bounded.
 */
public final class WebServer implements AutoCloseable {

    /** Version of the API, as in its path. */
    public static final int API_VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final WebSettings settings;
    private final Api api;
    private final FollowStrings follow;
    private final WebAccess access;
    private final WebLimits limits;
    private HttpListener listener;
    private ImageFeed feed;

    /**
     * Prepares a server; nothing happens before {@link #start()}.
     *
     * @param settings where it listens
     * @param strings the site as it is now
     * @param follow tells of new values
     * @param history the site as it was
     * @param health the server itself
     * @param replacement questions about replaced modules
     * @param modules the devices of the lines
     * @param commissioning lines, work on them, and calibration
     * @param system the program and its machine
     * @param support what goes into a support bundle
     * @param changes what people change in operation
     * @param alarms the alarms
     * @param tuning limits of alarms
     * @param protection what protects the strings from a thermal runaway
     * @param admission who is let in, and who decides about it
     * @param audit who did what
     * @param access secrets of this start
     */
    public WebServer(
            WebSettings settings, ViewStrings strings, FollowStrings follow, ReadHistory history, ViewHealth health,
            AnswerReplacement replacement, ViewModules modules, Commissioning commissioning, ViewSystem system,
            CollectSupport support, ChangeSettings changes, AlarmAccess alarms, AlarmTuning tuning,
            ProtectionAccess protection, Admission admission, ReadAudit audit, WebAccess access) {
        this(
                settings,
                new Api(
                        strings, history, health, replacement, modules, commissioning, system, support, changes,
                        alarms, tuning, protection, admission, audit),
                follow,
                access, WebLimits.NORMAL);
    }

    WebServer(WebSettings settings, Api api, FollowStrings follow, WebAccess access, WebLimits limits) {
        this.settings = settings;
        this.api = api;
        this.follow = follow;
        this.access = access;
        this.limits = limits;
    }

    /**
     * Starts to listen and serve.
     *
     * @return the port, also when the settings left it open
     * @throws WebNotStarted when the address cannot be had, with what to do
     * @throws IllegalStateException when it has been started before
     */
    public synchronized int start() throws WebNotStarted {
        if (listener != null) {
            throw new IllegalStateException("the web server was started before");
        }
        listener = new HttpListener(settings, limits);
        try {
            listener.open();
        } catch (IOException e) {
            close();
            throw new WebNotStarted(
                    "web " + settings.address() + ":" + settings.port() + ": cannot listen, " + reason(e)
                            + " - stop the program that uses this port, or set another web port (0 picks a free one)",
                    e);
        }
        ConnectionWatch watch = new ConnectionWatch(listener.connector(), listener.http(), limits);
        AlarmNews alarms = new AlarmNews(api.alarms().view(), new AlarmSpeech(api.strings()));
        feed = new ImageFeed(api.strings(), follow, alarms, limits, () -> watch.look(System.nanoTime()));
        Doorman doorman = new Doorman(access, api.admission().signIn(), settings.isLoopback());
        List<Route> routes = api.routes(feed, watch::stream, doorman, limits);
        try {
            Javalin javalin = Javalin.create(config -> configure(config, routes, doorman));
            listener.start(new JavalinServlet(javalin.unsafe)); // its own servlet would bring web sockets along
        } catch (Exception e) { // what the HTTP server declares
            close();
            throw new WebNotStarted(
                    "web " + settings.address() + ":" + settings.port() + ": cannot serve, " + e.getMessage()
                            + " - see the log",
                    e);
        }
        return listener.connector().getLocalPort();
    }

    private static String reason(IOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage();
    }

    private void configure(JavalinConfig config, List<Route> routes, Doorman doorman) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        boolean strictTransport = settings.certificate().isPresent() && !settings.isLoopback();
        config.routes.before(new Gate(new HostCheck(settings.names()), doorman, limits, strictTransport, routes));
        routes.forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), inside(route)));
        new ErrorAnswers(routes).add(config);
    }

    /**
     * Shows another certificate to everybody who connects from now on. Connections that are open go on.
     *
     * @throws WebNotStarted when it cannot be used; the former one is shown on
     * @throws IllegalStateException when no HTTPS is served
     */
    public synchronized void renew(WebCertificate certificate) throws WebNotStarted {
        if (listener == null || settings.certificate().isEmpty()) {
            throw new IllegalStateException("no HTTPS is served");
        }
        try {
            listener.renew(certificate);
        } catch (Exception e) { // what the HTTP server declares
            throw new WebNotStarted("web certificate: " + certificate + " cannot be used, " + e.getMessage()
                    + " - a key and a certificate that belong together", e);
        }
    }

    /** A second lock behind the gate: nothing but what is open is reached without somebody who asks. */
    private static Handler inside(Route route) {
        return route.open() ? route.handler() : context -> {
            Who.of(context);
            route.handler().handle(context);
        };
    }

    /** Ends every stream, lets answers that are being given go out, and gives the port back. May be called again. */
    @Override
    public synchronized void close() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
        if (listener != null) {
            try {
                listener.close();
            } catch (Exception e) { // what the HTTP server declares; nobody can do anything about it any more
                LOG.warn("The web server did not stop cleanly", e);
            }
        }
    }
}
