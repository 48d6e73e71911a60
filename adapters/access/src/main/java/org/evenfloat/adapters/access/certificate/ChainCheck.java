// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at certificates from elsewhere: which one is the server's, who issued it, and what browsers will say. */
final class ChainCheck {

    /** NIST SP 800-57: less is out of use since 2013. */
    private static final int LEAST_RSA_BITS = 2_048;

    private static final int LEAST_EC_BITS = 256;

    /** RFC 5280, 4.2.1.12. */
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private static final String ANY_USE = "2.5.29.37.0";

    private final String where;
    private final String whereKey;

    /**
     * @param where what names the certificates
     * @param whereKey what names the key
     */
    ChainCheck(String where, String whereKey) {
        this.where = where;
        this.whereKey = whereKey;
    }

    /**
     * Puts certificates into the order in which they were issued, the server's own one first.
     *
     * @param key that of the server's certificate; without it the server's is the first one that issued none of the others
     */
    Optional<List<X509Certificate>> chain(
            List<X509Certificate> certificates, Optional<PrivateKey> key, List<String> problems) {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> left = new ArrayList<>(certificates);
        X509Certificate last = left.stream().filter(own -> left.stream().noneMatch(
                        other -> other != own && OwnAuthority.isIssuedBy(other, own)))
                .findFirst().orElse(left.get(0));
        if (key.isPresent()) {
            Optional<X509Certificate> own =
                    left.stream().filter(c -> KeyMatch.fits(key.get(), c.getPublicKey())).findFirst();
            if (own.isEmpty()) {
                problems.add(whereKey + ": a key of another certificate - allowed: the key of "
                        + last.getSubjectX500Principal());
            } else {
                last = own.get();
            }
        }
        List<X509Certificate> chain = new ArrayList<>();
        while (last != null) {
            chain.add(last);
            left.remove(last);
            last = issuer(last, left);
        }
        for (X509Certificate stray : left) {
            problems.add(where + ": the certificate of " + stray.getSubjectX500Principal()
                    + ", which issued none of the others - allowed: the server's certificate and those of its issuers");
        }
        return Optional.of(chain);
    }

    private static X509Certificate issuer(X509Certificate certificate, List<X509Certificate> others) {
        return others.stream().filter(other -> OwnAuthority.isIssuedBy(certificate, other)).findFirst().orElse(null);
    }

    /** Returns what makes browsers refuse a chain in order. */
    List<String> doubts(List<X509Certificate> chain, Instant now, List<String> names) {
        List<String> doubts = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            String whose = certificate.getSubjectX500Principal().toString();
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                doubts.add(where + ": the certificate of " + whose + " expired at " + certificate.getNotAfter().toInstant()
                        + " - allowed: one that is valid now");
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                doubts.add(where + ": the certificate of " + whose + " is valid from "
                        + certificate.getNotBefore().toInstant() + " on - allowed: one that is valid now");
            }
            if (isWeak(certificate.getPublicKey())) {
                doubts.add(where + ": the certificate of " + whose + " with a weak "
                        + certificate.getPublicKey().getAlgorithm() + " key - allowed: RSA with at least "
                        + LEAST_RSA_BITS + " bits, or EC with at least " + LEAST_EC_BITS);
            }
        }
        X509Certificate own = chain.get(0);
        if (!servesServers(own)) {
            doubts.add(where + ": the certificate of " + own.getSubjectX500Principal()
                    + " is not for servers - allowed: extended key usage serverAuth");
        }
        for (String name : names) {
            if (!CertificateText.covers(own, name)) {
                doubts.add(where + ": a certificate for " + told(own) + " - allowed: one that also names " + name);
            }
        }
        return doubts;
    }

    private static String told(X509Certificate certificate) {
        List<String> names = CertificateText.names(certificate);
        return names.isEmpty() ? "no host name" : String.join(", ", names);
    }

    private static boolean isWeak(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS
                || key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < LEAST_EC_BITS
                || key.getAlgorithm().equals("DSA");
    }

    private static boolean servesServers(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.contains(SERVER_AUTHENTICATION) || uses.contains(ANY_USE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
