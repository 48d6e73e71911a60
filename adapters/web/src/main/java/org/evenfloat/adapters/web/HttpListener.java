// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server under the API: where it listens and how little it lets itself be made to do. */
final class HttpListener implements AutoCloseable {

    /** Threads kept while nothing happens. */
    private static final int IDLE_THREADS = 4;

    private static final int THREAD_IDLE_MILLIS = 60_000;

    /** How long closing waits for answers that are being given. */
    private static final long STOP_MILLIS = 2_000;

    /** How long closing leaves connections open on which nothing is asked. */
    private static final long STOP_IDLE_MILLIS = 50;

    private final Server server;
    private final ServerConnector connector;
    private final WebLimits limits;
    private final boolean strictTransport;
    /** Null without TLS, none of whose classes are loaded then. */
    private final Tls tls;

    HttpListener(WebSettings settings, WebLimits limits) {
        this.limits = limits;
        strictTransport = settings.certificate().isPresent() && !settings.isLoopback();
        tls = settings.certificate().map(Tls::new).orElse(null);
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), IDLE_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("web");
        server = new Server(threads);
        server.setErrorHandler(new JettyProblems(strictTransport));
        server.setStopTimeout(STOP_MILLIS);
        HttpConfiguration http = http(limits);
        connector = new GuardedConnector(server, new ConnectionPlaces(limits), tls == null
                ? new ConnectionFactory[] {new HttpConnectionFactory(http)} : tls.factories(http));
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(limits.exchangeMillis());
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
        connector.setAcceptedSendBufferSize(limits.sendBufferBytes());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    }

    private static HttpConfiguration http(WebLimits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(limits.headerBytes());
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setHeaderCacheSize(0); // it takes "Bearer Xy" for "Bearer xy" after a request that said "Bearer x"
        return http;
    }

    ServerConnector connector() {
        return connector;
    }

    /** Returns what finds the connection that reads requests from an end of the connector. */
    Function<EndPoint, Connection> http() {
        return tls == null ? EndPoint::getConnection : Tls::http;
    }

    /** Shows another certificate to everybody who connects from now on; only with TLS. */
    void renew(WebCertificate certificate) throws Exception {
        tls.renew(certificate);
    }

    /** Takes the address; nothing is served yet. */
    void open() throws IOException {
        connector.open();
    }

    /** Serves. Bodies are awaited without a thread, so that one that trickles holds up nobody. */
    void start(Servlet servlet) throws Exception {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(new JettyProblems(strictTransport));
        context.addServlet(new ServletHolder(servlet), "/*");
        EagerContentHandler bodies = new EagerContentHandler(
                context, new EagerContentHandler.RetainedContentLoaderFactory(limits.bodyBytes() + 1L, -1, false));
        Fairness fairness = new Fairness(limits, strictTransport);
        fairness.setHandler(bodies);
        server.setHandler(new GracefulHandler(fairness));
        server.start();
    }

    @Override
    public void close() throws Exception {
        connector.close(); // releases an address that was taken but never served
        server.stop();
    }
}
