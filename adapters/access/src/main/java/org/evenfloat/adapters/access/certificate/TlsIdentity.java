// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server proves itself with.
 *
 * @param key the private key of the first certificate
 * @param chain the server's own certificate, then that of who issued it, and so on; the last issuer may be left out
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {

    public TlsIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    /** Returns the server's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return certificate().getSubjectX500Principal() + " " + CertificateText.fingerprint(certificate());
    }
}
