// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under what a server is reached.
 *
 * @param host the name of the machine
 * @param names host names, in small letters, without wildcards; {@code localhost} and the name of the machine are among
 *     them
 * @param addresses its addresses, without zones
 */
public record Reached(String host, List<String> names, List<InetAddress> addresses) {

    /** More than any machine has that a certificate should name. */
    private static final int MOST_ADDRESSES = 100;

    public Reached {
        Set<String> all = new LinkedHashSet<>(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
        all.add(host.toLowerCase(Locale.ROOT));
        all.add("localhost");
        names = List.copyOf(all);
        addresses = sorted(addresses);
    }

    private static List<InetAddress> sorted(Collection<InetAddress> addresses) {
        return addresses.stream().map(Reached::withoutZone).distinct()
                .sorted(Comparator.<InetAddress>comparingInt(a -> a.getAddress().length)
                        .thenComparing(InetAddress::getHostAddress))
                .limit(MOST_ADDRESSES).toList();
    }

    private static InetAddress withoutZone(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of an address", e);
        }
    }

    /** Returns whether a certificate names all of this, and no other host names. */
    boolean isNamedBy(X509Certificate certificate) {
        return new TreeSet<>(CertificateText.names(certificate)).equals(new TreeSet<>(names))
                && CertificateText.addresses(certificate).containsAll(addresses);
    }
}
