// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Key and certificates in one file. Those that the server keeps have an empty password: what protects them is who may
 * read the file, and a password beside it would protect nothing.
 */
final class Pkcs12 {

    private static final String TYPE = "PKCS12";

    private Pkcs12() {}

    /**
     * Returns the only key in the file with its certificates, empty when there is not exactly one.
     *
     * @throws GeneralSecurityException when the password is wrong or an algorithm unknown
     * @throws IOException when it is no such file, or the password is wrong
     */
    static Optional<TlsIdentity> read(byte[] bytes, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(new ByteArrayInputStream(bytes), password);
        List<String> keys = Collections.list(store.aliases()).stream().filter(alias -> holdsKey(store, alias)).toList();
        if (keys.size() != 1) {
            return Optional.empty();
        }
        PrivateKey key = (PrivateKey) store.getKey(keys.get(0), password);
        Certificate[] certificates = store.getCertificateChain(keys.get(0));
        if (certificates == null || certificates.length == 0) {
            return Optional.empty();
        }
        List<X509Certificate> chain = Arrays.stream(certificates)
                .map(X509Certificate.class::cast).toList();
        return Optional.of(new TlsIdentity(key, chain));
    }

    private static boolean holdsKey(KeyStore store, String alias) {
        try {
            return store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the store was loaded", e);
        }
    }

    /** Returns the file that {@link #read} reads with an empty password. */
    static byte[] bytes(TlsIdentity identity) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setKeyEntry("server", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, new char[0]);
        return out.toByteArray();
    }
}
