// SPDX-License-Identifier: Apache-2.0
/**
 * Who may do what and who did what, in files of the data folder: users and tokens, sessions, the audit, the server's
 * certificates. Decides nothing.
 */
package org.evenfloat.adapters.access;
