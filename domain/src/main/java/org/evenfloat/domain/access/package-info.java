// SPDX-License-Identifier: Apache-2.0
/**
 * Who may do what: roles, the verbs of the server, who acts, on what, and what is written down about it. Not how
 * somebody proves who he is.
 */
package org.evenfloat.domain.access;
