// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server proves itself with over TLS.
 *
 * @param key the private key of the first certificate
 * @param chain the server's own certificate, then that of who issued it, and so on
 */
public record ServerKey(PrivateKey key, List<X509Certificate> chain) {

    public ServerKey {
        chain = List.copyOf(chain);
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return chain.get(0).getSubjectX500Principal().toString();
    }
}
