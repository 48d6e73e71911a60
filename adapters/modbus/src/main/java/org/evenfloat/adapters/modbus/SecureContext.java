// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Puts the server's key and the authorities of its clients together. */
final class SecureContext {

    private static final char[] NOBODY_SEES_IT = new char[0];

    private SecureContext() {}

    /**
     * Returns what connections are made with.
     *
     * @param authorities PEM with the certificates of who issues those of clients
     * @throws IOException when the file cannot be read
     * @throws GeneralSecurityException when key or certificates are not good
     */
    static SSLContext of(ServerKey key, Path authorities) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", key.key(), NOBODY_SEES_IT, key.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NOBODY_SEES_IT);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store(authorities));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authorities)) {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in);
            for (Certificate each : all) {
                store.setCertificateEntry("authority " + store.size(), each);
            }
        }
        if (store.size() == 0) {
            throw new CertificateException(authorities + ": no certificate - the certificates of who issues those of"
                    + " clients, as PEM");
        }
        return store;
    }
}
