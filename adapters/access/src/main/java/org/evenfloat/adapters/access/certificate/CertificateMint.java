// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/** Makes keys (EC P-256) and certificates (RFC 5280). */
final class CertificateMint {

    static final Duration AUTHORITY_LIFE = Duration.ofDays(3_652);

    /** Apple's platforms take no certificate of a server that lives longer than 398 days. */
    static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** A client whose clock is late takes a new certificate too. */
    static final Duration SKEW = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;

    /** Common names have at most 64 characters (X.520); the words around a host name take some. */
    private static final int LONGEST_HOST = 40;

    private static final int LONGEST_COMMON_NAME = 64;

    private final SecureRandom random = new SecureRandom();

    /** Returns an authority of its own, which can issue certificates of servers and nothing else. */
    TlsIdentity authority(String host, Instant now) throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        BigInteger serial = serial();
        String hosts = host.substring(0, Math.min(host.length(), LONGEST_HOST));
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Evenfloat")
                .addRDN(BCStyle.CN, "Evenfloat CA " + hosts + " " + serial.toString(16).substring(0, 8));
        Instant begin = now.minus(SKEW);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject.build(), serial, Date.from(begin), Date.from(begin.plus(AUTHORITY_LIFE)), subject.build(),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectKeyIdentifier, false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new TlsIdentity(keys.getPrivate(), List.of(signed(builder, keys)));
    }

    /**
     * Returns a new key and certificate for a server; it ends with its authority at the latest.
     *
     * @param names host names, at least one; the first one is its subject
     * @param addresses under which it is reached as well
     */
    TlsIdentity server(TlsIdentity authority, List<String> names, List<InetAddress> addresses, Instant now)
            throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        X509Certificate issuer = authority.certificate();
        Date begin = Date.from(now.minus(SKEW));
        Date end = Date.from(begin.toInstant().plus(SERVER_LIFE));
        String first = names.get(0);
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, first.length() > LONGEST_COMMON_NAME ? "Evenfloat" : first);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, serial(), begin, end.before(issuer.getNotAfter()) ? end : issuer.getNotAfter(), subject.build(),
                keys.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names, addresses));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(key(issuer)));
        KeyPair signing = new KeyPair(key(issuer), authority.key());
        return new TlsIdentity(keys.getPrivate(), List.of(signed(builder, signing), issuer));
    }

    /** Returns a key as PEM (PKCS#8), without a password. */
    static byte[] pem(PrivateKey key) throws IOException {
        return pem(new JcaPKCS8Generator(key, null));
    }

    /** Returns a certificate as PEM. */
    static byte[] pem(X509Certificate certificate) throws IOException {
        return pem(new JcaMiscPEMGenerator(certificate));
    }

    private static byte[] pem(PemObjectGenerator object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static PublicKey key(X509Certificate certificate) {
        return certificate.getPublicKey();
    }

    private static GeneralNames alternatives(List<String> names, List<InetAddress> addresses) {
        return new GeneralNames(Stream.concat(
                        names.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                        addresses.stream().map(address -> new GeneralName(
                                GeneralName.iPAddress, new DEROctetString(address.getAddress()))))
                .toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair signing)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("cannot sign: " + e.getMessage(), e);
        }
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    }
}
