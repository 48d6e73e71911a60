// SPDX-License-Identifier: Apache-2.0
/**
 * Messages of SNMP v1, v2c and v3: who may read what, answers out of {@link org.evenfloat.adapters.snmp.variables}, traps.
 * What there is to be told is made elsewhere.
 */
package org.evenfloat.adapters.snmp.agent;
