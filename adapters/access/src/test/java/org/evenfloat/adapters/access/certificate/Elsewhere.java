// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority of a company, with one in between, and certificates of every kind for tests. */
final class Elsewhere {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    final KeyPair rootKeys = keys("EC", 256);
    final KeyPair betweenKeys = keys("RSA", 2_048);
    final X509Certificate root = certificate("Root", rootKeys, "Root", rootKeys, true, 3_650, NOW);
    final X509Certificate between = certificate("Between", betweenKeys, "Root", rootKeys, true, 1_000, NOW);

    static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate server(KeyPair keys, int days, String... names) {
        return certificate(names[0], keys, "Between", betweenKeys, false, days, NOW, names);
    }

    /** Returns a certificate that is good from the day before for so many days, for servers unless it is an authority. */
    static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority, int days, Instant now,
            String... names) {
        return certificate(subject, keys, issuer, issuerKeys, authority, days, now, KeyPurposeId.id_kp_serverAuth, names);
    }

    static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority, int days, Instant now,
            KeyPurposeId purpose, String... names) {
        try {
            Instant begin = now.minus(Duration.ofDays(1));
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer), new BigInteger(64, new SecureRandom()), Date.from(begin),
                    Date.from(begin.plus(Duration.ofDays(days))), new X500Name("CN=" + subject), keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
                        List.of(names).stream().map(name -> new GeneralName(GeneralName.dNSName, name))
                                .toArray(GeneralName[]::new)));
            }
            String algorithm = "SHA256with" + (issuerKeys.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKeys.getPrivate())));
        } catch (Exception e) { // none of it is the test's subject
            throw new IllegalStateException(e);
        }
    }

    /** Returns certificates and key pairs as OpenSSL writes them: PKCS#1 or SEC1 for pairs, PKCS#8 for private keys. */
    static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Returns a key on P-256 in SEC1 as OpenSSL writes it, which names its curve. */
    static String sec1(KeyPair keys) throws IOException {
        BigInteger secret = ((java.security.interfaces.ECPrivateKey) keys.getPrivate()).getS();
        return pem(new PemObject("EC PRIVATE KEY",
                new ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1).getEncoded()));
    }

    /** Returns a key in PKCS#8 behind a password. */
    static String locked(PrivateKey key, String password) throws Exception {
        ASN1ObjectIdentifier cipher = JcaPKCS8Generator.AES_256_CBC;
        return pem(new JcaPKCS8Generator(key, new JceOpenSSLPKCS8EncryptorBuilder(cipher)
                .setProvider(new BouncyCastleProvider())
                .setPassword(password.toCharArray()).build()));
    }
}
