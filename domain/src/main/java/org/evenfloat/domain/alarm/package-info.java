// SPDX-License-Identifier: Apache-2.0
/**
 * The life of an alarm after IEC 62682 (ISA-18.2): when a condition counts, what becomes of an alarm that is raised,
 * acknowledged, hidden, and gone. Knows nothing of what is measured and of who is told.
 */
package org.evenfloat.domain.alarm;
