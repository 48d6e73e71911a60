// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * Compares the name of an LDAP server in the site file with those in its certificate, as RFC 6125 says. The library's
 * own check also takes what a name server calls an address, which somebody else may decide.
 */
final class CertificateName extends SSLSocketVerifier {

    private static final int DNS_NAME = 2; // RFC 5280, 4.2.1.6
    private static final int IP_ADDRESS = 7;

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            if (socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                    && fits(host, certificate.getSubjectAlternativeNames())) {
                return;
            }
        } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
            // no certificate that names anybody, said below
        }
        throw new LDAPException(ResultCode.CONNECT_ERROR, "its certificate is not for " + host);
    }

    /** Returns whether one of the alternative names is that host; null for a certificate without any. */
    static boolean fits(String host, Collection<List<?>> names) {
        if (names == null) {
            return false;
        }
        boolean address = host.contains(":") || host.matches("[0-9.]+");
        for (List<?> each : names) {
            Object name = each.get(1);
            boolean same = address
                    ? each.get(0).equals(IP_ADDRESS) && sameAddress(host, String.valueOf(name))
                    : each.get(0).equals(DNS_NAME) && sameName(lower(host), lower(String.valueOf(name)));
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A star stands for the first part alone, and two parts follow it at least. */
    private static boolean sameName(String host, String name) {
        int dot = host.indexOf('.');
        return name.equals(host)
                || name.startsWith("*.") && name.indexOf('.', 2) > 0 && dot > 0
                        && name.substring(1).equals(host.substring(dot));
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
