// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A certificate from elsewhere.
 *
 * @param certificate PEM with the server's certificate and those of its issuers, or PKCS#12; absolute
 * @param key PEM with the private key, absolute; empty when it is in the other file
 * @param password what opens the key; empty when it is not locked
 */
public record CertificateSetting(Path certificate, Optional<Path> key, Optional<Secret> password) {}
