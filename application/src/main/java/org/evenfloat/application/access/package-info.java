// SPDX-License-Identifier: Apache-2.0
/**
 * The one guard in front of everything that changes something, whoever asks and over whatever channel: it decides verb
 * × role × object, asks for a second person where the policy wants one, and writes down what was done. What it guards
 * knows nothing of it.
 */
package org.evenfloat.application.access;
