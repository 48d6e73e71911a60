// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/**
 * How one device on a line has answered since the line was opened.
 *
 * @param asked answers expected
 * @param answered good answers
 * @param lost no answer in time, after any retry
 * @param corrupt frames with a bad checksum in the device's own slot or turn
 * @param late answers to an earlier question
 */
public record ModuleCounters(long asked, long answered, long lost, long corrupt, long late) {}
