// SPDX-License-Identifier: Apache-2.0
/**
 * What people change in operation: which settings there are on a site, what may be given to them, and what a proposal
 * changes. Not where the values are kept, and not what they do.
 */
package org.evenfloat.domain.setting;
