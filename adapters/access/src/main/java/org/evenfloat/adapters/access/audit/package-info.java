// SPDX-License-Identifier: Apache-2.0
/**
 * The audit in files: lines of JSON, each linked to the one before by its hash and sealed with a key of the
 * installation ({@code docs/audit.md}). Writing, reading and checking; not what is written down, nor who may read it.
 */
package org.evenfloat.adapters.access.audit;
