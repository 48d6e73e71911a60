// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.access.certificate.CertificateFiles;
import org.evenfloat.adapters.access.certificate.CertificateFiles.Found;
import org.evenfloat.adapters.access.certificate.CertificateFiles.Named;
import org.evenfloat.adapters.access.certificate.ImportedIdentity;
import org.evenfloat.adapters.access.certificate.OwnAuthority;
import org.evenfloat.adapters.access.certificate.Reached;
import org.evenfloat.adapters.access.certificate.TlsFolder;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.infrastructure.site.CertificateSetting;
import org.evenfloat.infrastructure.site.Secret;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.WebSettings;

/** The certificate of the web server of a site: from files that the site file names, imported, or the server's own. */
public final class ServerCertificate {

    /** Where the certificate in use comes from. */
    public enum Origin {
        /** Files that the site file names. */
        FILE,
        /** Taken over by {@code certificate import}. */
        IMPORTED,
        /** Issued by the server's own authority. */
        OWN
    }

    private final WebSettings web;
    private final TlsFolder folder;
    private final OwnAuthority own;
    private final ImportedIdentity imported;

    public ServerCertificate(SiteConfiguration configuration) {
        this.web = configuration.web();
        this.folder = TlsFolder.in(configuration.dataFolder());
        this.own = new OwnAuthority(folder);
        this.imported = new ImportedIdentity(folder);
    }

    /**
     * Returns where the certificate in use comes from.
     *
     * @throws CertificateFailure when the imported one cannot be read
     */
    public Origin origin() throws CertificateFailure {
        return web.certificate().isPresent() ? Origin.FILE
                : imported.present().isPresent() ? Origin.IMPORTED : Origin.OWN;
    }

    /**
     * Returns the certificate to be shown now. The own one is made or renewed when that is due.
     *
     * @throws CertificateFailure when there is none that could be shown
     */
    public TlsIdentity current(Instant now) throws CertificateFailure {
        if (web.certificate().isPresent()) {
            Found found = files(web.certificate().get()).look(now, web.names());
            return found.identity().orElseThrow(
                    () -> new CertificateFailure(String.join(System.lineSeparator(), found.unusable()), null));
        }
        Optional<TlsIdentity> given = imported.present();
        return given.isPresent() ? given.get() : own.current(reached(), now);
    }

    /** Returns the certificate as it is now; empty when there is none, or none that can be read. Makes none. */
    public Optional<TlsIdentity> present(Instant now) throws CertificateFailure {
        return switch (origin()) {
            case FILE -> files(web.certificate().orElseThrow()).look(now, web.names()).identity();
            case IMPORTED -> imported.present();
            case OWN -> own.present();
        };
    }

    /** Returns everything that is wrong with a certificate from elsewhere, and nothing for the own one. */
    public List<String> problems(Instant now) {
        if (!web.enabled() || !web.https()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        try {
            if (web.certificate().isPresent()) {
                problems.addAll(files(web.certificate().get()).look(now, web.names()).problems());
            } else if (imported.present().isPresent()) {
                problems.addAll(CertificateFiles.doubts("the imported certificate", imported.present().get(), now,
                        web.names()));
            }
        } catch (CertificateFailure e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    private static CertificateFiles files(CertificateSetting setting) {
        return new CertificateFiles(new Named("web.certificate-file", setting.certificate()),
                setting.key().map(key -> new Named("web.key-file", key)), setting.password().map(Secret::value));
    }

    /** Returns under what the server is reached now. */
    public Reached reached() {
        return new Reached(ThisMachine.name(), web.names(), ThisMachine.addresses(web.address()));
    }

    /** Returns the files whose change can mean another certificate. */
    public List<Path> watched() {
        return web.certificate()
                .map(setting -> setting.key().map(key -> List.of(setting.certificate(), key))
                        .orElse(List.of(setting.certificate())))
                .orElse(folder.watched());
    }

    /** Returns the server's own authority. */
    public OwnAuthority own() {
        return own;
    }

    /** Returns what was imported. */
    public ImportedIdentity imported() {
        return imported;
    }

    /** Returns where the certificate of the own authority is. */
    public Path authorityFile() {
        return folder.authority();
    }
}
