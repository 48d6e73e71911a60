// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.evenfloat.application.port.out.DirectoryFailure;

/** Makes TLS that trusts the authorities in a PEM file, or those that Java trusts when there is none. */
final class CaFile {

    private CaFile() {}

    /** Reads the file anew, so that a renewed one counts at once. */
    static SSLContext context(Optional<Path> file) throws DirectoryFailure {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(file.isEmpty() ? null : authorities(file.get()));
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new DirectoryFailure("ca-file " + file.map(Path::toString).orElse("of Java") + ": " + e.getMessage()
                    + " - allowed: certificates in PEM", e);
        }
    }

    private static KeyStore authorities(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + count++, each);
            }
            if (count == 0) {
                throw new GeneralSecurityException("no certificate in it");
            }
        }
        return store;
    }
}
