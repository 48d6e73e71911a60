// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server proves itself with over TLS.
 *
 * @param key the private key of the first certificate
 * @param chain the server's own certificate and those of its issuers, in that order
 */
public record WebCertificate(PrivateKey key, List<X509Certificate> chain) {

    public WebCertificate {
        chain = List.copyOf(chain);
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return chain.isEmpty() ? "no certificate" : chain.get(0).getSubjectX500Principal().toString();
    }
}
