// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.Optional;
import java.util.OptionalInt;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.adapters.web.WebCertificate;
import org.evenfloat.adapters.web.WebNotStarted;
import org.evenfloat.adapters.web.WebServer;
import org.evenfloat.infrastructure.threads.CertificateThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server with what looks after its certificate; or neither, where the site file switches it off. */
public final class Web implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Web.class);

    private final Optional<WebServer> server;
    private final Optional<CertificateThread> certificate;

    /**
     * @param server empty when nothing is served
     * @param certificate empty when HTTP is served
     */
    public Web(Optional<WebServer> server, Optional<CertificateThread> certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /** Returns the certificate as the web server takes it. */
    public static WebCertificate certificate(TlsIdentity identity) {
        return new WebCertificate(identity.key(), identity.chain());
    }

    /** Has a web server show another certificate; when it cannot, it shows the former one on. */
    public static void show(WebServer server, TlsIdentity identity) {
        try {
            server.renew(certificate(identity));
            LOG.info("The web server shows another certificate: {}", identity);
        } catch (WebNotStarted e) {
            LOG.error("The present certificate is shown on: {}", e.getMessage());
        }
    }

    /** Returns the port; empty when nothing is served. */
    OptionalInt start() throws WebNotStarted {
        if (server.isEmpty()) {
            LOG.info("The web server is switched off (web: enabled in the site file)");
            return OptionalInt.empty();
        }
        int port = server.get().start();
        certificate.ifPresent(CertificateThread::start);
        return OptionalInt.of(port);
    }

    @Override
    public void close() {
        certificate.ifPresent(CertificateThread::close);
        server.ifPresent(WebServer::close);
    }
}
