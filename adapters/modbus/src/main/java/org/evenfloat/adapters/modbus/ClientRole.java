// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a client's certificate says of it. Source: MODBUS/TCP Security Protocol Specification V2.1, §8. */
final class ClientRole {

    /** The extension that holds the role, a UTF8String. */
    static final String OID = "1.3.6.1.4.1.50316.802.1";

    private static final int OCTETS = 0x04;
    private static final int UTF8 = 0x0C;
    private static final int HEAD = 2;
    private static final int SHORT = 0x80;

    private ClientRole() {}

    /** Returns the role; empty when there is none, or one longer than 125 bytes. */
    static Optional<String> of(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(OID);
        if (value == null || value.length < 2 * HEAD || value[0] != OCTETS || value[2] != UTF8) {
            return Optional.empty();
        }
        int length = value[HEAD + 1] & 0xFF;
        if (length >= SHORT || (value[1] & 0xFF) != length + HEAD || value.length != length + 2 * HEAD) {
            return Optional.empty();
        }
        return Optional.of(new String(value, 2 * HEAD, length, StandardCharsets.UTF_8));
    }

    /** Returns its common name, or all of its name when it has none. */
    static String name(X509Certificate certificate) {
        String all = certificate.getSubjectX500Principal().getName();
        try {
            for (Rdn part : new LdapName(all).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return part.getValue().toString();
                }
            }
        } catch (InvalidNameException e) {
            return all;
        }
        return all;
    }
}
