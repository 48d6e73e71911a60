// SPDX-License-Identifier: Apache-2.0
/**
 * Physical quantities as people, files and protocols meet them: one record around an int in the
 * resolution of the wire. Measured values in bulk live in columns instead, see
 * {@code org.evenfloat.domain.measure}.
 */
package org.evenfloat.domain.quantity;
