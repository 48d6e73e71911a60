// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Certificates and keys in the text form of OpenSSL: certificates, keys as PKCS#8, PKCS#1 and SEC1, plain or with a
 * password. Other blocks are passed over.
 */
final class PemText {

    private final List<Object> blocks = new ArrayList<>();

    /** @throws IOException when a block cannot be read */
    PemText(byte[] bytes) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(new String(bytes, StandardCharsets.ISO_8859_1)))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (RuntimeException e) { // what the parser makes of nonsense
            throw new IOException("not PEM", e);
        }
    }

    List<X509Certificate> certificates() throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object block : blocks) {
            if (block instanceof X509CertificateHolder holder) {
                try {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                } catch (CertificateException e) {
                    throw new IOException("a certificate that cannot be read", e);
                }
            }
        }
        return certificates;
    }

    boolean hasKey() {
        return blocks.stream().anyMatch(PemText::isKey);
    }

    /** Returns whether the key needs a password. */
    boolean isLocked() {
        return blocks.stream().filter(PemText::isKey).findFirst()
                .filter(key -> key instanceof PKCS8EncryptedPrivateKeyInfo || key instanceof PEMEncryptedKeyPair)
                .isPresent();
    }

    private static boolean isKey(Object block) {
        return block instanceof PrivateKeyInfo || block instanceof PEMKeyPair || block instanceof PEMEncryptedKeyPair
                || block instanceof PKCS8EncryptedPrivateKeyInfo;
    }

    /**
     * Returns the first key.
     *
     * @param password may be empty when the key is not locked
     * @throws IOException when there is none, or the password does not open it
     */
    PrivateKey key(char[] password) throws IOException {
        Object key = blocks.stream().filter(PemText::isKey).findFirst().orElseThrow(() -> new IOException("no key"));
        try {
            return new JcaPEMKeyConverter().getPrivateKey(open(key, password));
        } catch (IOException | OperatorCreationException | PKCSException | RuntimeException e) { // the last: damaged
            throw new IOException("a key that this password does not open, or of an unknown kind", e);
        }
    }

    private static PrivateKeyInfo open(Object key, char[] password)
            throws IOException, OperatorCreationException, PKCSException {
        if (key instanceof PrivateKeyInfo plain) {
            return plain;
        }
        if (key instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        BouncyCastleProvider provider = new BouncyCastleProvider();
        if (key instanceof PEMEncryptedKeyPair locked) {
            return locked.decryptKeyPair(new JcePEMDecryptorProviderBuilder().setProvider(provider).build(password))
                    .getPrivateKeyInfo();
        }
        return ((PKCS8EncryptedPrivateKeyInfo) key).decryptPrivateKeyInfo(
                new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(provider).build(password));
    }
}
