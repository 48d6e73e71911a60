// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks anyone can run; each prints its figures beside a limit or a peer.
 */
package org.evenfloat.infrastructure.bench;
