// SPDX-License-Identifier: Apache-2.0
/**
 * The site file: what is installed and how the server is run, read whole or not at all, and written. Its keys are
 * listed in {@code docs/site-file.md}. No meaning beyond the file: nothing is opened, started or measured here.
 */
package org.evenfloat.infrastructure.site;
