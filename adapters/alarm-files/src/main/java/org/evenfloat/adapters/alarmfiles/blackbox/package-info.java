// SPDX-License-Identifier: Apache-2.0
/**
 * Records what decisions about breakers were made of, seals it as a black box when a string gets warm, and makes the
 * decisions once more from such a box ({@code docs/safety-files.md}). It decides nothing itself.
 */
package org.evenfloat.adapters.alarmfiles.blackbox;
