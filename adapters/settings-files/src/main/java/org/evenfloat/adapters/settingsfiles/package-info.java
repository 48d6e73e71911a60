// SPDX-License-Identifier: Apache-2.0
/**
 * Settings as YAML: as text that people exchange, and each version in a file of its own. Decides nothing about them.
 */
package org.evenfloat.adapters.settingsfiles;
