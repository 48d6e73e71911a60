// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What a certificate says, as people read it. */
public final class CertificateText {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private CertificateText() {}

    /** Returns the SHA-256 fingerprint as browsers show it: {@code AB:CD:…}, 32 pairs. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java platform has SHA-256, and this certificate was read", e);
        }
    }

    /** Returns the host names for which it is good, in small letters, in its order; wildcards as they stand. */
    public static List<String> names(X509Certificate certificate) {
        return alternatives(certificate, DNS_NAME).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Returns the addresses for which it is good, in its order. */
    public static List<InetAddress> addresses(X509Certificate certificate) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : alternatives(certificate, IP_ADDRESS)) {
            try {
                addresses.add(InetAddress.getByName(text)); // always a number: nobody is asked
            } catch (UnknownHostException e) {
                throw new IllegalStateException(text + " is what Java makes of the bytes of an address", e);
            }
        }
        return addresses;
    }

    /** Returns whether it is good for that host name, directly or by a wildcard for one label. */
    public static boolean covers(X509Certificate certificate, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        String anyLabel = "*" + small.substring(Math.max(0, small.indexOf('.')));
        return names(certificate).stream().anyMatch(known -> known.equals(small) || known.equals(anyLabel));
    }

    private static List<String> alternatives(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null ? List.of() : all.stream()
                    .filter(name -> name.get(0).equals(kind) && name.get(1) instanceof String)
                    .map(name -> (String) name.get(1))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // good for nothing that anybody could read
        }
    }
}
