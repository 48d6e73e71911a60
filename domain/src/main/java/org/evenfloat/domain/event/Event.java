// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.event;

/**
 * Something that happened.
 *
 * @param atMillis when, epoch ms on the wall clock
 * @param kind what sort of thing
 * @param subject id of the block, string or line it happened to; empty for the server itself
 * @param text one sentence for people: names the subject, the value, the limit and what to do
 */
public record Event(long atMillis, EventKind kind, String subject, String text) {}
