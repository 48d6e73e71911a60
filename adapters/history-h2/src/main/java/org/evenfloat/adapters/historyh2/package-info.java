// SPDX-License-Identifier: Apache-2.0
/**
 * History, events and the server's own memory in one H2 file a data folder, and the spool files beside it. The
 * format is described in {@code docs/history-format.md}. No rules about what is worth keeping.
 */
package org.evenfloat.adapters.historyh2;
