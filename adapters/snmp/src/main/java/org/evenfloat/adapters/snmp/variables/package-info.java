// SPDX-License-Identifier: Apache-2.0
/** Variables as an agent serves them: sorted names and ready-made values of one moment, packed. */
package org.evenfloat.adapters.snmp.variables;
