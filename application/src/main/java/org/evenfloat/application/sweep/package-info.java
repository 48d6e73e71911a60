// SPDX-License-Identifier: Apache-2.0
/**
 * One sweep from the line to the decision: polling and care of a line's modules, gathering strings from lines, the
 * conductor that decides, and the snapshot that everybody else looks at. No threads and no waiting.
 */
package org.evenfloat.application.sweep;
