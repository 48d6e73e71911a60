// SPDX-License-Identifier: Apache-2.0
/**
 * Help with words that people write. Knows nothing of what they write about.
 */
package org.evenfloat.domain.text;
