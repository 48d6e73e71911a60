// SPDX-License-Identifier: Apache-2.0
/**
 * What the server can say about itself and the machine it runs on, and what it packs for somebody who helps. Reads
 * only, with limits; decides nothing.
 */
package org.evenfloat.infrastructure.machine;
