// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authority that this server has for itself, and the certificates that it issues. Both are made when they are
 * first asked for and renewed when they are asked for in time. Safe for several threads and processes.
 */
public final class OwnAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(OwnAuthority.class);

    /** People have to import a new authority into their browsers: the old one is good as long as possible. */
    private static final Duration AUTHORITY_REST = Duration.ofDays(30);

    /** A certificate is renewed when less than this part of its life is left. */
    private static final int LIFE_PARTS = 3;

    private final TlsFolder folder;

    public OwnAuthority(TlsFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns the server's certificate. It is a new one when there is none yet, when less than a third of its life is
     * left, when it does not name everything under which the server is reached, or when its authority is another.
     *
     * @throws CertificateFailure when there is none that could be used
     */
    public TlsIdentity current(Reached reached, Instant now) throws CertificateFailure {
        return folder.alone(() -> {
            Optional<TlsIdentity> present = server();
            Optional<X509Certificate> authority = authorityCertificate();
            if (present.isPresent() && authority.isPresent()
                    && !isDue(present.get().certificate(), authority.get(), reached, now)) {
                return present.get();
            }
            try {
                return issue(authority(reached, now, false), reached, now);
            } catch (CertificateFailure e) {
                if (present.isPresent() && !now.isAfter(present.get().certificate().getNotAfter().toInstant())) {
                    LOG.error("The certificate cannot be renewed, the present one is used: {}", e.getMessage());
                    return present.get();
                }
                throw e;
            }
        });
    }

    /**
     * Makes a new certificate now.
     *
     * @param anew whether the authority is made anew as well; browsers that trusted it have to import the new one
     */
    public TlsIdentity renew(Reached reached, Instant now, boolean anew) throws CertificateFailure {
        return folder.alone(() -> issue(authority(reached, now, anew), reached, now));
    }

    /** Returns the certificate as it is, if there is one; makes none. */
    public Optional<TlsIdentity> present() {
        return server();
    }

    /** Returns the certificate of the authority as it is, if there is one; makes none. */
    public Optional<X509Certificate> authorityCertificate() {
        if (!Files.exists(folder.authority())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(folder.authority())) {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException | CertificateException e) {
            LOG.warn("{} cannot be read and counts as missing: {}", folder.authority(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isDue(X509Certificate server, X509Certificate authority, Reached reached, Instant now) {
        Instant begin = server.getNotBefore().toInstant();
        Instant end = server.getNotAfter().toInstant();
        Duration rest = Duration.between(begin, end).dividedBy(LIFE_PARTS);
        return now.isBefore(begin) || now.isAfter(end.minus(rest)) || !reached.isNamedBy(server)
                || !isIssuedBy(server, authority);
    }

    static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Optional<TlsIdentity> server() {
        try {
            return Files.exists(folder.own()) ? Pkcs12.read(Files.readAllBytes(folder.own()), new char[0])
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("{} cannot be read and is made anew: {}", folder.own(), e.getMessage());
            return Optional.empty();
        }
    }

    private TlsIdentity issue(TlsIdentity authority, Reached reached, Instant now)
            throws IOException, CertificateFailure {
        try {
            TlsIdentity server = new CertificateMint().server(authority, reached.names(), reached.addresses(), now);
            KeptFile.write(folder.own(), Pkcs12.bytes(server));
            LOG.info("New certificate of the server for {} {}, good until {}", reached.names(), reached.addresses(),
                    server.certificate().getNotAfter().toInstant());
            return server;
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private TlsIdentity authority(Reached reached, Instant now, boolean anew) throws IOException, CertificateFailure {
        Optional<X509Certificate> present = authorityCertificate();
        boolean good = present.isPresent() && !now.isBefore(present.get().getNotBefore().toInstant())
                && !now.isAfter(present.get().getNotAfter().toInstant().minus(AUTHORITY_REST));
        if (!anew && good) {
            Optional<TlsIdentity> kept = kept(present.get());
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        try {
            TlsIdentity made = new CertificateMint().authority(reached.host(), now);
            // The key first: without it the certificate would be trusted and good for nothing.
            KeptFile.write(folder.authorityKey(), CertificateMint.pem(made.key()));
            KeptFile.write(folder.authority(), CertificateMint.pem(made.certificate()), "rw-r--r--");
            LOG.warn("New certificate authority, to be imported into browsers: {}, SHA-256 {}", folder.authority(),
                    CertificateText.fingerprint(made.certificate()));
            return made;
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** Returns the authority with its key; empty when a new one was being made and the power failed in between. */
    private Optional<TlsIdentity> kept(X509Certificate certificate) throws CertificateFailure {
        try {
            PemText text = new PemText(Files.readAllBytes(folder.authorityKey()));
            TlsIdentity authority = new TlsIdentity(text.key(new char[0]), List.of(certificate));
            return KeyMatch.fits(authority) ? Optional.of(authority) : Optional.empty();
        } catch (IOException e) {
            throw new CertificateFailure("tls: " + folder.authorityKey() + " cannot be read (" + e.getMessage()
                    + ") - allowed: the key of " + folder.authority() + "; put it back, or make a new authority with"
                    + " 'evenfloat certificate renew SITEFILE --authority'", e);
        }
    }

    private static CertificateFailure impossible(GeneralSecurityException e) {
        return new CertificateFailure("This Java cannot make certificates: " + e.getMessage(), e);
    }
}
