// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.adapters.web.WebServer;
import org.evenfloat.adapters.web.WebSettings;
import org.evenfloat.infrastructure.server.Web;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.CertificateThread;
import org.evenfloat.infrastructure.transport.CertificateTurns;
import org.evenfloat.infrastructure.transport.ServerCertificate;

/** How the web server is reached. Without HTTPS nothing of certificates is touched, nor any class of it loaded. */
@Module
final class TransportWiring {

    private TransportWiring() {}

    @Provides
    @Singleton
    static Optional<ShownCertificate> shown(SiteConfiguration configuration) {
        return configuration.web().https()
                ? Optional.of(NotMade.unless(() -> ShownCertificate.of(configuration))) : Optional.empty();
    }

    @Provides
    @Singleton
    static WebSettings settings(SiteConfiguration configuration, Optional<ShownCertificate> shown) {
        Set<String> names = new HashSet<>(configuration.web().names());
        shown.ifPresent(certificate -> names.addAll(certificate.source().reached().names()));
        return new WebSettings(configuration.web().address(), configuration.web().port(), names,
                shown.map(certificate -> Web.certificate(certificate.identity())));
    }

    @Provides
    @Singleton
    static Web web(
            SiteConfiguration configuration, Provider<WebServer> server, Provider<Optional<ShownCertificate>> shown) {
        if (!configuration.web().enabled()) {
            return new Web(Optional.empty(), Optional.empty());
        }
        return new Web(Optional.of(server.get()), shown.get().map(certificate -> certificate.lookedAfter(server.get())));
    }

    /**
     * The certificate at the start.
     *
     * @param source where it comes from
     * @param identity what it is
     */
    record ShownCertificate(ServerCertificate source, TlsIdentity identity) {

        static ShownCertificate of(SiteConfiguration configuration) throws CertificateFailure {
            ServerCertificate source = new ServerCertificate(configuration);
            return new ShownCertificate(source, source.current(InstantSource.system().instant()));
        }

        CertificateThread lookedAfter(WebServer server) {
            return new CertificateThread(
                    new CertificateTurns(source, identity), InstantSource.system(), next -> Web.show(server, next));
        }
    }
}
