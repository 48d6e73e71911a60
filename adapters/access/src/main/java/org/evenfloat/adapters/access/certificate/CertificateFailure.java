// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

/** The server's certificate cannot be read, made or kept; the message says why and what to do. */
public final class CertificateFailure extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message why, and what to do
     * @param cause may be null
     */
    public CertificateFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
