// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * What people have to know of an alarm, one sentence each (IEC 62682, the record of its rationalisation).
 *
 * @param meaning what is the matter, in a few words, such as "Voltage of the block is low"
 * @param cause what is behind it most of the time
 * @param consequence what happens when nobody does anything
 * @param response what to do
 */
public record AlarmWords(String meaning, String cause, String consequence, String response) {}
