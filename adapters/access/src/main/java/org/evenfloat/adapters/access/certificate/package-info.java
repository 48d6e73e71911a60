// SPDX-License-Identifier: Apache-2.0
/**
 * The server's certificate: an authority of its own, certificates from elsewhere, and what is wrong with either. Who
 * listens with it, and when it is renewed, is decided elsewhere.
 */
package org.evenfloat.adapters.access.certificate;
