// SPDX-License-Identifier: Apache-2.0
/**
 * History: which sweeps are kept, the last two hours in memory at full rate, the queue between the conductor and
 * the store with a spool for bad times, and one answer out of memory and store. No files, no threads: whoever owns
 * the writer thread calls {@link org.evenfloat.application.history.HistoryRecorder#runOnce}.
 */
package org.evenfloat.application.history;
