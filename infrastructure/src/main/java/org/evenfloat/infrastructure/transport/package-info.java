// SPDX-License-Identifier: Apache-2.0
/**
 * Whether and how the web server may be reached: which certificate it shows, when that is renewed, and whether there is
 * anybody who could sign in. How certificates are made is the access adapter's, how TLS is spoken the web adapter's.
 */
package org.evenfloat.infrastructure.transport;
